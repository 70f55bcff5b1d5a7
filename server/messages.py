"""What may come in over the WebSocket: what a browser says to this course, and nothing else.

Streamlit does for any connection what only a developer's own browser should ask for, and works through a
message that holds a million of something. So each message is looked at here first. One that no browser sends
ends its connection; one that asks for what this course does not offer goes unheard. A value that its widget
cannot have is let through: it ends that visitor's run in a sentence (`server/errors.py`).
"""

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from nncore.base.budget import FILES_ASKED_FOR, FILES_TOLD, HASHES_TOLD, VALUES_TOLD, WIDGETS_SET
from ui.log import log_refusal

HEARD = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
"""The kinds that the course needs. `clear_cache`, for one, would empty Streamlit's caches for everybody."""
NOT_HERE = {"arrow_value", "chat_input_value"}
"""Values of widgets that the course does not have, and that would hold others."""


class OnlyKnownMessages:
    """Let through what a browser says to the course."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def heard() -> Message:
            while (message := await receive())["type"] == "websocket.receive":
                said = parsed(message.get("bytes"))
                if said is None or is_too_much(said):
                    log_refusal("a message", "no browser sends it")
                    await send({"type": "websocket.close", "code": 1008})
                    return {"type": "websocket.disconnect", "code": 1008}
                if is_heard(said):
                    break
            return message

        await self._app(scope, heard if scope["type"] == "websocket" else receive, send)


def parsed(data: bytes | None) -> BackMsg | None:
    """Return what a message says in Streamlit's protocol; None if it is not in it."""
    said = BackMsg()
    try:
        said.ParseFromString(b"\xff" if data is None else data)  # text has no bytes: it is not in it either
    except DecodeError:
        return None
    return said


def is_too_much(said: BackMsg) -> bool:
    """Say whether a message holds more of something than a browser tells."""
    states = said.rerun_script.widget_states.widgets
    return (
        len(said.file_urls_request.file_names) > FILES_ASKED_FOR
        or len(said.rerun_script.cached_message_hashes) > HASHES_TOLD
        or len(states) > WIDGETS_SET
        or any(map(is_too_much_for_one, states))
    )


def is_too_much_for_one(state: WidgetState) -> bool:
    """Say whether a widget is told more than a browser tells any."""
    arrays = (state.double_array_value, state.int_array_value, state.string_array_value)
    return (
        len(state.file_uploader_state_value.uploaded_file_info) > FILES_TOLD
        or any(len(array.data) > VALUES_TOLD for array in arrays)
        or state.WhichOneof("value") in NOT_HERE
    )


def is_heard(said: BackMsg) -> bool:
    """Say whether a message asks for what the course offers."""
    operation = said.backend_operation_request.WhichOneof("payload")
    return said.WhichOneof("type") in HEARD and operation in (None, "deferred_file")
