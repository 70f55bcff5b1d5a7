"""Points in the plane for a small network to learn from: in two colours, mixed up in four ways."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from nncore.types import Array

Points = tuple[Array, Array]
"""Points (n, 2) float32, about −1 to 1, and the colour of each, 0 or 1."""


def xor_points(n: int, rng: Generator) -> Points:
    """Return points of which those in two opposite quarters have one colour, the others the other."""
    x = rng.uniform(0.08, 1, (n, 2)) * rng.choice([-1, 1], (n, 2))
    return x.astype(np.float32), (x[:, 0] * x[:, 1] < 0).astype(int)


def moon_points(n: int, rng: Generator) -> Points:
    """Return two half moons, each around an end of the other."""
    t = _colours(n)
    angle = rng.uniform(0, np.pi, n)
    arc = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25], axis=1) * np.where(t, -1, 1)[:, np.newaxis]
    return (0.62 * arc + rng.normal(0, 0.05, (n, 2))).astype(np.float32), t


def circle_points(n: int, rng: Generator) -> Points:
    """Return a disc and a ring around it."""
    t = _colours(n)
    radius = np.where(t, rng.uniform(0.65, 0.95, n), rng.uniform(0, 0.42, n))
    return _around(radius, rng.uniform(0, 2 * np.pi, n)), t


def spiral_points(n: int, rng: Generator) -> Points:
    """Return two spirals, one turned against the other by half a turn."""
    t = _colours(n)
    way = rng.uniform(0.08, 1, n)
    x = _around(0.95 * way, 3.3 * np.pi * way + np.pi * t)
    return (x + rng.normal(0, 0.02, (n, 2))).astype(np.float32), t


def _colours(n: int) -> Array:
    return np.arange(n) % 2


def _around(radius: Array, angle: Array) -> Array:
    return (radius * np.stack([np.cos(angle), np.sin(angle)])).T.astype(np.float32)


POINTS: dict[str, Callable[[int, Generator], Points]] = {
    "XOR": xor_points,
    "Moons": moon_points,
    "Circles": circle_points,
    "Spirals": spiral_points,
}
"""Every way to mix them, by its name."""
