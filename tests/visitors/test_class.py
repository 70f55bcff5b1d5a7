"""What the class of the soak run does still goes on the pages as they are, and what it measures is there."""

import time

import numpy as np
import pytest

from checks.soak.__main__ import measure
from nncore.images.strokes import load_traces
from tests.support.running import awaited
from tests.visitors.conftest import WORD, App
from tools import classroom
from tools.visitor import Visitor


@pytest.mark.parametrize("lesson", classroom.LESSONS, ids=lambda lesson: lesson.__name__)
def test_a_lesson_goes(app: App, monkeypatch: pytest.MonkeyPatch, lesson: classroom.Work) -> None:
    monkeypatch.setattr(classroom, "THINK", 0)

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open()
            for seed in range(2):
                await lesson(visitor, np.random.default_rng(seed), load_traces())
                assert not visitor.screen.exceptions()

    awaited(visit())


def test_the_server_is_measured(app: App) -> None:
    async def visit() -> int:
        async with Visitor(app.address) as visitor:
            await visitor.open()
            return measure(time.monotonic(), app.pid, app.address, WORD).sessions

    before = measure(time.monotonic(), app.pid, app.address, WORD)
    assert before.megabytes > 50
    assert before.threads > 1
    assert before.cpu_seconds > 0
    assert awaited(visit()) > 0
