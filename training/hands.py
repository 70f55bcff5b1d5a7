"""Digits of hands that are rare among the 30 writers, each drawn anew with what makes it different.

A 7 with a bar and a hook, a 1 with a long upstroke, a 6 whose belly closes or curls in, a 9 like a g, an
open 4: what a network that has seen few of them mistakes. Unlike the templates of `synthetic`, no
two are alike: where the bar lies, how long the hook is, how far the belly curls, is drawn by chance.
Points lie on a square of side 100, y downward.
"""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from nncore.types import Array
from training.strokes import Strokes


def arc(centre: tuple[float, float], radii: tuple[float, float], start: float, end: float) -> Array:
    """Return 16 points (16, 2) of an ellipse between two angles, in degrees clockwise from the right."""
    angle = np.radians(np.linspace(start, end, 16))
    return np.stack([centre[0] + radii[0] * np.cos(angle), centre[1] + radii[1] * np.sin(angle)], axis=1)


def bow(start: Array, end: Array, bend: float) -> Array:
    """Return 8 points (8, 2) from start to end, bent to the side by a share of their distance."""
    t = np.linspace(0, 1, 8)[:, np.newaxis]
    across = (end - start)[::-1] * (1, -1)
    return np.asarray(start + t * (end - start) + 4 * t * (1 - t) * bend * across)


def seven(rng: Generator) -> Strokes:
    """Return a 7 with a bar, a hook at its left or both, its top straight or waved."""
    left, right = np.array([10.0, rng.uniform(0, 10)]), np.array([90.0, rng.uniform(-3, 8)])
    foot = np.array([rng.uniform(28, 62), 100.0])
    top = bow(left, right, rng.uniform(-0.1, 0.1))
    if rng.random() < 0.4:
        top = top + np.sin(np.linspace(0, 2 * np.pi, 8))[:, np.newaxis] * (0, rng.uniform(3, 8))
    hook = left + np.array([rng.uniform(-8, 6), rng.uniform(8, 30)])
    lines = [bow(hook, top[0], rng.uniform(-0.2, 0.2))] if rng.random() < 0.65 else []
    strokes = [np.concatenate([*lines, top, bow(right, foot, rng.uniform(-0.02, 0.16))])]
    if rng.random() < 0.75:
        height, reach = rng.uniform(0.38, 0.68), rng.uniform(13, 32)
        middle = right + height * (foot - right) + (rng.uniform(-10, 6), 0)
        tilt = rng.uniform(-0.35, 0.3)
        side = np.array([reach, reach * tilt])
        strokes.append(bow(middle - side, middle + side, rng.uniform(-0.1, 0.1)))
    return strokes


def one(rng: Generator) -> Strokes:
    """Return a 1 with an upstroke of any length, some with a foot."""
    top, foot = np.array([60.0, 0.0]), np.array([rng.uniform(48, 66), 100.0])
    down = rng.uniform(15, 85)
    start = top + np.array([-down * rng.uniform(0.5, 1.0), down])
    strokes = [
        np.concatenate([bow(start, top, rng.uniform(-0.12, 0.12)), bow(top, foot, rng.normal(0, 0.03))])
    ]
    if rng.random() < 0.2:
        reach = rng.uniform(12, 32)
        side = np.array([reach, rng.uniform(-4, 4)])
        strokes.append(np.stack([foot - side, foot + side]))
    return strokes


def six(rng: Generator) -> Strokes:
    """Return a 6 whose belly stays open, closes, or curls in upon itself."""
    wide, high = rng.uniform(20, 36), rng.uniform(20, 33)
    centre = (50.0, 100 - high)
    turns = rng.uniform(230, 520)
    belly = arc(centre, (wide, high), 180, 180 - turns)
    inward = np.linspace(0, rng.uniform(0, 0.55), 16)[:, np.newaxis] * (rng.random() < 0.6)
    belly = belly + inward * (np.array(centre) - belly)
    stem = np.array([rng.uniform(40, 85), 0.0])
    return [np.concatenate([bow(stem, belly[0], rng.uniform(-0.22, -0.02)), belly])]


def nine(rng: Generator) -> Strokes:
    """Return a 9 with a straight tail, or one that hooks to the left like a g's; its loop may be open."""
    wide, high = rng.uniform(20, 34), rng.uniform(16, 27)
    centre = (50.0, high)
    loop = arc(centre, (wide, high), rng.uniform(-80, -10), rng.uniform(-420, -340))
    joint = np.array([centre[0] + wide * rng.uniform(0.85, 1.1), rng.uniform(0, 0.9) * high])
    deep = rng.uniform(72, 92)
    foot = np.array([joint[0] + rng.uniform(-14, 6), deep if rng.random() < 0.7 else 100])
    tail = [joint[np.newaxis], bow(joint, foot, rng.uniform(-0.05, 0.08))]
    if foot[1] < 100:
        reach = rng.uniform(12, 34)
        tail.append(arc((foot[0] - reach, foot[1]), (reach, 100 - foot[1]), 0, rng.uniform(80, 190)))
    return [np.concatenate([loop, *tail])]


def four(rng: Generator) -> Strokes:
    """Return an open 4: its left arm bent or straight, its long stroke of any height."""
    corner = np.array([rng.uniform(8, 24), rng.uniform(45, 66)])
    top = np.array([corner[0] + rng.uniform(-6, 22), rng.uniform(0, 14)])
    far = np.array([rng.uniform(72, 98), corner[1] + rng.uniform(-10, 6)])
    stem = rng.uniform(56, 82)
    upper, lower = (stem + rng.uniform(-6, 10), rng.uniform(-4, 38)), (stem + rng.uniform(-12, 6), 100.0)
    arm = [bow(top, corner, rng.uniform(-0.12, 0.06)), bow(corner, far, rng.uniform(-0.05, 0.15))]
    return [np.concatenate(arm), bow(np.array(upper), np.array(lower), rng.normal(0, 0.04))]


RARE: dict[int, Callable[[Generator], Strokes]] = {1: one, 4: four, 6: six, 7: seven, 9: nine}
"""Of these digits, what draws a rare hand's."""
