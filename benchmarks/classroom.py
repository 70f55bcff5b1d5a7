"""A class at once: ``python -m benchmarks.classroom --visitors 60``.

The server runs as `make run` starts it; visitors without browsers speak Streamlit's protocol with it, each
every three seconds or, when held up, as soon as possible. They take time from a server on two processors, so
its processor time is shown as well.
"""

import argparse
import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.table import Figure, in_markdown
from nncore import CANVAS
from tools.pen import mark, report
from tools.process import cpu_seconds, megabytes
from tools.serving import ROOT, serving
from tools.visitor import Visitor
from training.strokes import fit_to_canvas, load_traces

EVERY = 3.0
"""Seconds from one action of a visitor to the next."""
QUICKLY = 0.25
"""The same for somebody who draws alone."""
GRACE = 20.0
"""Seconds after the end in which late actions still begin; what is left then is lost."""
DIGITS = 40
"""How many different digits are drawn."""
LOG = ROOT / ".cache" / "bench.log"
CANVAS_FLOOR, SLIDER_FLOOR = "benchmarks/floors/canvas.py", "benchmarks/floors/slider.py"
WAY = [*["step-on"] * 6, *["step-back"] * 6]
PEN, PAPER = {"strokeColor": "#22252B", "strokeWidth": 20}, "rgba(255, 255, 255, 1)"
Act = Callable[[Visitor, int], Awaitable[None]]


@dataclass(frozen=True)
class Seat:
    """What one visitor does: the page, its parameters, and what is done there again and again."""

    page: str
    query: str
    act: Act


@dataclass
class Result:
    """What came of a class's work: the milliseconds that visitors waited, and what the server needed."""

    waits: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    cpu: float = 0
    megabytes: float = 0

    @property
    def each(self) -> float:
        """Milliseconds of processor time for one action."""
        return 1000 * self.cpu / max(1, len(self.waits))

    async def keep(self, visitor: Visitor, act: Act, every: float, until: float) -> None:
        """Let a visitor act every so many seconds; what is late counts from when it was due."""
        due, number = perf_counter(), 0
        while due < until:
            await asyncio.sleep(max(0.0, due - perf_counter()))
            if perf_counter() > until + GRACE:
                self.lost.append("not before the end")
                break
            try:
                await act(visitor, number)
                self.waits.append(1000 * (perf_counter() - due))
                self.lost += visitor.screen.exceptions()
            except Exception as error:
                self.lost.append(f"{type(error).__name__}: {error}")
            due, number = due + every, number + 1

    def figures(self, name: str, most: float) -> list[Figure]:
        """Return how long nineteen of twenty waited at most, and how many waited for nothing."""
        wait = Figure(f"{name}: until all is shown, p95", self.waits, "ms", most=most, percentile=95)
        return [wait, Figure(f"{name}: lost", [len(self.lost)], "", most=0)]


def recorded_strokes() -> list[str]:
    """Return what the canvas reports after each stroke of some digits, one digit after the other, as JSON."""
    traces = load_traces()
    reports = []
    for row in np.random.default_rng(0).choice(len(traces), DIGITS, replace=False):
        strokes = fit_to_canvas(traces.strokes[row], 0.6 * CANVAS)
        marks = [mark(stroke.tolist(), PEN) for stroke in strokes]
        reports += [json.dumps(report(marks[:count], PAPER)) for count in range(1, len(marks) + 1)]
    return reports


async def send(visitor: Visitor, stroke: str) -> None:
    """Send what was reported after a stroke, as if it were drawn on the paper as it is now."""
    part = visitor.screen.find("paper")
    paper = json.loads(part.content.json)["backgroundColor"]
    state = WidgetState(id=part.content.id, json_value=stroke.replace(PAPER, paper))
    await visitor.say(state, fragment=part.fragment)


def drawing(page: str = "draw") -> Callable[[int], Seat]:
    """Return what somebody does who draws one stroke after another, each beginning elsewhere."""
    strokes = recorded_strokes()

    def seat(number: int) -> Seat:
        async def act(visitor: Visitor, turn: int) -> None:
            await send(visitor, strokes[(7 * number + turn) % len(strokes)])

        return Seat(page, "", act)

    return seat


def moving(*names: str) -> Act:
    """Return how one after the other of some sliders is moved."""

    async def act(visitor: Visitor, turn: int) -> None:
        await visitor.put(names[turn % len(names)], (turn * 7 % 31 - 15) / 10)

    return act


async def step(visitor: Visitor, turn: int) -> None:
    """Go on by a step in the digit network, and from the end back again."""
    await visitor.press(WAY[turn % len(WAY)])


async def push(visitor: Visitor, turn: int) -> None:
    """Push all test images a little further; they are read in the background."""
    await visitor.until(lambda screen: screen.has("push_right"))
    await visitor.put("push_right", float(turn % 9 - 4))


def elsewhere(number: int) -> Seat:
    """Return what one of a class does elsewhere: ten of sixty push all images, the others step and slide."""
    if number % 6 == 0:
        return Seat("evaluate", "at=pushing", push)
    return (
        Seat("forward", "at=digit-network", step),
        Seat("gates", "at=three-numbers", moving("w1", "w2", "b")),
        Seat("activations", "at=why-bend", moving("c1", "c2", "c3")),
    )[number % 3]


async def next_picture(visitor: Visitor) -> float:
    """Return how many seconds it takes until the network that learns has gone on."""
    start, before = perf_counter(), visitor.screen.text("spread")
    await visitor.until(lambda screen: screen.text("spread") != before)
    return perf_counter() - start


@asynccontextmanager
async def seated(address: str, seats: Sequence[Seat]) -> AsyncIterator[list[Visitor]]:
    """Let visitors come, each to a page."""
    async with AsyncExitStack() as leaving:
        visitors = [await leaving.enter_async_context(Visitor(address)) for _ in seats]

        async def begin(visitor: Visitor, seat: Seat) -> None:
            await visitor.open(seat.page, seat.query)
            await seat.act(visitor, 0)

        await asyncio.gather(*map(begin, visitors, seats))
        yield visitors
        for visitor in visitors:
            visitor.socket.transport.abort()  # all at once: a busy server says goodbye late


async def held(address: str, pid: int, seats: Sequence[Seat], seconds: float, every: float = EVERY) -> Result:
    """Have a class work for some seconds, spread over the time between two actions; return the result."""
    result = Result()
    async with seated(address, seats) as visitors:
        used, start = cpu_seconds(pid), perf_counter()

        async def sit(visitor: Visitor, seat: Seat, wait: float) -> None:
            await asyncio.sleep(wait)
            await result.keep(visitor, seat.act, every, start + seconds)

        waits = np.arange(len(seats)) * every / len(seats)
        await asyncio.gather(*map(sit, visitors, seats, waits.tolist()))
        result.cpu, result.megabytes = cpu_seconds(pid) - used, megabytes(pid)
    return result


def class_of(
    seats: Sequence[Seat], seconds: float, script: str | None = None, every: float = EVERY
) -> Result:
    """Serve the course, or a script, and let a class work."""
    with serving(LOG, script=script, GATES_WARM="1") as (address, process):
        return asyncio.run(held(address, process.pid, seats, seconds, every))


def stroke_figures(strokes: int) -> list[Figure]:
    """Return what a stroke takes of the server, beside the canvas alone: one visitor, one after another."""
    beside = class_of([drawing("")(0)], strokes * QUICKLY, CANVAS_FLOOR, QUICKLY)
    ours = class_of([drawing()(0)], strokes * QUICKLY, every=QUICKLY)
    floor = Figure("a stroke on the canvas alone", [beside.each], "ms CPU")
    return [floor, Figure("a stroke on /draw", [ours.each], "ms CPU", floor=floor, most=20)]


def training_figures(visitors: int, seconds: float) -> list[Figure]:
    """Return how long those who train wait for the next picture, and those who draw beside them."""

    async def play(visitor: Visitor, _: int) -> None:
        await visitor.press("plane_play")

    async def work(address: str, pid: int) -> tuple[Result, list[float]]:
        async with seated(address, [Seat("learn", "points=Circles", play)] * visitors) as learning:
            drawn = await held(address, pid, [drawing()(number) for number in range(visitors // 3)], seconds)
            return drawn, await asyncio.gather(*map(next_picture, learning))

    with serving(LOG, GATES_WARM="1") as (address, process):
        drawn, pictures = asyncio.run(work(address, process.pid))
    name = f"{visitors} train: until the last one's next picture"
    return [
        Figure(name, pictures, "s", most=10, percentile=100),
        *drawn.figures(f"{visitors // 3} draw beside them", 300),
    ]


def class_figures(visitors: int, seconds: float) -> list[Figure]:
    """Return how a class fares that draws, and one that does the rest of the course."""
    draw = drawing()
    draws = class_of([draw(number) for number in range(visitors)], seconds)
    rest = class_of([elsewhere(number) for number in range(visitors)], seconds / 2)
    return [
        Figure(f"{visitors} draw: a stroke", [draws.each], "ms CPU", most=20),
        *draws.figures(f"{visitors} draw", 300),
        Figure(f"{visitors} draw: the server's memory", [draws.megabytes], "MB"),
        Figure(f"{visitors} step and slide: an action", [rest.each], "ms CPU"),
        *rest.figures(f"{visitors} step and slide", 600),
    ]


def main() -> None:
    """Measure a class of so many visitors, and say what was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.classroom", description=__doc__)
    parser.add_argument("--visitors", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=120, help="how long the class draws")
    arguments = parser.parse_args()
    print(in_markdown(class_figures(arguments.visitors, arguments.seconds)))
    print(in_markdown(training_figures(arguments.visitors, arguments.seconds / 2)))


if __name__ == "__main__":
    main()
