"""Examples to learn from: pictures distorted anew, and drawings that nobody made before.

Of the drawings seven in ten follow strokes of writers 1 to 16 and two templates of our own; one is a
scribble, a letter or the like, no digit in particular.
"""

from functools import cache

import numpy as np

from nncore.images.augment import Augmentation, augment
from nncore.images.framing import SIZE
from nncore.images.strokes import WRITERS, PenTraces, load_traces, render_prepared
from nncore.images.synthetic import NO_DIGITS, STYLES, UPSIDE_DOWN, deform, scribble, sign, strokes_of
from nncore.types import Array, Generator

NOT_A_DIGIT = 10
"""The label of what is no digit."""
BATCH = 500
"""So many images are distorted at once."""

FOR_MNIST = Augmentation()
FOR_DRAWINGS = Augmentation(rotation=5, shear=0.08, stretch=0.1, scale=0.05, elastic=0.3, thickness=0.3)


def make_examples(pictures: Array, labels: Array, rng: Generator) -> tuple[Array, Array]:
    """Return these pictures (n, 28, 28) uint8 distorted, then half as many new drawings, and their labels."""
    drawings, meant = make_drawings(len(pictures) // 2, rng, strokes_to_learn_from())
    x = [_augmented(pictures, rng, FOR_MNIST), _augmented(drawings, rng, FOR_DRAWINGS)]
    return np.concatenate(x), np.concatenate([labels, meant])


def invent(traces: PenTraces, rng: Generator) -> tuple[list[Array], int]:
    """Return the strokes and the label of one drawing: mostly somebody's, deformed."""
    kind = rng.random()
    if kind < 0.7:
        row = rng.integers(len(traces))
        return deform(traces.strokes[row], rng), int(traces.labels[row])
    if kind < 0.9:
        digit = int(rng.integers(10))
        template = STYLES[digit][rng.integers(len(STYLES[digit]))]
        return deform(strokes_of(template, rng.random() < 0.8), rng, 1.8), digit
    return no_digit(traces, rng), NOT_A_DIGIT


def no_digit(traces: PenTraces, rng: Generator) -> list[Array]:
    """Return the strokes of a scribble, a letter or little picture, or a digit upside down."""
    kind = rng.random()
    if kind < 0.3:
        return scribble(rng)
    if kind < 0.55:
        return deform(sign(rng), rng)
    if kind < 0.8:
        template = list(NO_DIGITS.values())[rng.integers(len(NO_DIGITS))]
        return deform(strokes_of(template), rng, 1.5)
    row = rng.choice(np.flatnonzero(np.isin(traces.labels, UPSIDE_DOWN)))
    return [-stroke for stroke in deform(traces.strokes[row], rng)]


def make_drawings(n: int, rng: Generator, traces: PenTraces) -> tuple[Array, Array]:
    """Return n invented drawings (n, 28, 28) uint8 and their labels (n,), 10 where there is no digit."""
    pictures, labels = np.zeros((n, SIZE, SIZE), np.uint8), np.zeros(n, int)
    for row in range(n):
        strokes, labels[row] = invent(traces, rng)
        pictures[row] = as_bytes(render_prepared(strokes, rng.uniform(11, 31), rng.uniform(95, 205)))
    return pictures, labels


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
