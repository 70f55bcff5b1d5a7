"""Hands that training never sees: the benchmark's own templates, varied in its own way.

Training has other templates, and other deformations. It practises on Latin letters, a face and an arrow too,
but not on these; of Greek, Cyrillic and kana it sees no sign. Nothing in `hands.toml` may get into training:
else the benchmark would ask what was taught.
"""

import tomllib
from pathlib import Path

import numpy as np

from nncore import Array
from training.synthetic import curve, moved, points_of

_TABLES = tomllib.loads(Path(__file__).with_name("hands.toml").read_text(encoding="utf-8"))
HANDS, ALPHABETS = (
    {name: [(sign, way) for sign, ways in table.items() for way in ways] for name, table in kind.items()}
    for kind in _TABLES.values()
)
"""For each hand, and for each alphabet, its signs: the name of each, and its strokes."""


def by_hand(template: str, rng: np.random.Generator) -> list[Array]:
    """Return a template's strokes as somebody would write them: points moved, bent into curves, slanted."""
    slant, wide, turn = rng.normal(0, 0.14), np.exp(rng.normal(0, 0.16)), rng.normal(0, 0.06)
    rotation = [[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]
    matrix = np.array([[wide, 0], [slant, 1]]) @ rotation
    return [curve(moved(stroke, rng, 3.5)) @ matrix for stroke in points_of(template)]


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
