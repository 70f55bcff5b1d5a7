"""The server's limits, a row each: so many are taken, and not one more; `server/limits.py` says why."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from server import limits, uploads
from server.pace import Pace
from server.uploads import UploadLimits
from tests.support.connection import ASKED, CLOSED, Visitor
from tests.support.running import awaited


def is_heard(message: BackMsg) -> bool:
    """Say whether a message gets through to Streamlit; if not its connection is closed."""
    visitor = Visitor(
        {"type": "websocket.receive", "bytes": message.SerializeToString()}, {"type": "websocket.disconnect"}
    )
    awaited(Pace(visitor.streamlit)({"type": "websocket"}, visitor.receive, visitor.send))
    assert visitor.answers == ([] if visitor.heard else [CLOSED])
    return bool(visitor.heard)


def widget(**value: Any) -> bool:
    """Return whether a widget may hold a value."""
    message = BackMsg()
    message.rerun_script.widget_states.widgets.append(WidgetState(id="$$ID-a-b", **value))
    return is_heard(message)


def widgets(count: int) -> bool:
    message = BackMsg()
    message.rerun_script.widget_states.widgets.extend(WidgetState(id=str(n)) for n in range(count))
    return is_heard(message)


def hashes(count: int) -> bool:
    message = BackMsg()
    message.rerun_script.cached_message_hashes.extend(["a"] * count)
    return is_heard(message)


def places(count: int) -> bool:
    message = BackMsg()
    message.file_urls_request.file_names.extend(["a"] * count)
    return is_heard(message)


def side_by_side(app: Callable[[Visitor], Any], visitors: list[Visitor]) -> None:
    """Let visitors come one after the other, and stay until nothing more happens."""

    async def stay() -> None:
        tasks = []
        for visitor in visitors:
            tasks.append(asyncio.ensure_future(app(visitor)))
            for _turn in range(20):
                await asyncio.sleep(0)
        for task in tasks:
            task.cancel()

    awaited(stay())


def connections(count: int) -> bool:
    """Open so many, each of which asks for a page; say whether the last is served."""
    visitors = [Visitor(ASKED) for _ in range(count)]
    pace = Pace(lambda *_: None)  # type: ignore[arg-type]

    def come(visitor: Visitor) -> Any:
        pace._app = visitor.streamlit
        return pace({"type": "websocket"}, visitor.receive, visitor.send)

    side_by_side(come, visitors)
    return not visitors[-1].answers


def uploading(sessions: list[str]) -> bool:
    """Begin an upload for each of these sessions; say whether the last may go on."""
    visitors = [Visitor() for _ in sessions]
    names = iter(sessions)
    limits = UploadLimits(visitors[0].streamlit)

    def begin(visitor: Visitor) -> Any:
        scope = {"type": "http", "method": "PUT", "path": f"/_stcore/upload_file/{next(names)}/a"}
        return limits(scope, visitor.receive, visitor.send)

    side_by_side(begin, visitors)
    assert not visitors[-1].answers or visitors[-1].answers[0]["status"] == 429
    return not visitors[-1].answers


LIMITS: dict[str, tuple[int, Callable[[int], bool]]] = {
    "hashes": (limits.HASHES_OF_A_MESSAGE, hashes),
    "files of a widget": (
        limits.FILES_OF_A_WIDGET,
        lambda n: widget(file_uploader_state_value={"uploaded_file_info": [{}] * n}),
    ),
    "strings of a widget": (
        limits.VALUES_OF_A_WIDGET,
        lambda n: widget(string_array_value={"data": [""] * n}),
    ),
    "numbers of a widget": (
        limits.VALUES_OF_A_WIDGET,
        lambda n: widget(double_array_value={"data": [0.0] * n}),
    ),
    "widgets": (limits.WIDGETS_OF_A_MESSAGE, widgets),
    "places for files": (limits.FILES_ASKED_FOR, places),
    "connections": (limits.CONNECTIONS, connections),
    "uploads of one": (limits.UPLOADS_A_SESSION, lambda n: uploading(["a"] * n)),
    "uploads of all": (limits.UPLOADS_AT_ONCE, lambda n: uploading([str(number) for number in range(n)])),
}


@pytest.mark.parametrize("what", LIMITS)
def test_so_many_are_taken_and_not_one_more(what: str) -> None:
    limit, is_taken = LIMITS[what]
    assert is_taken(limit)
    assert not is_taken(limit + 1)


@pytest.mark.parametrize("seconds", ["UPLOAD_SECONDS", "UPLOAD_PAUSE"])
def test_no_upload_stalls_or_takes_for_ever(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, seconds, 0)
    visitor = Visitor()
    scope = {"type": "http", "method": "PUT", "path": "/_stcore/upload_file/a/b"}
    ended = UploadLimits(visitor.streamlit)(scope, visitor.receive, visitor.send)
    awaited(asyncio.wait_for(ended, 20))
    assert visitor.answers[0]["status"] == 408


def test_an_upload_that_has_ended_leaves_nothing_behind() -> None:
    """Else whoever makes up sessions fills the memory."""
    limits, visitor = UploadLimits(PlainTextResponse("", 400)), Visitor()
    scope = {"type": "http", "method": "PUT", "path": "/_stcore/upload_file/made-up/a"}
    awaited(limits(scope, visitor.receive, visitor.send))
    assert visitor.answers[0]["status"] == 400
    assert not limits._under_way


def test_who_has_asked_for_no_page_makes_room() -> None:
    """Whoever asks keeps the place; the oldest who do not lose theirs to those who come."""
    silent = [Visitor() for _ in range(limits.CONNECTIONS)]
    asking = [Visitor(ASKED) for _ in range(limits.CONNECTIONS)]
    pace = Pace(lambda *_: None)  # type: ignore[arg-type]
    gone: list[Visitor] = []

    async def come(visitor: Visitor) -> None:
        pace._app = visitor.streamlit
        await pace({"type": "websocket"}, visitor.receive, visitor.send)
        gone.append(visitor)

    side_by_side(come, silent + asking)
    assert [visitor for visitor in asking if not visitor.heard] == []
    assert [visitor for visitor in gone if visitor in asking] == []
    assert len(gone) == len(silent)
