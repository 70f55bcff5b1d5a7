"""A class at once: ``python -m benchmarks.classroom --visitors 60``.

The server runs in a process of its own, as `make run` starts it; visitors without browsers speak Streamlit's
protocol with it. Each acts every three seconds, and who is held up goes on as soon as possible. They take
processor time from the server where the machine has no more than two processors, so it is told as well.
"""

import argparse
import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from benchmarks.replay import Act, TimedVisitor, Times, recorded_strokes, send
from benchmarks.table import Figure, figure, show
from tools.process import cpu_seconds, megabytes
from tools.serving import ROOT, serving

EVERY = 3.0
"""Seconds from one action of a visitor to the next."""
QUICKLY = 0.25
"""The same for somebody who draws alone."""
LOG = ROOT / ".cache" / "bench.log"
CANVAS_FLOOR, SLIDER_FLOOR = "benchmarks/floors/canvas.py", "benchmarks/floors/slider.py"
WAY = [*["step-on"] * 6, *["step-back"] * 6]


@dataclass(frozen=True)
class Seat:
    """What one visitor does: the page, its parameters, and what is done there again and again."""

    page: str
    query: str
    act: Act


@dataclass
class Lesson:
    """What came of a class's work: how long visitors waited, and what the server needed for it."""

    times: Times
    cpu: float
    megabytes: float

    @property
    def each(self) -> float:
        """Milliseconds of processor time for one action."""
        return 1000 * self.cpu / max(1, len(self.times.end))


def drawing(page: str = "draw") -> Callable[[int], Seat]:
    """Return what somebody does who draws one stroke after another, each beginning elsewhere."""
    strokes = recorded_strokes()

    def seat(number: int) -> Seat:
        async def act(visitor: TimedVisitor, turn: int) -> None:
            await send(visitor, strokes[(7 * number + turn) % len(strokes)])

        return Seat(page, "", act)

    return seat


def lessons(number: int) -> Seat:
    """Return what one of a class does elsewhere: ten of sixty push all images, the others step and slide."""
    if number % 6 == 0:
        return Seat("evaluate", "at=pushing", push)
    return (
        Seat("forward", "at=digit-network", step),
        Seat("gates", "at=three-numbers", slide),
        Seat("activations", "at=why-bend", bend),
    )[number % 3]


async def step(visitor: TimedVisitor, turn: int) -> None:
    """Go on by a step in the digit network, and from the end back again."""
    await visitor.press(WAY[turn % len(WAY)])


async def slide(visitor: TimedVisitor, turn: int) -> None:
    """Move a slider of the neuron."""
    await visitor.put(("w1", "w2", "b")[turn % 3], (turn * 7 % 31 - 15) / 10)


async def bend(visitor: TimedVisitor, turn: int) -> None:
    """Move a slider of the chain."""
    await visitor.put(("c1", "c2", "c3")[turn % 3], (turn * 7 % 31 - 15) / 10)


async def push(visitor: TimedVisitor, turn: int) -> None:
    """Push all test images a little further; they are read in the background."""
    await visitor.put("push_right", float(turn % 9 - 4))


async def play(visitor: TimedVisitor, _: int) -> None:
    """Let a small network learn before one's eyes."""
    await visitor.press("plane_play")


async def next_picture(visitor: TimedVisitor) -> float:
    """Wait until the network that learns has gone on; return how many seconds that took."""
    start, before = perf_counter(), visitor.screen.text("spread")
    await visitor.until(lambda screen: screen.text("spread") != before)
    return perf_counter() - start


@asynccontextmanager
async def seated(address: str, seats: Sequence[Seat]) -> AsyncIterator[list[TimedVisitor]]:
    """Let visitors come, each to a page."""
    async with AsyncExitStack() as leaving:
        visitors = [await leaving.enter_async_context(TimedVisitor(address)) for _ in seats]
        for visitor, seat in zip(visitors, seats, strict=True):
            await visitor.open(seat.page, seat.query)
            await seat.act(visitor, 0)
        yield visitors


async def held(address: str, pid: int, seats: Sequence[Seat], seconds: float, every: float = EVERY) -> Lesson:
    """Let a class work for some seconds, spread over the time between two actions; return what came of it."""
    times = Times()
    async with seated(address, seats) as visitors:
        used, start = cpu_seconds(pid), perf_counter()

        async def sit(visitor: TimedVisitor, seat: Seat, wait: float) -> None:
            await asyncio.sleep(wait)
            await times.keep(visitor, seat.act, every, start + seconds)

        waits = np.arange(len(seats)) * every / len(seats)
        await asyncio.gather(*map(sit, visitors, seats, waits.tolist()))
        return Lesson(times, cpu_seconds(pid) - used, megabytes(pid))


async def beside_training(
    address: str, pid: int, visitors: int, seconds: float
) -> tuple[Lesson, list[float]]:
    """Let so many train and a third of them draw meanwhile; return how both fare."""
    learners = [Seat("learn", "points=Circles", play)] * visitors
    async with seated(address, learners) as learning:
        drawn = await held(address, pid, [drawing()(number) for number in range(visitors // 3)], seconds)
        return drawn, await asyncio.gather(*map(next_picture, learning))


def training_figures(visitors: int, seconds: float) -> list[Figure]:
    """Return how long those who train wait for the next picture, and those who draw beside them."""
    with serving(LOG, GATES_WARM="1") as (address, process):
        drawn, pictures = asyncio.run(beside_training(address, process.pid, visitors, seconds))
    return [
        figure(f"{visitors} train: to the next picture, last", pictures, "s", most=10, percentile=100),
        *waits(f"{visitors // 3} draw beside them", drawn, answer=300, end=600),
    ]


def class_of(
    visitors: int,
    seconds: float,
    seat: Callable[[int], Seat],
    script: str | None = None,
    every: float = EVERY,
) -> Lesson:
    """Serve, and let a class work."""
    LOG.parent.mkdir(exist_ok=True)
    with serving(LOG, script=script, GATES_WARM="1") as (address, process):
        seats = [seat(number) for number in range(visitors)]
        return asyncio.run(held(address, process.pid, seats, seconds, every))


def waits(name: str, lesson: Lesson, *, answer: float | None, end: float) -> list[Figure]:
    """Return how long nineteen of twenty waited at most, and how many waited for nothing."""
    milliseconds = [[1000 * each for each in kind] for kind in (lesson.times.answer, lesson.times.end)]
    figures = [figure(f"{name}: to the end, p95", milliseconds[1], "ms", most=end, percentile=95)]
    if answer:
        figures.insert(
            0, figure(f"{name}: to the answer, p95", milliseconds[0], "ms", most=answer, percentile=95)
        )
    return [*figures, figure(f"{name}: lost", [len(lesson.times.lost)], "", most=0)]


def stroke_figures(strokes: int) -> list[Figure]:
    """Return what a stroke takes of the server, beside the canvas alone: one visitor, one after another."""
    beside = class_of(1, strokes * QUICKLY, drawing(""), CANVAS_FLOOR, QUICKLY)
    ours = class_of(1, strokes * QUICKLY, drawing(), every=QUICKLY)
    floor = figure("a stroke on the canvas alone", [beside.each], "ms CPU")
    return [floor, figure("a stroke on /draw", [ours.each], "ms CPU", floor=floor, most=30)]


def class_figures(visitors: int, seconds: float) -> list[Figure]:
    """Return how a class fares that draws, and one that does the rest of the course for half as long."""
    draws = class_of(visitors, seconds, drawing())
    floor = class_of(visitors, seconds / 6, drawing(""), CANVAS_FLOOR)
    beside = figure("the canvas alone, as many visitors", [floor.each], "ms CPU")
    rest = class_of(visitors, seconds / 2, lessons)
    return [
        beside,
        figure(f"{visitors} draw: a stroke", [draws.each], "ms CPU", floor=beside, most=30),
        *waits(f"{visitors} draw", draws, answer=300, end=600),
        figure(f"{visitors} draw: the server's memory", [draws.megabytes], "MB"),
        figure(f"{visitors} step and slide: an action", [rest.each], "ms CPU"),
        *waits(f"{visitors} step and slide", rest, answer=None, end=600),
        *training_figures(visitors, seconds / 2),
    ]


def main() -> None:
    """Measure a class of so many visitors, and say what was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.classroom", description=__doc__)
    parser.add_argument("--visitors", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=120, help="how long the class draws")
    arguments = parser.parse_args()
    show(class_figures(arguments.visitors, arguments.seconds))


if __name__ == "__main__":
    main()
