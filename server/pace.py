"""How fast visitors may talk, and how many there may be, so that nobody waits long for others.

What a visitor says as fast as people do is taken at once. What is said faster comes out of one budget that
all who are fast share, or waits for the visitor's own next turn, whichever is sooner: pages that flood the
server never hold up one that is a little fast for more than a second.
"""

import asyncio
import time
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nncore.base.budget import (
    BURSTS_A_SECOND,
    BURSTS_AT_ONCE,
    CONNECTIONS,
    MESSAGES_A_SECOND,
    MESSAGES_AT_ONCE,
)
from ui.log import log_refusal


class Budget:
    """So many messages a second and, after a pause, so many at once."""

    def __init__(self, a_second: int, at_once: int) -> None:
        self._step = 1 / a_second
        self._rest = (at_once - 1) * self._step
        self._next = 0.0

    def wait(self) -> float:
        """Return how many seconds a message would have to wait for its turn."""
        return max(0.0, self._next - self._rest - time.monotonic())

    def take(self) -> float:
        """Take a message, and return how many seconds it has to wait for its turn."""
        wait = self.wait()
        self._next = max(self._next, time.monotonic()) + self._step
        return wait


class Pace:
    """Take no more connections than the limit, and their messages in good time.

    A message that has to wait stays in the network meanwhile, so nothing is lost.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = 0
        self._silent: dict[object, asyncio.Timeout] = {}
        self._bursts = Budget(BURSTS_A_SECOND, BURSTS_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif self._open - len(self._silent) >= CONNECTIONS:
            log_refusal("websocket", "too many connections")
            await send({"type": "websocket.close", "code": 1013})
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a connection; one that has not asked for a page yet makes room for others."""
        own, me = Budget(MESSAGES_A_SECOND, MESSAGES_AT_ONCE), object()

        async def receive_in_turn() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                self._silent.pop(me, None)
                await asyncio.sleep(min(own, self._bursts, key=Budget.wait).take())
            return message

        async def send_or_not(message: Message) -> None:
            with suppress(OSError, RuntimeError):  # to who has gone: Streamlit would log it as a fault
                await send(message)

        if self._open >= CONNECTIONS:
            self._silent.pop(next(iter(self._silent))).reschedule(0)
        self._open += 1
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(None) as self._silent[me]:
                    await self._app(scope, receive_in_turn, send_or_not)
        finally:
            self._open -= 1
            self._silent.pop(me, None)
