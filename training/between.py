"""Hands between two people's: a digit's strokes changed towards, or away from, somebody else's.

Sixteen people are few. Where two of them write a digit nearly alike, what lies between the two, and a little
beyond, is a digit as somebody else may write it. Strokes are held against each other in the order and the
direction in which they were written: so both must have as many.
"""

from functools import cache

import numpy as np
from numpy.random import Generator

from nncore.types import Array
from training.strokes import PenTraces, Strokes

STEPS = 32
"""A stroke has so many points, evenly along its length, when it is held against another."""
ALIKE = 0.22
"""Two hands are alike whose points lie no further apart on average; their longer side is 1."""
TRIES = 6
"""How many other hands are tried."""
AWAY, TOWARDS = -0.25, 0.6
"""How far from one hand to the other the new one may lie; below 0 it lies on the far side."""


def between(traces: PenTraces, row: int, rng: Generator) -> Strokes:
    """Return a digit's strokes changed towards, or away from, another's; as they are where none is alike."""
    digits, others = _evenly(traces), _rows_of_each_kind(traces)
    here = digits[row]
    rows = others[int(traces.labels[row]), len(here)]
    for other in rows[rng.integers(0, len(rows), TRIES)]:
        way = digits[other] - here
        if traces.writers[other] != traces.writers[row] and np.hypot(*way.T).mean() < ALIKE:
            return list(here + way * rng.uniform(AWAY, TOWARDS))
    return traces.strokes[row]


@cache
def _evenly(traces: PenTraces) -> list[Array]:
    """Return each digit as (strokes, STEPS, 2), its longer side 1, its middle at 0."""
    digits = []
    for strokes in traces.strokes:
        points = np.concatenate(strokes).astype(float)
        low, high = points.min(axis=0), points.max(axis=0)
        side = max(1e-9, *(high - low))
        digits.append(np.array([resampled((stroke - (low + high) / 2) / side) for stroke in strokes]))
    return digits


def resampled(stroke: Array) -> Array:
    """Return STEPS points (STEPS, 2), evenly along a stroke's length."""
    length = np.append(0, np.hypot(*np.diff(stroke, axis=0).T).cumsum())
    at = np.linspace(0, length[-1], STEPS)
    return np.stack([np.interp(at, length, stroke[:, axis]) for axis in (0, 1)], axis=1)


@cache
def _rows_of_each_kind(traces: PenTraces) -> dict[tuple[int, int], Array]:
    """Return the rows of each kind: a digit, written with so many strokes."""
    kinds = [(int(label), len(strokes)) for label, strokes in zip(traces.labels, traces.strokes, strict=True)]
    return {kind: np.array([row for row, k in enumerate(kinds) if k == kind]) for kind in set(kinds)}
