"""How fast visitors may talk, and how many there may be, so that nobody waits long for others.

What a visitor says as fast as people do is taken at once. What is said faster comes out of one budget that
all who are fast share, or waits for the visitor's own next turn, whichever is sooner: pages that flood the
server never hold up one that is a little fast for more than a second.
"""

import asyncio
import random
import time
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nncore.base.budget import (
    BURSTS_A_SECOND,
    BURSTS_AT_ONCE,
    CONNECTIONS,
    MESSAGES_A_SECOND,
    MESSAGES_AT_ONCE,
    REDRAWS_A_SECOND,
)
from server.messages import parsed
from ui.log import log_refusal

UNHEARD = 0.1
"""Seconds that a page has to wait after a message that goes unheard: half of its own pause."""


def asks_by_itself(message: Message) -> bool:
    """Say whether a page looks how far something has come, in one of its fragments."""
    said = parsed(message.get("bytes"))
    return said is not None and said.rerun_script.is_auto_rerun and bool(said.rerun_script.fragment_id)


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


class Redraws:
    """So many redraws a second, which pages that ask by themselves have in equal parts, not all at a time."""

    def __init__(self) -> None:
        self._asked: dict[object, float] = {}
        self._due: dict[object, float] = {}

    def are_due(self, page: object) -> bool:
        """Say whether a page that asks is to be redrawn now; who has asked lately has a part."""
        now = self._asked[page] = time.monotonic()
        self._asked = {each: asked for each, asked in self._asked.items() if asked > now - 1}
        if now < self._due.get(page, now):
            return False
        self._due[page] = now + len(self._asked) / REDRAWS_A_SECOND * random.uniform(0.5, 1.5)  # noqa: S311
        return True

    def forget(self, page: object) -> None:
        """Take note that a page is closed."""
        self._due.pop(page, None)


class Pace:
    """Take no more connections than the limit, and their messages in good time.

    A message that has to wait stays in the network meanwhile, so nothing is lost that somebody did.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = 0
        self._silent: dict[object, asyncio.Timeout] = {}
        self._bursts = Budget(BURSTS_A_SECOND, BURSTS_AT_ONCE)
        self._redraws = Redraws()

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
            while (message := await receive())["type"] == "websocket.receive":
                self._silent.pop(me, None)
                if not asks_by_itself(message):
                    await asyncio.sleep(min(own, self._bursts, key=Budget.wait).take())
                    break
                if self._redraws.are_due(me):
                    break
                await asyncio.sleep(UNHEARD)
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
            self._redraws.forget(me)
