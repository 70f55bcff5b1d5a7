"""What may come in over the WebSocket: what a browser says to this course, and nothing else.

Streamlit answers a broken message with a traceback in the log, and does for any connection what only a
developer's own browser should ask for. So each message is looked at here first. One that no browser sends
ends its connection; one that asks for what this course does not offer goes unheard.
"""

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from nncore.base.budget import FILES_ASKED_FOR, WIDGETS_SET
from server.values import Widgets
from ui.log import log_refusal

HEARD = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
"""The kinds that the course needs. `clear_cache`, for one, would empty Streamlit's caches for everybody."""


class Forged(ValueError):
    """No browser sends this."""


class OnlyKnownMessages:
    """Let through what a browser says to the course."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._widgets = Widgets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            connection = _Connection(self._widgets, receive, send)
            await self._app(scope, connection.receive, connection.send)
        else:
            await self._app(scope, receive, send)


class _Connection:
    """One WebSocket, ended from our side at the first message that is forged."""

    def __init__(self, widgets: Widgets, receive: Receive, send: Send) -> None:
        self._widgets, self._receive, self._send = widgets, receive, send
        self._ended = False

    async def receive(self) -> Message:
        while not self._ended:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            try:
                said = read(message.get("bytes"))
            except Forged as error:
                log_refusal("a message", str(error))
                await self._send({"type": "websocket.close", "code": 1008})
                self._ended = True
            else:
                if is_heard(said):
                    return {**message, "bytes": self._without_misfits(said) or message["bytes"]}
        return {"type": "websocket.disconnect", "code": 1008}

    async def send(self, message: Message) -> None:
        if not self._ended:
            self._widgets.learn(message.get("bytes") or b"")
            await self._send(message)

    def _without_misfits(self, said: BackMsg) -> bytes | None:
        """Return a message without the values that no widget of their name can have; None if it has none."""
        states = said.rerun_script.widget_states.widgets
        fitting = [state for state in states if self._widgets.admits(state)]
        if len(fitting) == len(states):
            return None
        log_refusal("a message", "a value that its widget cannot have")
        del states[:]
        states.extend(fitting)
        return bytes(said.SerializeToString())


def read(data: bytes | None) -> BackMsg:
    """Return what a message says.

    Raises
    ------
    Forged
        If no browser would send it.
    """
    if data is None:
        raise Forged("text instead of bytes")
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        raise Forged("not in Streamlit's protocol") from None
    if len(message.file_urls_request.file_names) > FILES_ASKED_FOR.most:
        raise Forged("places for too many files")
    if len(message.rerun_script.widget_states.widgets) > WIDGETS_SET.most:
        raise Forged("values for too many widgets")
    return message


def is_heard(said: BackMsg) -> bool:
    """Say whether a message asks for what the course offers."""
    operation = said.backend_operation_request.WhichOneof("payload")
    return said.WhichOneof("type") in HEARD and operation in (None, "deferred_file")
