"""A process that is killed takes nobody else with it; its visitors, and a restart's, go on elsewhere."""

import asyncio
import os
import re
import signal
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from itertools import cycle
from urllib.parse import quote

from websockets.exceptions import ConnectionClosed

from checks.proxy.lessons import draws, reads
from tests.support.running import awaited
from tests.support.weights_files import npz, random_arrays
from tools.farm import Farm
from tools.screen import Screen
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
                await reads(visitor, 2)
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
            await visitor.open("evaluate", "section=" + quote("Your own network"))
            await visitor.upload("mine.npz", npz(**random_arrays()))
            await visitor.go("draw")
            assert "Your network is in use" in visitor.screen.text()
            os.kill(course.processes()[course.who_serves(visitor.cookies)], signal.SIGKILL)
            await visitor.come_back()
            return visitor.screen.text()

    assert "This page used a network that somebody had brought or trained. Only they have it" in awaited(
        lesson()
    )


def steps(screen: Screen) -> int:
    """Return how many steps the network for digits has learned, as the page says; 0 before it says so."""
    said = re.search(r"After step ([\d\u202f\u2009]+) it reads", screen.text())
    return int(re.sub(r"\D", "", said[1])) if said else 0


def further(than: int) -> Callable[[Screen], bool]:
    """Return the condition that it has learned more steps than these."""
    return lambda screen: steps(screen) > than


def test_a_training_goes_on_while_another_process_is_killed(course: Farm) -> None:
    async def lesson() -> None:
        async with AsyncExitStack() as seats:
            visitors = [await seats.enter_async_context(Visitor(course.address)) for _ in range(SEATS)]
            served = [course.who_serves(visitor.cookies) for visitor in visitors]
            others = [v for v, name in zip(visitors, served, strict=True) if name != served[0]]
            assert len(others) >= 2
            for visitor in others:
                await visitor.open("learn")
                await visitor.press("digits_play")
                await visitor.until(steps)
            os.kill(course.processes()[served[0]], signal.SIGKILL)
            for visitor in others:  # none of them comes back: their sockets stay open
                await visitor.until(further(steps(visitor.screen)))
                assert not visitor.screen.exceptions()

    awaited(lesson())


async def works(visitor: Visitor, over: asyncio.Event) -> float:
    """Move a weight until all is over; return the longest time without an answer, from asking to the next."""
    longest = 0.0
    for weight in cycle((2, 1)):
        begun = time.monotonic()
        try:
            await visitor.put("w1", float(weight))
        except (ConnectionError, ConnectionClosed):
            await visitor.come_back()
            longest = max(longest, time.monotonic() - begun)
            await visitor.put("w1", float(weight))
        assert f"{weight}·1 + 1·0 − 0.5" in visitor.screen.text()
        if over.is_set():
            break
    return longest


def restart(course: Farm) -> float:
    """End one process after the other, each once the one before is back; return how long that took."""
    begun = time.monotonic()
    for name, pid in sorted(course.processes().items()):
        os.kill(pid, signal.SIGTERM)
        course.wait_for_another(name, pid)
    return time.monotonic() - begun


def test_a_rolling_restart_loses_nobody(course: Farm) -> None:
    async def lesson() -> tuple[float, list[float]]:
        async with AsyncExitStack() as seats:
            visitors = [await seats.enter_async_context(Visitor(course.address)) for _ in range(SEATS)]
            for visitor in visitors:
                await visitor.open("gates", "w1=1&w2=1&b=-0.5")
            over = asyncio.Event()
            working = [asyncio.ensure_future(works(visitor, over)) for visitor in visitors]
            took = await asyncio.to_thread(restart, course)
            over.set()
            return took, await asyncio.gather(*working)

    before = course.processes()
    took, lost = awaited(lesson())
    assert all(course.processes()[name] != pid for name, pid in before.items())
    assert 0 < max(lost) < took, (took, lost)
