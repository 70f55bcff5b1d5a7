"""Hands that nobody lent us: written styles as templates, and random deformations.

30 people cannot show every way to write a digit. The templates below add those that are rare
among them: a crossed 7, a flagged 1 with and without its base, a hooked 9, an open 4, a 2 like a
Z. `deform` then does to strokes what a mouse or a finger does: slants, wobbles, skips points,
leaves gaps.
"""

from functools import cache

import numpy as np
from numpy.random import Generator

from nncore.types import Array, read_only
from training.strokes import Strokes

# Points on a square of side 100, y downward; "|" lifts the pen; a point written twice is a corner.
STYLES: dict[int, tuple[str, ...]] = {
    0: (
        "50,0 20,15 10,50 20,85 50,100 80,85 90,50 80,15 50,0",
        "66,5 40,2 15,25 12,65 30,95 60,98 85,75 88,35 70,8 55,6",
        "50,0 80,15 90,50 80,85 50,100 20,85 10,50 20,15 46,2",
    ),
    1: (
        "50,0 50,100",
        "25,30 55,0 55,0 55,100",
        "12,52 60,0 60,0 60,100",
        "30,25 50,0 50,0 50,100 | 20,100 80,100",
        "15,35 50,0 50,0 50,100 | 10,100 90,100",
        "50,0 50,100 | 25,100 75,100",
    ),
    2: (
        "15,25 30,3 60,0 80,20 70,50 40,80 20,95 15,85 30,78 60,95 90,95",
        "15,5 85,5 85,5 15,95 15,95 88,95",
        "15,25 35,3 65,3 82,25 70,50 15,97 15,97 88,97",
        "15,20 45,0 80,15 75,45 15,95 15,95 35,88 60,98 90,88",
    ),
    3: (
        "15,3 80,3 80,3 45,40 45,40 75,50 82,72 65,95 35,98 12,85",
        "15,18 35,2 65,3 78,22 65,42 40,47 40,47 70,52 85,75 65,97 35,98 12,82",
        "12,8 50,0 80,20 50,45 30,45 35,52 70,52 88,75 60,100 10,92",
    ),
    4: (
        "20,0 15,55 15,55 85,55 | 65,10 65,100",
        "30,0 12,60 12,60 90,60 | 62,30 62,100",
        "65,100 65,0 65,0 10,65 10,65 92,65",
        "15,5 18,45 40,52 75,48 | 78,0 78,40 75,100",
    ),
    5: (
        "80,3 25,3 25,3 20,45 20,45 50,37 80,55 80,80 55,98 15,90",
        "25,3 20,45 20,45 50,38 80,55 78,82 50,98 15,88 | 25,3 85,3",
        "80,5 40,3 20,20 35,42 65,50 80,72 60,97 20,90",
    ),
    6: (
        "65,0 30,45 15,70 30,97 65,97 80,75 60,55 30,60 18,72",
        "70,3 35,20 15,60 25,93 55,100 80,80 70,57 40,55 18,72",
        "25,0 20,50 20,85 45,100 75,92 80,70 60,55 35,60 20,80",
    ),
    7: (
        "12,3 85,3 85,3 40,100",
        "12,3 85,3 85,3 40,100 | 30,50 78,50",
        "12,18 12,3 12,3 85,3 85,3 40,100 | 30,52 80,48",
        "12,5 85,3 85,3 50,45 40,100 | 22,50 72,50",
        "12,20 12,3 12,3 85,3 85,3 42,100",
        "10,8 50,3 88,3 88,3 62,40 50,100",
    ),
    8: (
        "75,15 50,0 25,15 35,40 65,58 80,80 50,100 20,80 35,57 65,40 75,15",
        "50,0 25,12 25,35 50,48 75,35 75,12 50,0 | 50,48 18,62 18,88 50,100 82,88 82,62 50,48",
        "80,10 45,0 25,20 50,45 78,75 50,100 22,78 48,48 82,14",
    ),
    9: (
        "78,22 55,2 25,10 20,35 45,50 72,38 78,20 80,55 70,88 45,100 20,88",
        "78,20 55,2 25,12 20,38 45,52 75,35 78,12 78,12 78,100",
        "75,15 45,2 22,22 30,48 60,45 75,18 75,18 60,100",
        "70,8 35,5 25,35 50,50 75,30 72,5 80,50 72,92 40,98 35,80",
    ),
}
"""For every digit the ways to write it, as pen strokes."""

DETAIL = 8
"""A curve has so many points from each of a template to the next."""


@cache
def points_of(template: str) -> tuple[Array, ...]:
    """Return the points of a template's strokes, (points, 2) each."""
    parts = template.split("|")
    return tuple(read_only(np.array([p.split(",") for p in part.split()], float)) for part in parts)


def strokes_of(template: str, rounded: bool = True) -> list[Array]:
    """Return a template's strokes, (points, 2) each, bent into curves unless not rounded."""
    return [curve(stroke) if rounded else stroke for stroke in points_of(template)]


def varied(template: str, rng: Generator, by: float = 4.0) -> list[Array]:
    """Return a template's strokes with every point moved by chance, bent into curves mostly.

    A corner, which is a point written twice, stays one.
    """
    moved = []
    for points in points_of(template):
        away = rng.normal(0, by, points.shape)
        again = np.flatnonzero((points[1:] == points[:-1]).all(axis=1)) + 1
        away[again] = away[again - 1]
        moved.append(points + away)
    return [curve(stroke) for stroke in moved] if rng.random() < 0.8 else moved


def curve(points: Array) -> Array:
    """Return a smooth line through the points: the curve of Catmull and Rom (1974)."""
    p = np.concatenate([points[:1], points, points[-1:]])
    t = np.linspace(0, 1, DETAIL, endpoint=False)[:, np.newaxis]
    pieces = [
        b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False)
    ]
    return np.concatenate([*pieces, points[-1:]])


def deform(strokes: Strokes, rng: Generator, strength: float = 1.0) -> list[Array]:
    """Return strokes as another hand would write them, on a square of about 1.

    Parameters
    ----------
    strokes : sequence of array_like (points, 2)
    rng : numpy.random.Generator
    strength : float
        1 for what one person's writing varies by, 2 for a template.
    """
    points = np.concatenate(strokes).astype(float)
    side = max(1e-9, *np.ptp(points, axis=0))
    parts = [(np.asarray(stroke) - points.mean(axis=0)) / side for stroke in strokes]
    if rng.random() < 0.3:
        parts = [skip_points(part, rng) for part in parts]
    if rng.random() < 0.2:
        parts = [part[int(rng.random() * 0.1 * len(part)) :] for part in parts]
    matrix = _slant(rng, strength)
    waves = rng.uniform(-4, 4, (2, 2)), rng.uniform(0, 6.3, 2), rng.uniform(0, 0.04 * strength, 2)
    tremor = rng.uniform(0, 0.012) if rng.random() < 0.5 else 0
    return [
        _waved(part @ matrix, *waves)
        + rng.normal(0, 0.012 * strength, 2)
        + rng.normal(0, 1, part.shape) * tremor
        for part in parts
    ]


def skip_points(stroke: Array, rng: Generator) -> Array:
    """Return every few points of a stroke and its last: a fast mouse, which leaves straight lines."""
    every = max(1, round(len(stroke) / rng.uniform(5, 16)))
    return np.concatenate([stroke[:-1:every], stroke[-1:]])


def _slant(rng: Generator, strength: float) -> Array:
    angle, skew, wide = rng.uniform(-0.12, 0.12, 3) * strength * (1, 1.2, 1.3)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.array([[np.exp(wide), 0], [skew, np.exp(-wide)]]) @ turn


def _waved(points: Array, frequency: Array, phase: Array, depth: Array) -> Array:
    return points + depth * np.sin(points @ frequency + phase)
