"""What is learned from: MNIST's pictures distorted anew, new drawings and typefaces, lesson after lesson.

A lesson is one pass over MNIST's first 50 000 training images, over as many new drawings and over characters
of typefaces, which `training.examples` makes. The last 10 000 MNIST images and writers 17 to 22 are for
validation. No test image, and no writer from 23 on, is ever seen.
"""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import count
from multiprocessing import get_context

import numpy as np

from nncore.mnist import VALIDATION, load_images, load_mnist
from nncore.network import Network
from nncore.predict import predict
from nncore.types import Array, read_only
from training.examples import CHARACTERS, make_characters, make_examples
from training.strokes import WRITERS, load_traces, render_prepared

AHEAD, MAKERS = 4, 2
"""How many lessons are made ahead of need, and by how many processes."""
WINDOW, STAY = 16, 20
"""How many lessons the small network has in hand; every STAY epochs a new one replaces the oldest."""
DISTILL_TEMPERATURE = 2.0
"""The temperature of the teacher's answers: above 1, the less probable digits count for more."""
DISTILL_WEIGHT = 0.9
"""How much of a target is the teacher's answer; the rest is the true label."""
PENS = (12, 20, 28)
"""The pens that drawings for validation are drawn with, in pixels."""
DOUBT = 0.9
"""The target of "no digit" for what is none; the ten digits share the rest."""
TARGETS = read_only(
    np.vstack([np.eye(11)[:10], np.append(np.full(10, (1 - DOUBT) / 10), DOUBT)]).astype(np.float32)
)
"""The target (11,) of each label, 0 to 9 and NOT_A_DIGIT: while it learns, a network has that answer too."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """Images (n, 784) uint8 and their targets (n, 11) float32, rows of probabilities."""

    images: Array
    targets: Array

    def __len__(self) -> int:
        return len(self.images)


def lessons(seed: int, images: int | None, first: int = 0) -> Generator[Lesson]:
    """Yield lessons without end, made by other processes; lesson k of a seed is always the same.

    Parameters
    ----------
    seed : int
    images : int or None
        Take only so many MNIST images, and fewer drawings and characters, to try things out.
    first : int
        The number of the first lesson.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # in the processes that make them
    quiet = signal.SIGINT, signal.SIG_IGN  # Ctrl-C reaches all of them: this process ends the others
    makers = ProcessPoolExecutor(MAKERS, get_context("spawn"), signal.signal, quiet)
    try:
        ahead = deque(makers.submit(make_lesson, first + k, seed, images) for k in range(AHEAD))
        for k in count(first + AHEAD):
            yield ahead.popleft().result()
            ahead.append(makers.submit(make_lesson, k, seed, images))
    finally:
        makers.shutdown(cancel_futures=True)


def make_lesson(k: int, seed: int, images: int | None) -> Lesson:
    """Return lesson k: MNIST distorted anew, drawings that were never made before, and characters."""
    rng, known = np.random.default_rng([seed, 2, k]), mnist(images)
    parts = make_examples(*known, rng), make_characters(int(CHARACTERS * len(known[1])), rng)
    pictures, labels = (np.concatenate(of_all) for of_all in zip(*parts, strict=True))
    return Lesson(pictures.reshape(len(pictures), -1), TARGETS[labels])


@cache
def mnist(images: int | None) -> tuple[Array, Array]:
    """Return the first `images` training images, or all but those for validation, and their labels."""
    pictures, labels = load_images("train")
    n = min(images or len(pictures), len(pictures) - VALIDATION)
    return pictures[:n], labels[:n]


def answered_by(teacher: Network, lesson: Lesson) -> Lesson:
    """Return a lesson whose targets are mostly the teacher's answers, softened."""
    parts = np.array_split(lesson.images, 50)
    answers = np.concatenate([predict(teacher, x.astype(np.float32) / 255) for x in parts])
    soft = np.maximum(answers, 1e-12) ** (1 / DISTILL_TEMPERATURE)
    soft /= soft.sum(axis=1, keepdims=True)
    targets = DISTILL_WEIGHT * soft + (1 - DISTILL_WEIGHT) * lesson.targets
    return Lesson(lesson.images, targets.astype(np.float32))


def in_turns(made: Iterator[Lesson], start: int) -> Iterator[Lesson]:
    """Yield the lesson of each epoch of the small network, from epoch `start` on.

    It learns a lesson in a moment, but making one takes seconds: so each comes again a few times, between
    others, before it makes room for a new one. `made` begins with lesson start // STAY.
    """
    in_hand: deque[Lesson] = deque()
    for epoch in count(start):
        if epoch > start and epoch % STAY == 0:
            in_hand.popleft()
        while len(in_hand) <= epoch % WINDOW:
            in_hand.append(next(made))
        yield in_hand[epoch % WINDOW]


@dataclass(frozen=True, eq=False)
class ValidationSet:
    """Validation images (n, 784) with labels (n,), of MNIST and drawn."""

    mnist: tuple[Array, Array]
    drawings: tuple[Array, Array]


def validation_set(images: int | None) -> ValidationSet:
    """Return MNIST's last 10 000 training images, and drawings of six writers with each pen."""
    x, t = load_mnist()[0]
    traces, rng = load_traces().written_by(WRITERS["validation"]), np.random.default_rng(0)
    rows = [(row, pen) for row in range(0, len(traces), 1 if images is None else 20) for pen in PENS]
    drawn = [render_prepared(traces.strokes[row], pen, rng.uniform(100, 200)).ravel() for row, pen in rows]
    labels = np.array([traces.labels[row] for row, _ in rows])
    return ValidationSet((x[-VALIDATION:], t[-VALIDATION:]), (np.array(drawn), labels))
