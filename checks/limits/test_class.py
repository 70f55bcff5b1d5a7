"""What one action of one visitor takes of the processor that a class shares; a busy machine takes no more."""

import sys

import pytest

from benchmarks.classroom import Act, moving, recorded_strokes, send, step
from tests.support.running import awaited
from tests.visitors.conftest import App
from tools.process import cpu_seconds
from tools.screen import names
from tools.visitor import Visitor

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
COUNT = 15
TIMES = 3
"""An action may take so many times what it is to take alone: others share the processor."""
STROKES = recorded_strokes()


async def let_it_work(visitor: Visitor) -> None:
    """Wait until no work of this visitor's can be stopped any more."""
    await visitor.until(
        lambda screen: not any(names(part)[0].startswith("stop_") for part in screen.widgets())
    )


async def draw(visitor: Visitor, number: int) -> None:
    await send(visitor, STROKES[number])


async def push(visitor: Visitor, _: int) -> None:
    """Draw all about the push that was measured: a new one computes besides, as long as a slice takes."""
    await visitor.put("push_right", 2.0)
    await let_it_work(visitor)


@pytest.mark.parametrize(
    ("page", "query", "act", "alone"),
    [
        ("draw", "", draw, 0.030),
        ("gates", "at=three-numbers", moving("w1"), 0.018),
        ("activations", "at=why-bend", moving("c1"), 0.030),
        ("activations", "at=last-layer", moving("a1"), 0.030),
        ("forward", "at=digit-network", step, 0.029),
        ("evaluate", "at=pushing", push, 0.020),
    ],
)
def test_an_action_takes_little(app: App, page: str, query: str, act: Act, alone: float) -> None:
    async def visit() -> float:
        async with Visitor(app.address) as visitor:
            await visitor.open(page, query)
            for number in range(3):
                await act(visitor, number)
            before = cpu_seconds(app.pid)
            for number in range(3, 3 + COUNT):
                await act(visitor, number)
            assert not visitor.screen.exceptions()
            return (cpu_seconds(app.pid) - before) / COUNT

    assert awaited(visit()) < TIMES * alone
