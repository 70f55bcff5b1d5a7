"""How fast visitors may talk, and how many there may be: nobody's haste is to be everybody's wait."""

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

    def is_there(self) -> bool:
        """Say whether a message would be taken at once."""
        return self._next - self._rest <= time.monotonic()

    def take(self) -> float:
        """Take a message, and return how many seconds it has to wait for its turn."""
        now = time.monotonic()
        turn = max(self._next - self._rest, now)
        self._next = max(self._next, now) + self._step
        return turn - now


class Pace:
    """Take no more connections than the limit, and their messages in good time.

    A visitor who talks as people do is taken at once. What is said faster comes from one budget that all
    bursts share, in turn: it is left waiting in the network, so that nothing is lost.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = 0
        self._silent: dict[object, asyncio.Timeout] = {}
        self._bursts = Budget(BURSTS_A_SECOND.most, BURSTS_AT_ONCE.most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif self._open - len(self._silent) >= CONNECTIONS.most:
            log_refusal("websocket", "too many connections")
            await send({"type": "websocket.close", "code": 1013})
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a connection; who has not asked for a page yet makes room for who comes."""
        own, me, gone = Budget(MESSAGES_A_SECOND.most, MESSAGES_AT_ONCE.most), object(), False

        async def receive_in_turn() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                self._silent.pop(me, None)
                await asyncio.sleep((own if own.is_there() else self._bursts).take())
            return {"type": "websocket.disconnect", "code": 1006} if gone else message

        async def send_to_who_is_there(message: Message) -> None:
            nonlocal gone
            try:  # Streamlit takes the end of a line for a forged message
                if not gone:
                    await send(message)
            except OSError:
                gone = True
            gone = gone or message["type"] == "websocket.close"

        if self._open >= CONNECTIONS.most:
            self._silent.pop(next(iter(self._silent))).reschedule(0)
        self._open += 1
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(None) as self._silent[me]:
                    await self._app(scope, receive_in_turn, send_to_who_is_there)
        finally:
            self._open -= 1
            self._silent.pop(me, None)
