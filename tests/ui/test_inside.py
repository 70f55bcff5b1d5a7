"""What is done about Streamlit's own inside."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

import ui.inside  # noqa: F401, which is what is tested


def said(text: str) -> ForwardMsg:
    """Return what a fragment says."""
    message = ForwardMsg()
    message.metadata.delta_path[:] = [0, 2]
    message.delta.fragment_id = "screen"
    message.delta.new_element.text.body = text
    return message


def test_what_a_fragment_has_said_is_sent_though_it_runs_again() -> None:
    """If it were dropped, the browser would take the fragment away, and put it where the foot stands."""
    queue = ForwardMsgQueue()
    queue.enqueue(said("as the page was made"))
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=["screen"])
    queue.enqueue(said("again"))
    assert [message.delta.new_element.text.body for message in queue.flush()] == [
        "as the page was made",
        "again",
    ]


def test_what_a_page_has_said_is_dropped_once_it_is_made_again() -> None:
    queue = ForwardMsgQueue()
    queue.enqueue(said("before"))
    queue.clear(retain_lifecycle_msgs=True)
    assert queue.flush() == []
