"""A connection as the server's own middleware sees it: what is said there, and what is answered."""

import asyncio
from typing import Any

from starlette.types import Message, Scope
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

CLOSED = {"type": "websocket.close", "code": 1008}
ASKED: Message = {
    "type": "websocket.receive",
    "bytes": BackMsg(rerun_script=ClientState()).SerializeToString(),
}


class Visitor:
    """What one connection or upload says, in order, and what it is answered; afterwards it says nothing."""

    def __init__(self, *said: Message) -> None:
        self.said, self.answers = list(said), list[Message]()
        self.heard = 0

    async def receive(self) -> Message:
        return self.said.pop(0) if self.said else await asyncio.Future()

    async def send(self, message: Message) -> None:
        self.answers.append(message)

    async def streamlit(self, _: Scope, receive: Any, __: Any) -> None:
        """Stand for Streamlit, which listens for ever."""
        while (await receive())["type"] != "websocket.disconnect":
            self.heard += 1
