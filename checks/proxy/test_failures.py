"""A process that is killed takes nobody else with it; its visitors, and a restart's, go on elsewhere."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from itertools import cycle

from websockets.exceptions import ConnectionClosed

from checks.proxy.farm import Farm
from tests.support.running import awaited
from tests.support.weights_files import npz, random_arrays
from tests.visitors.beside import draws, shows
from tools.visitor import Visitor

SEATS = 6


def test_who_was_on_a_killed_process_goes_on_on_another(course: Farm) -> None:
    async def lesson() -> None:
        async with AsyncExitStack() as seats:
            visitors = [await seats.enter_async_context(Visitor(course.address)) for _ in range(SEATS)]
            served = [course.who_serves(visitor.cookies) for visitor in visitors]
            for visitor in visitors:
                await visitor.open("draw")
                await draws(visitor, 2)
            os.kill(course.processes()[served[0]], signal.SIGKILL)
            for visitor, name in zip(visitors, served, strict=True):
                if name == served[0]:
                    await visitor.come_back()
                await shows(visitor, 2)
                await visitor.press("clear")
                await draws(visitor, 7)
                assert not visitor.screen.exceptions()
            others = [name for name in served if name != served[0]]
            assert len(others) >= 2
            now = [course.who_serves(visitor.cookies) for visitor in visitors]
            assert [name for name, before in zip(now, served, strict=True) if before != served[0]] == others

    awaited(lesson())


def test_a_network_that_went_with_its_process_is_missed(course: Farm) -> None:
    async def lesson() -> str:
        async with Visitor(course.address) as visitor:
            await visitor.open("evaluate", "at=own-network")
            await visitor.upload("mine.npz", npz(**random_arrays()))
            await visitor.go("draw")
            assert "Your network is in use" in visitor.screen.text()
            os.kill(course.processes()[course.who_serves(visitor.cookies)], signal.SIGKILL)
            await visitor.come_back()
            return visitor.screen.text()

    assert "This page used a network that somebody had brought or trained. Only they have it" in awaited(
        lesson()
    )


async def works(visitor: Visitor, over: asyncio.Event) -> int:
    """Move a weight until all is over; return how often its process went."""
    went, lost, weights = 0, False, cycle((2, 1))
    while lost or not over.is_set():
        weight = next(weights)
        try:
            if lost:
                await visitor.come_back()
            await visitor.put("w1", float(weight))
            lost = False
        except (ConnectionError, ConnectionClosed):
            went, lost = went + 1, True
            continue
        assert f"11{weight + 0.5}1" in visitor.screen.text()  # the row 1 1: its sum, and the answer 1
    return went


def restart(course: Farm) -> None:
    """End one process after the other, each once the one before is back."""
    for name, pid in sorted(course.processes().items()):
        os.kill(pid, signal.SIGTERM)
        course.wait_for_another(name, pid)


def test_a_rolling_restart_loses_nobody(course: Farm) -> None:
    async def lesson() -> list[int]:
        async with AsyncExitStack() as seats:
            visitors = [await seats.enter_async_context(Visitor(course.address)) for _ in range(SEATS // 2)]
            for visitor in visitors:
                await visitor.open("gates", "at=three-numbers&w1=1&w2=1&b=-0.5")
            over = asyncio.Event()
            working = [asyncio.ensure_future(works(visitor, over)) for visitor in visitors]
            await asyncio.to_thread(restart, course)
            over.set()
            return await asyncio.gather(*working)

    before = course.processes()
    assert min(awaited(lesson())) >= 1
    assert all(course.processes()[name] != pid for name, pid in before.items())
