"""How fast one connection may talk, and how many there may be: nobody's haste is to be everybody's wait."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nncore.base.budget import CONNECTIONS, MESSAGES_A_SECOND, MESSAGES_AT_ONCE
from ui.log import log_refusal


class Pace:
    """Take no more connections than the limit, and from each its messages one after the other, in good time.

    Too many messages are not refused but left waiting in the network, so that nothing is lost.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        if self._open >= CONNECTIONS.most:
            log_refusal("websocket", "too many connections")
            await send({"type": "websocket.close", "code": 1013})
            return
        self._open += 1
        connection = _Connection(receive, send)
        try:
            await self._app(scope, connection.receive, connection.send)
        finally:
            self._open -= 1


class _Connection:
    """A connection on which a message waits until it is its turn, one step after that of the one before."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._clock = asyncio.get_running_loop().time
        self._turn = 0.0
        self._gone = False

    async def receive(self) -> Message:
        message = await self._receive()
        step = 1 / MESSAGES_A_SECOND.most
        self._turn = max(self._turn + step, self._clock() - MESSAGES_AT_ONCE.most * step)
        await asyncio.sleep(self._turn - self._clock())
        return {"type": "websocket.disconnect", "code": 1006} if self._gone else message

    async def send(self, message: Message) -> None:
        """Say something to whoever is still there: Streamlit takes the end of a line for a forged message."""
        try:
            if not self._gone:
                await self._send(message)
        except OSError:
            self._gone = True
