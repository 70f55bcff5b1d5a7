"""Strokes of what is no digit, drawn by chance: what a network must learn to be unsure of.

Templates of letters and pictures are in `synthetic`. The rest is made here: signs of no alphabet, scribbles
and smudges, and what people's own digits become when they are mirrored, turned, halved, or stand together.
"""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from nncore.types import Array
from training.strokes import PenTraces, Strokes
from training.synthetic import KINDS, curve, deform, varied

UPSIDE_DOWN = (3, 4, 7)
"""The digits that are none any more when turned upside down (2, 5, 0, 1, 8 stay; 6 and 9 swap)."""
MIRRORED = (3, 4, 6, 7, 9)
"""The digits that are none any more in a mirror."""
LYING = (2, 3, 4, 5, 7)
"""The digits that are none any more when they lie on their side."""
HALVED = (2, 3, 5)
"""The digits of which no half is one."""
FREQUENT = (0.3, 0.3, 0.16, 0.12, 0.12)
"""How often which of the KINDS of templates is drawn."""


def letter(rng: Generator) -> list[Array]:
    """Return a letter, a sign or a little picture after a template."""
    return deform(varied(_template(rng), rng), rng, 1.8)


def _template(rng: Generator) -> str:
    kind = KINDS[rng.choice(len(KINDS), p=FREQUENT)]
    ways = list(kind.values())[rng.integers(len(kind))]
    return ways[rng.integers(len(ways))]


def crossbred(rng: Generator) -> list[Array]:
    """Return the upper (or left) half of one template with the lower (or right) half of another."""
    axis = int(rng.integers(2))
    first, second = (varied(_template(rng), rng) for _ in range(2))
    halves = [*_cut(first, axis, 50, -1), *_cut(second, axis, 50, 1)]
    return deform(halves, rng, 1.5) if halves else sign(rng)


def _cut(strokes: Strokes, axis: int, at: float, side: int) -> list[Array]:
    """Return what of the strokes lies on one side of a line: −1 for less, 1 for more."""
    kept = [stroke[(stroke[:, axis] - at) * side > 0] for stroke in strokes]
    return [stroke for stroke in kept if len(stroke) > 1]


def scribble(rng: Generator) -> list[Array]:
    """Return a random scribble: one to three wandering lines, round or jagged."""
    strokes = []
    for _ in range(rng.integers(1, 4)):
        points = rng.uniform(0, 100, (rng.integers(4, 12), 2))
        strokes.append(curve(points) if rng.random() < 0.7 else points)
    return strokes


def smudge(rng: Generator) -> list[Array]:
    """Return a line that covers a spot, wider than high."""
    points = rng.normal(0, 1, (rng.integers(12, 40), 2)) * (rng.uniform(16, 30), rng.uniform(8, 20))
    return [curve(points)]


def sign(rng: Generator) -> list[Array]:
    """Return three to five lines and bows between the points of a grid: a letter of no alphabet."""
    strokes, end = [], rng.integers(0, 3, 2) * 50.0
    for _ in range(rng.integers(3, 6)):
        start = end if rng.random() < 0.5 else rng.integers(0, 3, 2) * 50.0
        end = (start + rng.integers(1, 3, 2) * rng.choice([(0, 50), (50, 0), (50, 50)])) % 150
        across = (end - start)[::-1] * (1, -1)
        bow = rng.choice([0, 0, -0.35, 0.35])
        strokes.append(curve(np.array([start, (start + end) / 2 + bow * across, end])))
    return strokes


def _written(traces: PenTraces, rng: Generator, digits: tuple[int, ...] = tuple(range(10))) -> list[Array]:
    """Return somebody's digit, one of these."""
    while True:
        row = rng.integers(len(traces))
        if traces.labels[row] in digits:
            return deform(traces.strokes[row], rng)


def turned(traces: PenTraces, rng: Generator) -> list[Array]:
    """Return a digit upside down, in a mirror or on its side."""
    how = rng.integers(3)
    if how == 0:
        return [-stroke for stroke in _written(traces, rng, UPSIDE_DOWN)]
    if how == 1:
        return [stroke * (-1, 1) for stroke in _written(traces, rng, MIRRORED)]
    way = rng.choice([-1, 1])
    return [stroke[:, ::-1] * (way, -way) for stroke in _written(traces, rng, LYING)]


def several(traces: PenTraces, rng: Generator) -> list[Array]:
    """Return two or three digits, beside or above each other."""
    strokes, at, axis = [], 0.0, 0 if rng.random() < 0.85 else 1
    for _ in range(rng.choice([2, 2, 2, 3])):
        digit = _written(traces, rng)
        points = np.concatenate(digit)
        shift = np.array([0.0, 0.0])
        shift[axis] = at - points[:, axis].min()
        strokes += [stroke + shift for stroke in digit]
        at += np.ptp(points[:, axis]) + rng.uniform(-0.05, 0.3)
    return strokes


def half(traces: PenTraces, rng: Generator) -> list[Array]:
    """Return the half of a digit, cut across or down the middle."""
    digit, axis = _written(traces, rng, HALVED), int(rng.integers(2))
    points = np.concatenate(digit)[:, axis]
    middle = (points.min() + points.max()) / 2
    return _cut(digit, axis, middle, int(rng.choice([-1, 1]))) or scribble(rng)


BY_CHANCE: tuple[tuple[float, Callable[[Generator], list[Array]]], ...] = (
    (0.44, letter),
    (0.08, crossbred),
    (0.11, scribble),
    (0.03, smudge),
    (0.1, sign),
)
OF_DIGITS: tuple[tuple[float, Callable[[PenTraces, Generator], list[Array]]], ...] = (
    (0.14, turned),
    (0.07, several),
    (0.03, half),
)
"""How often each is drawn; together they make 1."""


def no_digit(traces: PenTraces, rng: Generator) -> list[Array]:
    """Return the strokes of something that is no digit."""
    chance = rng.random()
    for share, draw in BY_CHANCE:
        if chance < share:
            return draw(rng)
        chance -= share
    for share, draw_from in OF_DIGITS:
        if chance < share:
            return draw_from(traces, rng)
        chance -= share
    return letter(rng)
