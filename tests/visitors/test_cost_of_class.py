"""What one action of one visitor takes of the processor that a class shares; a busy machine takes no more."""

import json
import sys
from collections.abc import Awaitable, Callable

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.replay import recorded_strokes, send
from tests.support.running import awaited
from tests.visitors.conftest import App
from tools.process import cpu_seconds
from tools.visitor import Visitor

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
COUNT = 15
MOST = 0.12
"""Seconds of a processor that two others share; alone it is a quarter, and before a whole page was 0.38."""
STROKES = recorded_strokes()


async def draw(visitor: Visitor, number: int) -> None:
    await send(visitor, STROKES[number])


async def slide(visitor: Visitor, number: int) -> None:
    await visitor.put("w1", number / 10 - 1)


async def bend(visitor: Visitor, number: int) -> None:
    await visitor.put("at", number / 10 - 1)


async def share(visitor: Visitor, number: int) -> None:
    await visitor.put("a1", number / 10 - 1)


@pytest.mark.parametrize(
    ("page", "act"), [("draw", draw), ("gates", slide), ("activations", bend), ("activations", share)]
)
def test_an_action_takes_little(app: App, page: str, act: Callable[[Visitor, int], Awaitable[None]]) -> None:
    async def visit() -> float:
        async with Visitor(app.address) as visitor:
            await visitor.open(page)
            for number in range(3):
                await act(visitor, number)
            before = cpu_seconds(app.pid)
            for number in range(3, 3 + COUNT):
                await act(visitor, number)
            assert not visitor.screen.exceptions()
            return (cpu_seconds(app.pid) - before) / COUNT

    assert awaited(visit()) < MOST


def test_a_beat_that_nobody_looks_at_is_left_and_one_that_is_follows(app: App) -> None:
    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("draw")
            for number in range(3):
                await draw(visitor, number)
            seen = visitor.screen.find("beat-nearest").run
            await draw(visitor, 3)
            assert visitor.screen.find("beat-nearest").run == seen
            follows = visitor.screen.find("follow draw nearest")
            look = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{follows.content.id}__events")
            look.json_trigger_value = json.dumps([{"event": "look", "value": True}])
            await visitor.say(look, fragment=follows.fragment)
            assert visitor.screen.find("beat-nearest").run > seen
            data = json.loads(visitor.screen.find("follow draw nearest").content.json)
            told = json.loads(visitor.screen.find("follow draw your-digit").content.json)
            assert data["seen"] == {"draw your-digit": told["now"]}
            assert not visitor.screen.exceptions()

    awaited(visit())
