"""The replayed class of the benchmarks: who leaves while the page works for them leaves nothing behind."""

import asyncio
import gc

import pytest

from benchmarks.classroom import elsewhere, held
from tests.support.running import awaited
from tests.visitors.conftest import App


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_class_leaves_without_a_complaint(app: App, number: int) -> None:
    complaints: list[object] = []

    async def visit() -> int:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context))
        result = await held(app.address, app.pid, [elsewhere(number)], 1.0, every=0.2)
        if behind := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(behind)
        del behind
        gc.collect()  # a task that failed unheard complains when it goes
        assert not result.lost
        return len(result.waits)

    assert awaited(visit()) >= 1
    assert not complaints
