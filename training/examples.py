"""Examples to learn from: pictures distorted anew, and new drawings.

Of 100 drawings 66 follow strokes of writers 1 to 16, 18 templates of our own and hands that are rare, and
16 are no digit: letters, signs, little pictures, scribbles, halves and the like. For every ten
drawings there is one character of a typeface; of these, 40 in 100 are digits.
"""

from functools import cache

import numpy as np
from numpy.random import Generator

from nncore.images.framing import SIZE
from nncore.types import Array
from training.augment import Augmentation, augment
from training.between import between
from training.doubtful import letter, no_digit
from training.hands import RARE
from training.strokes import WRITERS, PenTraces, load_traces, render_prepared
from training.synthetic import STYLES, deform, varied
from training.typefaces import load_typefaces

NOT_A_DIGIT = 10
"""The label of what is no digit."""
PEOPLE, TEMPLATES = 0.66, 0.18
"""Shares of the drawings: after people's strokes, after templates and rare hands; the rest is no digit."""
MIXED = 0.6
"""This share of people's digits is changed towards another's hand, or away from it, where one is alike."""
THIN = 0.3
"""This share of the drawings is drawn with a pen thinner than the canvas has."""
BATCH = 500
"""How many images are distorted at once."""

FOR_MNIST = Augmentation()
FOR_DRAWINGS = Augmentation(
    rotation=7,
    shear=0.12,
    stretch=0.12,
    scale=0.05,
    elastic=0.45,
    thickness=0.35,
    pressure=0.2,
    fading=0.35,
)
DRAWINGS = 1.0
"""How many drawings are made for each picture."""
CHARACTERS = 0.1
"""How many characters of typefaces are distorted for each picture."""
FIGURES = 0.4
"""This share of the characters is digits; the rest is letters and signs."""


def make_examples(pictures: Array, labels: Array, rng: Generator) -> tuple[Array, Array]:
    """Return these pictures (n, 28, 28) uint8 distorted, then new drawings, and the labels of all."""
    drawings, meant = make_drawings(int(DRAWINGS * len(pictures)), rng, strokes_to_learn_from())
    x = [_augmented(pictures, rng, FOR_MNIST), _augmented(drawings, rng, FOR_DRAWINGS)]
    return np.concatenate(x), np.concatenate([labels, meant])


def invent(traces: PenTraces, rng: Generator) -> tuple[list[Array], int]:
    """Return the strokes and the label of one drawing: mostly somebody's, deformed."""
    kind = rng.random()
    if kind < PEOPLE:
        row = int(rng.integers(len(traces)))
        strokes = between(traces, row, rng) if rng.random() < MIXED else traces.strokes[row]
        return deform(strokes, rng, 1.3), int(traces.labels[row])
    if kind < PEOPLE + TEMPLATES / 2:
        digit = list(RARE)[rng.integers(len(RARE))]
        return deform(RARE[digit](rng), rng, 1.2), digit
    if kind < PEOPLE + TEMPLATES:
        digit = int(rng.integers(10))
        template = STYLES[digit][rng.integers(len(STYLES[digit]))]
        return deform(varied(template, rng, 2.5), rng, 1.8), digit
    return no_digit(traces, rng), NOT_A_DIGIT


def make_drawings(n: int, rng: Generator, traces: PenTraces) -> tuple[Array, Array]:
    """Return n invented drawings (n, 28, 28) uint8 and their labels (n,), 10 where there is no digit."""
    pictures, labels = np.zeros((n, SIZE, SIZE), np.uint8), np.zeros(n, int)
    for row in range(n):
        strokes, labels[row] = invent(traces, rng)
        pictures[row] = as_bytes(render_prepared(strokes, *nib(rng)))
    return pictures, labels


def make_no_digits(n: int, rng: Generator) -> Array:
    """Return n letters, signs and little pictures (n, 28, 28) uint8, each of them no digit."""
    return np.array([as_bytes(render_prepared(letter(rng), *nib(rng))) for _ in range(n)])


def nib(rng: Generator) -> tuple[float, float]:
    """Return a pen's width and a drawing's height in pixels: the canvas's pens, and thin ones as on paper.

    The sizes are those of the canvas: small drawings have steps at their edges that no visitor's has.
    """
    thin = rng.random() < THIN
    return rng.uniform(4, 11) if thin else rng.uniform(11, 31), rng.uniform(95, 205)


def make_characters(n: int, rng: Generator) -> tuple[Array, Array]:
    """Return n characters of typefaces distorted (n, 28, 28) uint8 and their labels (n,), 10 for no digit."""
    digits, labels, letters = load_typefaces()
    figures = int(FIGURES * n)
    rows, others = rng.integers(0, len(digits), figures), rng.integers(0, len(letters), n - figures)
    pictures = _augmented(np.concatenate([digits[rows], letters[others]]), rng, FOR_MNIST)
    return pictures, np.append(labels[rows], np.full(n - figures, NOT_A_DIGIT))


def as_bytes(x: Array) -> Array:
    """Return pictures from 0 to 1 as uint8 from 0 to 255."""
    return np.round(x * 255).clip(0, 255).astype(np.uint8)


@cache
def strokes_to_learn_from() -> PenTraces:
    """Return the digits of the writers that training may see."""
    return load_traces().written_by(WRITERS["train"])


def _augmented(images: Array, rng: Generator, by: Augmentation) -> Array:
    """Return images uint8 distorted, batch by batch: small ones stay in the processor's cache."""
    batches = (images[start : start + BATCH] for start in range(0, len(images), BATCH))
    return np.concatenate([as_bytes(augment(x.astype(np.float32) / 255, rng, by)) for x in batches])
