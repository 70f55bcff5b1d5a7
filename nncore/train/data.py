"""What the network learns from: MNIST's pictures distorted anew and new drawings, lesson after lesson.

A lesson is one pass over MNIST's first 50 000 training images and over half as many drawings:
seven in ten after strokes of writers 1 to 16, two after templates of our own, and one a scribble,
a letter or the like, whose target is no digit in particular. The last 10 000 MNIST images and
writers 17 to 22 are for validation. No test image, and no writer from 23 on, is ever seen.
"""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context, parent_process
from threading import Thread

import numpy as np

from nncore.images.augment import Augmentation, augment
from nncore.images.preprocess import SIZE
from nncore.images.strokes import WRITERS, PenTraces, load_traces, render_prepared
from nncore.images.synthetic import NO_DIGITS, STYLES, UPSIDE_DOWN, deform, scribble, sign, strokes_of
from nncore.mnist import load_images
from nncore.types import Array, Generator

VALIDATION = 10_000
"""So many of MNIST's training images, the last ones, are for validation."""
AHEAD = 3
"""So many lessons are made before they are asked for."""
NOT_A_DIGIT = 10
"""The label of what is no digit; its target is a tenth for each digit."""
TARGETS = np.vstack([np.eye(10), np.full(10, 0.1)]).astype(np.float32)
"""The target (10,) of each label, 0 to 9 and NOT_A_DIGIT."""

FOR_MNIST = Augmentation()
FOR_DRAWINGS = Augmentation(rotation=5, shear=0.08, stretch=0.1, scale=0.05, elastic=0.3, thickness=0.3)


@dataclass(frozen=True, eq=False)
class Lesson:
    """Images (n, 784) uint8 and their targets (n, 10) float32, rows of probabilities."""

    images: Array
    targets: Array

    def __len__(self) -> int:
        return len(self.images)


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


def validation_drawings(pens: tuple[int, ...] = (12, 20, 28), every: int = 1) -> tuple[Array, Array]:
    """Return drawings of writers 17 to 22 with each pen, (n, 784) float32, and their labels."""
    traces = load_traces().written_by(WRITERS["validation"])
    rng = np.random.default_rng(0)
    rows = [(row, pen) for row in range(0, len(traces), every) for pen in pens]
    x = [render_prepared(traces.strokes[row], pen, rng.uniform(100, 200)).ravel() for row, pen in rows]
    return np.array(x), np.array([traces.labels[row] for row, _ in rows])


class Lessons:
    """Lessons without end, made by a process of their own ahead of need, and forgotten once given.

    Parameters
    ----------
    seed : int
        Lesson k of a seed is always the same.
    images : int, optional
        Take only so many MNIST images and half as many drawings, to try things out.
    """

    def __init__(self, seed: int, images: int | None = None) -> None:
        self._seed, self._images = seed, images
        self._maker = ProcessPoolExecutor(1, get_context("spawn"), _leave_quietly)
        self._made: dict[int, Future[Lesson]] = {}

    def __getitem__(self, k: int) -> Lesson:
        for number in range(k, k + AHEAD):
            if number not in self._made:
                self._made[number] = self._maker.submit(make_lesson, number, self._seed, self._images)
        self._made = {number: lesson for number, lesson in self._made.items() if number >= k}
        return self._made.pop(k).result()

    def close(self) -> None:
        """Make no further lesson."""
        self._maker.shutdown(cancel_futures=True)


def _leave_quietly() -> None:
    """End this process without a word at Ctrl-C, which reaches it too, and when its parent is gone."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def make_lesson(k: int, seed: int, images: int | None = None) -> Lesson:
    """Return lesson k: MNIST distorted anew, and half as many drawings that were never made before."""
    return compose(*mnist(images), np.random.default_rng([seed, 2, k]))


def compose(pictures: Array, labels: Array, rng: Generator) -> Lesson:
    """Return a lesson of these pictures (n, 28, 28) uint8, distorted, and half as many new drawings."""
    drawings, meant = make_drawings(len(pictures) // 2, rng, strokes_to_learn_from())
    x = [_augmented(pictures, rng, FOR_MNIST), _augmented(drawings, rng, FOR_DRAWINGS)]
    return Lesson(np.concatenate(x).reshape(-1, SIZE * SIZE), TARGETS[np.concatenate([labels, meant])])


@cache
def mnist(images: int | None) -> tuple[Array, Array]:
    """Return the first `images` training images, or all but those for validation, and their labels."""
    pictures, labels = load_images("train")
    n = min(images or len(pictures), len(pictures) - VALIDATION)
    return pictures[:n], labels[:n]


@cache
def strokes_to_learn_from() -> PenTraces:
    """Return the digits of the writers that training may see."""
    return load_traces().written_by(WRITERS["train"])


def _augmented(images: Array, rng: Generator, by: Augmentation, batch: int = 500) -> Array:
    """Return images uint8 distorted, batch by batch: small ones stay in the processor's cache."""
    return np.concatenate(list(_batches(images, rng, by, batch)))


def _batches(images: Array, rng: Generator, by: Augmentation, batch: int) -> Iterator[Array]:
    for start in range(0, len(images), batch):
        x = images[start : start + batch].astype(np.float32) / 255
        yield as_bytes(augment(x, rng, by))
