"""What a browser says to this course over the WebSocket, and nothing else.

Streamlit does for any connection what only a developer's own browser should ask for, and works through a
message that holds a million of something. So each message is judged here first; `server/pace.py` acts on it.
A value that its widget cannot have is let through: it ends that visitor's run in a sentence
(`server/errors.py`).
"""

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from server.limits import (
    FILES_ASKED_FOR,
    FILES_OF_A_WIDGET,
    HASHES_OF_A_MESSAGE,
    VALUES_OF_A_WIDGET,
    WIDGETS_OF_A_MESSAGE,
)

OFFERED = {"rerun_script", "stop_script", "file_urls_request", "app_heartbeat", "backend_operation_request"}
"""The kinds that the course needs. `clear_cache`, for one, would empty Streamlit's caches for everybody."""
NOT_HERE = {"arrow_value", "chat_input_value"}
"""Values of widgets that the course does not have, and that would hold others."""


def parsed(data: bytes | None) -> BackMsg | None:
    """Return a message in Streamlit's protocol; None if no browser sends such a one."""
    message = BackMsg()
    try:
        message.ParseFromString(b"\xff" if data is None else data)  # text has no bytes: no browser sends any
    except DecodeError:
        return None
    return None if is_too_much(message) else message


def is_too_much(message: BackMsg) -> bool:
    """Return whether a message holds more of something than any browser sends."""
    states = message.rerun_script.widget_states.widgets
    return (
        len(message.file_urls_request.file_names) > FILES_ASKED_FOR
        or len(message.rerun_script.cached_message_hashes) > HASHES_OF_A_MESSAGE
        or len(states) > WIDGETS_OF_A_MESSAGE
        or any(map(is_too_much_for_one, states))
    )


def is_too_much_for_one(state: WidgetState) -> bool:
    """Return whether a widget holds more than any widget of the course."""
    arrays = (state.double_array_value, state.int_array_value, state.string_array_value)
    return (
        len(state.file_uploader_state_value.uploaded_file_info) > FILES_OF_A_WIDGET
        or any(len(array.data) > VALUES_OF_A_WIDGET for array in arrays)
        or state.WhichOneof("value") in NOT_HERE
    )


def is_offered(message: BackMsg) -> bool:
    """Return whether the course offers what a message asks for."""
    operation = message.backend_operation_request.WhichOneof("payload")
    return message.WhichOneof("type") in OFFERED and operation in (None, "deferred_file")


def is_auto_rerun(message: BackMsg) -> bool:
    """Return whether a page asks by itself how far something has come, in one of its fragments."""
    return message.rerun_script.is_auto_rerun and bool(message.rerun_script.fragment_id)
