"""Hands that training never sees: the benchmark's own templates, varied in its own way.

`training.synthetic` has other templates, and other deformations, for the network to
learn from. It practises on Latin letters, a face and an arrow too, but not on these; of Greek, Cyrillic and
kana it sees no sign. What is here must not get there: else the benchmark would ask what was taught.
"""

import numpy as np

from nncore import Array
from training.synthetic import curve

# Points on a square of side 100, y downward; "|" lifts the pen; a point written twice is a corner.
HANDS: dict[str, tuple[int, tuple[str, ...]]] = {
    "7 with bar and hook": (
        7,
        (
            "10,24 14,4 14,4 50,9 88,2 88,2 62,40 48,100 | 28,56 82,46",
            "6,18 20,3 50,11 92,4 92,4 56,55 45,98 | 25,52 75,53",
            "10,26 10,5 10,5 90,5 90,5 45,98 | 20,60 85,44",
            "4,14 26,6 60,9 94,0 94,0 62,50 54,100 | 30,60 86,50",
        ),
    ),
    "1 with a long upstroke": (
        1,
        (
            "6,58 60,0 60,0 60,100",
            "12,66 56,2 56,2 50,100",
            "2,46 62,0 62,0 58,100",
            "20,72 64,0 64,0 60,100",
            "4,40 30,22 58,0 58,0 60,100",
        ),
    ),
    "6 with a closed or curled belly": (
        6,
        (
            "62,0 28,35 15,70 35,98 70,92 72,65 45,55 20,75 30,95",
            "55,0 25,50 22,85 45,100 68,88 62,65 40,62 30,78 48,86",
            "76,5 40,15 18,55 25,92 60,98 75,75 55,58 22,70",
            "52,0 22,55 34,98 62,86 50,64 24,76",
        ),
    ),
    "9 like a g": (
        9,
        (
            "75,15 45,0 18,18 25,42 55,45 75,18 75,18 78,70 60,98 25,95 14,80",
            "80,5 50,0 25,15 28,38 55,42 78,10 78,10 80,75 55,100 22,88",
            "72,20 50,4 28,20 45,42 70,25 72,5 74,60 70,92 40,100 18,82",
            "82,12 52,2 20,14 26,44 62,44 82,14 82,14 74,84 40,100 10,86",
        ),
    ),
    "open 4": (
        4,
        (
            "18,5 15,50 15,50 80,50 | 72,0 68,100",
            "25,0 22,45 35,55 82,48 | 80,5 75,100",
            "10,10 20,55 78,55 | 62,22 64,100",
            "30,0 10,60 10,60 90,56 | 58,30 52,100",
        ),
    ),
    "other hands": (
        -1,
        (
            "15,20 40,0 75,15 65,50 25,90 12,82 30,78 55,92 90,85",
            "78,12 50,0 28,18 50,45 75,75 50,100 22,80 48,48 75,20",
            "28,5 25,45 25,45 60,40 80,68 55,98 15,88 | 28,5 92,0",
            "15,5 75,5 75,5 45,38 45,38 80,60 60,100 10,90",
            "60,0 25,10 12,60 45,100 85,65 75,15 45,5",
        ),
    ),
}
"""By name the digit and its templates; of "other hands" the templates are a 2, an 8, a 5, a 3 and a 0."""
OTHERS = (2, 8, 5, 3, 0)

ALPHABETS: dict[str, dict[str, str]] = {
    "Latin letters in another hand": {
        "A": "2,100 46,2 46,2 60,50 78,100 | 16,66 88,58",
        "E": "86,8 20,4 20,4 14,100 14,100 80,94 | 18,50 66,46",
        "F": "18,100 24,0 24,0 90,6 | 22,46 74,44",
        "H": "16,0 10,100 | 84,2 92,98 | 13,54 88,46",
        "K": "20,2 16,98 | 84,4 20,58 20,58 40,52 90,100",
        "M": "6,100 20,2 20,2 48,72 48,72 80,0 80,0 96,100",
        "N": "10,98 16,2 16,2 80,96 80,96 90,0",
        "P": "24,100 20,4 20,4 62,2 82,24 58,50 22,54",
        "R": "22,98 24,2 24,2 66,4 80,26 56,48 24,52 24,52 50,66 88,98",
        "T": "4,8 94,0 | 52,4 46,100",
        "V": "4,4 44,98 44,98 96,0",
        "W": "2,2 24,98 24,98 48,30 48,30 76,98 76,98 98,0",
        "X": "8,2 92,98 | 88,0 6,100",
        "Y": "6,0 50,48 50,48 | 94,2 50,50 38,100",
        "a": "78,30 40,18 12,56 34,96 72,66 78,26 78,26 76,80 96,98",
        "f": "84,10 56,0 40,24 40,100 | 10,44 76,40",
        "h": "18,0 20,100 | 20,62 46,40 74,52 78,100",
        "k": "22,0 20,100 | 72,36 24,68 24,68 78,100",
        "m": "4,30 8,98 | 8,50 28,32 46,50 48,98 | 48,52 70,32 90,52 94,98",
        "n": "14,20 18,98 | 18,46 50,20 80,42 84,98",
        "p": "22,24 24,100 | 24,36 60,18 84,40 56,64 26,54",
        "r": "24,16 28,98 | 28,48 52,20 84,24",
        "t": "44,0 42,76 60,98 86,88 | 10,32 84,26",
        "u": "12,14 16,70 46,96 80,68 84,14 84,14 86,98",
        "w": "2,20 22,90 48,40 74,92 98,16",
    },
    "Greek letters": {
        "alpha": "94,6 60,70 30,96 8,66 26,30 58,44 92,96",
        "gamma": "4,10 30,20 50,70 44,100 36,72 92,4",
        "Gamma": "14,100 14,4 14,4 88,4 88,4 88,20",
        "Delta": "48,0 4,96 4,96 96,96 96,96 48,0",
        "lambda": "14,4 32,8 88,98 | 46,42 8,98",
        "Pi": "10,6 92,6 | 24,6 22,98 | 76,6 80,98",
        "Sigma": "88,10 88,2 14,2 14,2 54,48 54,48 10,98 10,98 92,98 92,84",
        "psi": "8,10 14,50 48,70 84,48 90,8 | 50,0 46,100",
        "omega": "26,16 4,60 26,94 50,56 50,56 72,96 96,58 74,14",
        "mu": "20,20 8,100 | 18,24 22,78 56,84 76,20 76,20 78,78 92,86",
        "epsilon": "84,20 46,6 22,28 50,48 50,48 14,70 42,98 88,82",
    },
    "Cyrillic letters": {
        "Zhe": "50,0 50,100 | 4,2 46,50 46,50 2,98 | 96,2 54,50 54,50 98,98",
        "I": "12,2 12,98 12,98 86,4 86,4 86,98",
        "El": "4,96 20,86 34,4 34,4 88,4 88,4 88,98",
        "Tse": "10,2 10,86 10,86 78,86 | 78,2 78,86 94,86 94,86 94,100",
        "Sha": "6,4 6,96 6,96 94,96 94,96 94,2 | 50,4 50,96",
        "Yu": "8,2 8,98 | 8,50 36,50 | 66,4 40,26 40,74 66,98 94,74 94,26 66,4",
        "Ya": "84,98 84,2 84,2 36,4 20,28 40,52 84,52 | 50,54 10,98",
        "De": "2,98 6,80 92,80 98,98 | 18,80 40,4 40,4 78,4 78,4 78,80",
    },
    "Kana": {
        "a": "6,8 88,8 88,8 54,42 | 50,28 46,64 12,98",
        "ki": "10,34 88,22 | 6,64 94,52 | 42,0 62,100",
        "ke": "34,0 26,30 4,56 | 28,28 94,28 | 64,30 56,68 26,98",
        "sa": "2,30 98,30 | 30,2 30,58 | 72,2 70,60 36,98",
        "ta": "36,0 26,28 2,52 | 32,20 90,20 90,20 66,70 20,98 | 34,46 64,66",
        "mo": "16,10 82,10 | 4,46 96,46 | 46,10 46,84 60,96 92,92",
        "na": "2,32 98,32 | 56,0 54,50 16,98",
    },
    "Pictures": {
        "heart": "50,98 4,44 10,10 34,2 50,26 66,2 90,10 96,44 50,98",
        "arrow": "4,52 96,48 | 64,20 96,48 96,48 66,82",
        "face": "50,0 15,15 0,50 15,85 50,100 85,85 100,50 85,15 50,0 | 32,34 36,38 | 66,34 70,38 | "
        "26,74 50,62 74,74",
        "flower": "50,40 40,10 60,10 50,40 86,34 84,54 50,44 64,78 44,80 48,44 14,58 12,36 50,42 | "
        "50,60 48,100",
        "man": "50,0 36,12 50,26 64,12 50,0 | 50,26 50,64 | 16,40 84,40 | 50,64 20,100 | 50,64 82,100",
        "bolt": "60,0 26,54 26,54 56,50 56,50 36,100",
        "fish": "4,50 34,24 70,44 96,76 | 4,50 34,76 70,56 96,24 | 96,24 96,76",
        "at": "64,40 44,36 36,58 56,64 64,36 64,36 74,66 92,50 80,12 40,4 8,38 14,78 50,98 84,86",
    },
}
"""Letters and pictures that look like no digit."""


def by_hand(template: str, rng: np.random.Generator) -> list[Array]:
    """Return a template's strokes as somebody would write them: points moved, bent into curves, slanted."""
    strokes = [np.array([p.split(",") for p in part.split()], float) for part in template.split("|")]
    slant, wide, turn = rng.normal(0, 0.14), np.exp(rng.normal(0, 0.16)), rng.normal(0, 0.06)
    matrix = np.array([[wide, 0], [slant, 1]]) @ [
        [np.cos(turn), np.sin(turn)],
        [-np.sin(turn), np.cos(turn)],
    ]
    return [curve(_moved(stroke, rng)) @ matrix for stroke in strokes]


def _moved(points: Array, rng: np.random.Generator) -> Array:
    """Return the points moved a little; a corner, a point written twice, stays one."""
    move = rng.normal(0, 3.5, points.shape)
    again = np.flatnonzero((np.diff(points, axis=0) == 0).all(axis=1)) + 1
    move[again] = move[again - 1]
    return points + move


def written(count: int, seed: int) -> list[tuple[str, list[Array], int]]:
    """Return of each of the HANDS so many digits: name, strokes, and which digit it is."""
    rng = np.random.default_rng(seed)
    digits = []
    for name, (digit, templates) in HANDS.items():
        for number in range(count):
            which = number % len(templates)
            meant = OTHERS[which] if digit < 0 else digit
            digits.append((name, by_hand(templates[which], rng), meant))
    return digits


def letters(count: int, seed: int) -> dict[str, list[list[Array]]]:
    """Return of each of the ALPHABETS every sign so many times, as strokes."""
    rng = np.random.default_rng(seed)
    return {
        name: [by_hand(template, rng) for template in signs.values() for _ in range(count)]
        for name, signs in ALPHABETS.items()
    }
