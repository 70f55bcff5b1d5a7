"""A school at once: ``python -m benchmarks.school``: one and three processes behind HAProxy, and a fail-over.

The visitors, who have no browsers, run on the same machine and take processor time from the processes: three
grow to less than three times one where the machine has no more than two processors, so that is told as well.
"""

import argparse
import asyncio
import os
import signal
import sys
import time
from contextlib import AsyncExitStack

import numpy as np

from benchmarks.classroom import LOG, drawing, held
from benchmarks.growth import FOLDER
from benchmarks.table import Figure, figure, save, show
from tools.classroom import some_digit
from tools.farm import Farm, farm
from tools.haproxy import find
from tools.pen import draw_on_paper
from tools.process import cpu_seconds, megabytes
from tools.screen import Screen
from tools.serving import ROOT, serving
from tools.visitor import Visitor
from training.strokes import load_traces

SIZES = (5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 150, 180)
"""Visitors who draw at once: each a stroke every three seconds."""
MOST = 0.3
"""Seconds that nineteen of twenty answers may take."""
SEATS = 6


def strokes(there: Farm, visitors: int, seconds: float) -> tuple[float, float]:
    """Let so many draw; return how long 19 of 20 waited at most, and the CPU seconds of a stroke."""
    seats = [drawing()(number) for number in range(visitors)]
    processes = there.processes().values()
    used = sum(map(cpu_seconds, processes))
    lesson = asyncio.run(held(there.address, there.pid, seats, seconds))
    used = sum(map(cpu_seconds, processes)) - used
    waited = float(np.percentile(lesson.times.answer, 95)) if lesson.times.answer else float("inf")
    return (float("inf") if lesson.times.lost else waited), used / max(1, len(lesson.times.end))


def most_at_once(there: Farm, seconds: float) -> tuple[int, float]:
    """Return how many may draw until one answer of twenty is late, and the CPU seconds of a stroke then."""
    held_so_far, cost = 0, float("nan")
    for visitors in SIZES:
        waited, each = strokes(there, visitors, seconds)
        if waited > MOST:
            break
        held_so_far, cost = visitors, each
    return held_so_far, cost


def answer(screen: Screen) -> str:
    """Return the digit that is read, as the page says it first; empty while there is none."""
    return screen.text("prediction")[:1]


async def fail_over(there: Farm) -> list[float]:
    """Kill the process of some visitors; return the seconds until each has the answer back."""
    rng, traces = np.random.default_rng(0), load_traces()
    async with AsyncExitStack() as seats:
        visitors = [await seats.enter_async_context(Visitor(there.address)) for _ in range(SEATS)]
        for visitor in visitors:
            await visitor.open("draw")
            await draw_on_paper(visitor, some_digit(rng, traces))
            await visitor.until(answer)
        name = there.who_serves(visitors[0].cookies)
        theirs = [visitor for visitor in visitors if there.who_serves(visitor.cookies) == name]
        os.kill(there.processes()[name], signal.SIGKILL)
        killed = time.monotonic()

        async def back(visitor: Visitor) -> float:
            before = answer(visitor.screen)
            await visitor.come_back()
            await visitor.until(lambda screen: answer(screen) == before)
            return time.monotonic() - killed

        return await asyncio.gather(*map(back, theirs))


def woken() -> float:
    """Start Streamlit with the script alone, as hosts do; return the seconds until somebody has a page."""

    async def visit(address: str) -> None:
        async with Visitor(address) as visitor:
            await visitor.open()

    begun = time.monotonic()
    with serving(LOG, script="app.py") as (address, _):
        asyncio.run(visit(address))
        return time.monotonic() - begun


def figures(seconds: float) -> list[Figure]:
    """Measure one process, three, and what a killed one costs its visitors."""
    LOG.parent.mkdir(exist_ok=True)
    with farm(LOG, 1) as one:
        alone, cost = most_at_once(one, seconds)
        memory = max(map(megabytes, one.processes().values()))
    with farm(LOG, 3) as three:
        together, _ = most_at_once(three, seconds)
        three.wait()
        lost = asyncio.run(fail_over(three))
    first = figure("one process: draw at once, p95 ≤ 300 ms", [alone], "visitors")
    return [
        first,
        figure("one process: a stroke", [1000 * cost], "ms CPU"),
        figure("one process: its memory then", [memory], "MB"),
        figure("three processes: draw at once, p95 ≤ 300 ms", [together], "visitors", floor=first),
        figure("streamlit run app.py: until the first page is there", [woken() for _ in range(3)], "s"),
        figure("a process is killed: seconds until its visitors' answers are back", lost, "s"),
    ]


def main(seconds: float = 20) -> None:
    """Measure, where there is HAProxy."""
    if find() is None:
        sys.stdout.write("The figures of several processes need HAProxy: install the package haproxy.\n")
        return
    found = figures(seconds)
    save(found, FOLDER / "school.json")
    show(found)
    sys.stdout.write(f"This machine has {os.cpu_count()} processors; the visitors run on them, too.\n")
    sys.stdout.write(f"{(FOLDER / 'school.json').relative_to(ROOT)} holds the same.\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.school", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="how long each number of visitors draws")
    main(parser.parse_args().seconds)
