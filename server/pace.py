"""Who may connect, what they may say and how fast, so that nobody waits long for others.

Messages at the speed of people are taken at once. Faster ones come out of one budget that all fast pages
share, or wait for their page's own next turn, whichever is sooner: pages that flood the server never hold up
one that is a little fast for more than a second.
"""

import asyncio
import random
import time
from contextlib import suppress
from functools import partial

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from server.limits import (
    BURSTS_A_SECOND,
    BURSTS_AT_ONCE,
    CONNECTIONS,
    MESSAGES_A_SECOND,
    MESSAGES_AT_ONCE,
    REDRAWS_A_SECOND,
)
from server.messages import is_auto_rerun, is_offered, parsed
from ui.log import log_refusal

UNHEARD = 0.1
"""Seconds that a page has to wait after a redraw that it does not get: half of its own pause."""


class Budget:
    """A number of messages a second and, after a pause, a number at once."""

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
    """A number of redraws a second, in equal parts for the pages that ask for them by themselves."""

    def __init__(self) -> None:
        self._due: dict[object, float] = {}

    def are_due(self, page: object) -> bool:
        """Return whether a page that asks is to be redrawn now; its next turn depends on how many ask."""
        now = time.monotonic()
        if now < self._due.get(page, now):
            return False
        self._due = {each: due for each, due in (self._due | {page: now}).items() if due > now - 1}
        self._due[page] += len(self._due) / REDRAWS_A_SECOND * random.uniform(0.5, 1.5)  # noqa: S311
        return True


class Pace:
    """Take no more connections than the limit, and their messages in good time.

    A message that has to wait stays in the network meanwhile, so no action is lost. One that
    no browser sends ends its connection; one that asks for what the course does not offer goes unheard.
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
        page = Budget(MESSAGES_A_SECOND, MESSAGES_AT_ONCE)

        async def send_or_not(message: Message) -> None:
            with suppress(OSError, RuntimeError):  # the visitor has gone: Streamlit would log it as a fault
                await send(message)

        if self._open >= CONNECTIONS:
            self._silent.pop(next(iter(self._silent))).reschedule(0)
        self._open += 1
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(None) as self._silent[page]:
                    await self._app(scope, partial(self._receive, receive, send, page), send_or_not)
        finally:
            self._open -= 1
            self._silent.pop(page, None)

    async def _receive(self, receive: Receive, send: Send, page: Budget) -> Message:
        """Return the next message that is heard, once it is its turn."""
        while (message := await receive())["type"] == "websocket.receive":
            self._silent.pop(page, None)
            if (request := parsed(message.get("bytes"))) is None:
                log_refusal("a message", "no browser sends it")
                await send({"type": "websocket.close", "code": 1008})
                return {"type": "websocket.disconnect", "code": 1008}
            if await self._is_heard(request, page):
                break
        return message

    async def _is_heard(self, request: BackMsg, page: Budget) -> bool:
        """Wait for a request's turn; return whether it is heard."""
        if not is_auto_rerun(request):
            await asyncio.sleep(min(page, self._bursts, key=Budget.wait).take())
            return is_offered(request)
        is_due = self._redraws.are_due(page)
        await asyncio.sleep(0 if is_due else UNHEARD)
        return is_due
