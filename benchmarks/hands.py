"""Hands that training never sees: the benchmark's own templates, varied in its own way.

Training has other templates, and other deformations. It practises on Latin letters, a face and an arrow too,
but not on those of ``letters.txt``; of Greek, Cyrillic and kana it sees no sign. What is here must not get
there: else the benchmark would ask what was taught.
"""

from pathlib import Path

import numpy as np

from nncore import Array
from training.synthetic import curve

Templates = dict[str, list[tuple[str, str]]]


def templates(name: str) -> Templates:
    """Return what a file of templates holds, by section: the name of each, and its strokes."""
    found: Templates = {}
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), [])
        elif ": " in line and not line.startswith("#"):
            sign, _, strokes = line.partition(": ")
            section.append((sign, strokes))
    return found


HANDS, ALPHABETS = templates("hands.txt"), templates("letters.txt")


def by_hand(template: str, rng: np.random.Generator) -> list[Array]:
    """Return a template's strokes as somebody would write them: points moved, bent into curves, slanted."""
    strokes = [np.array([p.split(",") for p in part.split()], float) for part in template.split("|")]
    slant, wide, turn = rng.normal(0, 0.14), np.exp(rng.normal(0, 0.16)), rng.normal(0, 0.06)
    rotation = [[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]
    matrix = np.array([[wide, 0], [slant, 1]]) @ rotation
    return [curve(_moved(stroke, rng)) @ matrix for stroke in strokes]


def _moved(points: Array, rng: np.random.Generator) -> Array:
    """Return the points moved a little; a corner, a point written twice, stays one."""
    move = rng.normal(0, 3.5, points.shape)
    again = np.flatnonzero((np.diff(points, axis=0) == 0).all(axis=1)) + 1
    move[again] = move[again - 1]
    return points + move


def written(count: int, seed: int) -> list[tuple[list[Array], int]]:
    """Return so many digits of each of the HANDS: the strokes, and which digit it is."""
    rng = np.random.default_rng(seed)
    chosen = [signs[number % len(signs)] for signs in HANDS.values() for number in range(count)]
    return [(by_hand(strokes, rng), int(digit)) for digit, strokes in chosen]


def letters(count: int, seed: int) -> dict[str, list[list[Array]]]:
    """Return every sign of each of the ALPHABETS so many times, as strokes."""
    rng = np.random.default_rng(seed)
    return {
        name: [by_hand(strokes, rng) for _, strokes in signs for _ in range(count)]
        for name, signs in ALPHABETS.items()
    }
