"""Hands of nobody: written styles as templates, and random deformations.

30 people cannot show every way to write a digit. The templates in `templates.toml` add those that are
rare among them: a crossed 7, a flagged 1 with and without its base, a hooked 9, an open 4, a 2 like a
Z; and what is no digit: alphabets, other scripts, symbols, little pictures. `deform` then does to strokes
what a mouse or a finger does: slants, wobbles, skips points, leaves gaps.
"""

import tomllib
from functools import cache
from pathlib import Path

import numpy as np
from numpy.random import Generator

from nncore.types import Array, read_only
from training.strokes import Strokes

_TABLES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("templates.toml").read_text(encoding="utf-8")
)
STYLES = {int(digit): ways for digit, ways in _TABLES.pop("digits").items()}
"""For every digit the ways to write it, as pen strokes."""
KINDS = tuple(_TABLES.values())
"""What is no digit: capital and small letters, signs of other scripts, symbols, little pictures."""
TEMPLATES = tuple(way for kind in KINDS for ways in kind.values() for way in ways)
"""All of that."""
DETAIL = 8
"""How many points a curve has from each point of a template to the next."""


@cache
def points_of(template: str) -> tuple[Array, ...]:
    """Return the points of a template's strokes, (points, 2) each."""
    parts = template.split("|")
    return tuple(read_only(np.array([p.split(",") for p in part.split()], float)) for part in parts)


def strokes_of(template: str, rounded: bool = True) -> list[Array]:
    """Return a template's strokes, (points, 2) each, bent into curves unless not rounded."""
    return [curve(stroke) if rounded else stroke for stroke in points_of(template)]


def varied(template: str, rng: Generator, by: float = 4.0) -> list[Array]:
    """Return a template's strokes with every point moved by chance, bent into curves mostly."""
    strokes = [moved(points, rng, by) for points in points_of(template)]
    return [curve(stroke) for stroke in strokes] if rng.random() < 0.8 else strokes


def moved(points: Array, rng: Generator, by: float) -> Array:
    """Return a stroke with every point moved by chance; a corner, a point written twice, stays one."""
    away = rng.normal(0, by, points.shape)
    again = np.flatnonzero((points[1:] == points[:-1]).all(axis=1)) + 1
    away[again] = away[again - 1]
    return points + away


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
