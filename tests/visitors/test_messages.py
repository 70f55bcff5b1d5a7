"""What is no message of a browser's ends its own connection at most."""

import numpy as np
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed

from server.limits import FILES_ASKED_FOR, WIDGETS_OF_A_MESSAGE
from tests.visitors.beside import answers_beside
from tests.visitors.conftest import App
from tools.process import megabytes
from tools.visitor import Visitor

RANDOM = np.random.default_rng(11)


def rerun(**fields: object) -> BackMsg:
    """A request for a run, with these fields of the client's state."""
    message = BackMsg()
    message.rerun_script.SetInParent()
    for name, value in fields.items():
        setattr(message.rerun_script, name, value)
    return message


def with_widgets(count: int) -> BackMsg:
    message = rerun()
    for number in range(count):
        message.rerun_script.widget_states.widgets.add(id=f"$$ID-{number:032x}-None", int_value=number)
    return message


def wanting_files(count: int) -> BackMsg:
    message = BackMsg()
    message.file_urls_request.file_names.extend(["a"] * count)
    return message


def installing_skills() -> BackMsg:
    message = BackMsg()
    message.backend_operation_request.install_skills.SetInParent()
    return message


def fetching(file: str) -> BackMsg:
    message = BackMsg()
    message.backend_operation_request.deferred_file.file_id = file
    return message


WHOLE = with_widgets(3).SerializeToString()
MESSAGES: dict[str, list[bytes | str]] = {
    "random bytes": [RANDOM.bytes(size) for size in (1, 2, 7, 100, 10_000)],
    "cut messages": [WHOLE[:end] for end in range(1, len(WHOLE), 10)],
    "text": ["", "hello", '{"rerun_script": {}}'],
    "nothing": [b"", BackMsg().SerializeToString()],
    "huge": [b"\0" * 30_000_000, rerun(query_string="x" * 25_000_000).SerializeToString()],
    "other kinds": [
        BackMsg(clear_cache=True).SerializeToString(),
        BackMsg(set_run_on_save=True).SerializeToString(),
        BackMsg(stop_script=True).SerializeToString(),
        BackMsg(load_git_info=True).SerializeToString(),
        BackMsg(debug_disconnect_websocket=True).SerializeToString(),
        BackMsg(debug_shutdown_runtime=True).SerializeToString(),
        BackMsg(app_heartbeat=True).SerializeToString(),
        installing_skills().SerializeToString(),
        fetching("../../etc/passwd").SerializeToString(),
    ],
    "nowhere": [
        rerun(page_script_hash="f" * 32).SerializeToString(),
        rerun(page_name="nowhere").SerializeToString(),
        rerun(page_name="../../etc/passwd").SerializeToString(),
        rerun(fragment_id="0" * 32).SerializeToString(),
        rerun(query_string="x" * 100_000).SerializeToString(),
        rerun(query_string="&".join(f"k{n}={n}" for n in range(10_000))).SerializeToString(),
        rerun(query_string="%ff%00=%fe&&==;?#" * 10).SerializeToString(),
    ],
    "crowds": [
        with_widgets(WIDGETS_OF_A_MESSAGE + 1).SerializeToString(),
        wanting_files(FILES_ASKED_FOR + 1).SerializeToString(),
    ],
}


async def say(visitor: Visitor, message: bytes | str) -> None:
    """Send a message of any kind, then ask for a page."""
    await visitor.socket.send(message)
    await visitor.open("gates")


CUT_OFF = ("random bytes", "cut messages", "text", "huge", "crowds")


@pytest.mark.parametrize("kind", MESSAGES)
def test_what_no_browser_says_ends_its_own_connection_at_most(app: App, kind: str) -> None:
    """Whoever says what is no message is cut off, and whoever draws beside is answered."""

    async def attack(address: str) -> None:
        for message in MESSAGES[kind]:
            async with Visitor(address) as visitor:
                if kind in CUT_OFF:
                    with pytest.raises((ConnectionError, ConnectionClosed)):
                        await say(visitor, message)
                else:
                    await say(visitor, message)
                    assert "Can one neuron compute AND?" in visitor.screen.text()

    held = megabytes(app.pid)
    assert answers_beside(app.address, attack) >= 1
    assert megabytes(app.pid) < held + 100
