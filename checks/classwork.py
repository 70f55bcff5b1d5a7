"""A class at work, without browsers: what visitors do on the pages, in their own time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import numpy as np

from nncore import CANVAS
from nncore.base.assets import ASSETS
from tools.pen import Stroke, draw_on_paper, png
from tools.visitor import Visitor
from training.strokes import PenTraces, fit_to_canvas

Rng = np.random.Generator
Work = Callable[[Visitor, Rng, PenTraces], Awaitable[None]]
THINK = 2.0
"""Seconds that a visitor looks at what an action has brought, on average."""
MOST_ACTIVITIES = 12
"""After so many at most a visitor leaves."""


async def look(rng: Rng) -> None:
    """Look at the page for a while."""
    await asyncio.sleep(rng.exponential(THINK))


def some_digit(rng: Rng, traces: PenTraces) -> Sequence[Stroke]:
    """Return the strokes of a digit as somebody once wrote it, to be drawn on the canvas."""
    return [
        stroke.tolist() for stroke in fit_to_canvas(traces.strokes[rng.integers(len(traces))], 0.6 * CANVAS)
    ]


async def draw_digits(visitor: Visitor, rng: Rng, traces: PenTraces) -> None:
    """Draw a few digits, and clear or undo."""
    await visitor.go("draw")
    for _ in range(rng.integers(1, 4)):
        if not visitor.screen.has("paper"):
            await visitor.press("back_to_drawing")
        await draw_on_paper(visitor, some_digit(rng, traces))
        await look(rng)
        await visitor.press(str(rng.choice(["undo", "clear"])))
        if "undo" in visitor.screen.enabled():
            await visitor.press("clear")


async def step_forward(visitor: Visitor, rng: Rng, _: PenTraces) -> None:
    """Walk through the network of the book, or of the digits."""
    await visitor.open("forward", str(rng.choice(["", "at=digit-network"])))
    while "step-on" in visitor.screen.enabled():
        await look(rng)
        await visitor.press("step-on")


async def move_sliders(visitor: Visitor, rng: Rng, _: PenTraces) -> None:
    """Move the sliders of the gate."""
    await visitor.open("gates", "at=three-numbers")
    for _turn in range(rng.integers(2, 6)):
        await visitor.put(str(rng.choice(["w1", "w2", "b"])), float(rng.integers(-15, 16) / 10))
        await look(rng)


async def look_around(visitor: Visitor, rng: Rng, _: PenTraces) -> None:
    """Go from page to page."""
    for page in rng.permutation(list(visitor.pages))[:3]:
        await visitor.go(str(page))
        await look(rng)


async def bring_picture(visitor: Visitor, rng: Rng, traces: PenTraces) -> None:
    """Upload a picture of a digit."""
    await visitor.go("draw")
    await visitor.press("bring")
    await visitor.upload("digit.png", png(some_digit(rng, traces)))
    await look(rng)


async def bring_weights(visitor: Visitor, rng: Rng, _: PenTraces) -> None:
    """Upload a network, and go back to ours."""
    await visitor.open("evaluate", "at=own-network")
    await visitor.upload("mine.npz", (ASSETS / "weights.npz").read_bytes())
    await look(rng)
    await visitor.press("back_to_ours")


async def train(visitor: Visitor, rng: Rng, _: PenTraces) -> None:
    """Let two networks learn, a step at a time, with a rate of one's own."""
    at, rate, step = rng.choice(
        [("step-length", "eta", "plane_step"), ("digits-learned", "digit_eta", "digits_step")]
    )
    await visitor.open("learn", f"at={at}")
    await visitor.put(str(rate), str(rng.choice(["0.01", "0.1", "0.3"])))
    for _step in range(rng.integers(2, 6)):
        await visitor.press(str(step))
        await look(rng)


async def plan_a_lesson(visitor: Visitor, rng: Rng, _: PenTraces) -> None:
    """Look at the plans and worksheets of the page for teachers."""
    await visitor.go("teach")
    await look(rng)


ACTIVITIES: dict[Work, int] = {
    draw_digits: 6,
    step_forward: 3,
    move_sliders: 3,
    look_around: 3,
    bring_picture: 1,
    bring_weights: 1,
    train: 2,
    plan_a_lesson: 1,
}
"""What visitors do, and how often: most come to draw."""


async def visit(address: str, rng: Rng, traces: PenTraces) -> None:
    """Come, do some of these, and leave; half of the visitors do so without goodbye."""
    chances = np.array([*ACTIVITIES.values()]) / sum(ACTIVITIES.values())
    async with Visitor(address) as visitor:
        await visitor.open()
        for number in rng.choice(len(ACTIVITIES), rng.integers(2, MOST_ACTIVITIES + 1), p=chances):
            work = list(ACTIVITIES)[number]
            try:
                await work(visitor, rng, traces)
            except Exception as error:
                error.add_note(f"in {work.__name__}")
                raise
            if boxes := visitor.screen.exceptions():
                raise RuntimeError(boxes)
        if rng.integers(2):
            visitor.socket.transport.abort()


async def sit(address: str, rng: Rng, traces: PenTraces, complaints: list[str]) -> None:
    """Keep a seat for good: when a visitor leaves, another comes; what goes wrong for them is noted."""
    while True:
        await look(rng)
        try:
            await visit(address, rng, traces)
        except Exception as error:
            notes = getattr(error, "__notes__", ())
            complaints.append(" ".join([f"{type(error).__name__}: {error}", *notes]))
