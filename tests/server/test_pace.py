"""How much a visitor may ask, and how what a class asks is shared out."""

from typing import Any

import numpy as np
import pytest
from starlette.types import Message, Scope
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState

from server import limits
from server.pace import Pace, Redraws
from tests.support.connection import ASKED, Visitor
from tests.support.running import awaited


@pytest.mark.parametrize("error", [OSError, RuntimeError])
def test_the_answer_to_who_has_hung_up_goes_nowhere_without_an_error(error: type[Exception]) -> None:
    """The one is raised where the connection is lost, the other where it was closed."""

    async def send(_: Message) -> None:
        raise error

    async def streamlit(_: Scope, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "websocket.send", "bytes": b""})

    awaited(Pace(streamlit)({"type": "websocket"}, Visitor(ASKED).receive, send))


def test_bursts_share_one_budget_and_others_do_not_wait_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty who say a hundred things at once wait for one another; one who is a little fast for a second."""
    waits: dict[int, list[float]] = {}
    monkeypatch.setattr("time.monotonic", lambda: 1000.0)
    tabs, each = 20, 100

    async def talk(pace: Pace, number: int, count: int) -> None:
        visitor = Visitor(*[ASKED] * count, {"type": "websocket.disconnect"})

        async def streamlit(_: Scope, receive: Any, __: Any) -> None:
            while (await receive())["type"] == "websocket.receive":
                pass

        async def note(seconds: float) -> None:
            waits.setdefault(number, []).append(seconds)

        with monkeypatch.context() as patch:
            patch.setattr("server.pace.asyncio.sleep", note)
            pace._app = streamlit
            await pace({"type": "websocket"}, visitor.receive, visitor.send)

    async def crowd() -> None:
        pace = Pace(lambda *_: None)  # type: ignore[arg-type]
        for number in range(tabs):
            await talk(pace, number, each)
        await talk(pace, tabs, limits.MESSAGES_AT_ONCE + 1)

    awaited(crowd())
    at_once = [wait for number in range(tabs) for wait in waits[number] if wait < 0.001]
    assert len(at_once) == tabs * limits.MESSAGES_AT_ONCE + limits.BURSTS_AT_ONCE
    rest, a_second = tabs * each - len(at_once), tabs * limits.MESSAGES_A_SECOND
    assert max(map(max, waits.values())) > rest / (a_second + limits.BURSTS_A_SECOND)
    assert waits[tabs] == [*[0] * limits.MESSAGES_AT_ONCE, 1 / limits.MESSAGES_A_SECOND]


def test_pages_that_ask_by_themselves_have_equal_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty who train ask five times a second: each is heard within ten seconds; who is alone, always."""
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    redraws, pages, seconds = Redraws(), 60, 60
    heard: dict[int, list[float]] = {page: [] for page in range(pages)}
    for turn in range(5 * seconds):
        for page in range(pages):
            now = 1000 + (turn + page / pages) / 5
            if redraws.are_due(page):
                heard[page].append(now)
    assert sum(map(len, heard.values())) <= 1.25 * seconds * limits.REDRAWS_A_SECOND
    assert max(np.diff([*times, now]).max() for times in heard.values()) < 10
    now += 10
    alone = Redraws()
    for _ in range(5):
        now += 0.2
        assert alone.are_due("a page")


def test_what_a_page_asks_too_often_goes_unheard_and_a_click_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.pace.REDRAWS_A_SECOND", 0.01)
    look = BackMsg(rerun_script=ClientState(is_auto_rerun=True, fragment_id="a training")).SerializeToString()
    asks: list[Message] = [{"type": "websocket.receive", "bytes": look}] * 5
    visitor = Visitor(*asks, ASKED, {"type": "websocket.disconnect"})
    awaited(Pace(visitor.streamlit)({"type": "websocket"}, visitor.receive, visitor.send))
    assert visitor.heard == 2
