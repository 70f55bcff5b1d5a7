"""What the network learns from: MNIST's pictures distorted anew and new drawings, lesson after lesson.

A lesson is one pass over MNIST's first 50 000 training images, over new drawings and over characters of
typefaces, which `training.examples` makes. The last 10 000 MNIST images and writers 17 to 22 are for
validation. No test image, and no writer from 23 on, is ever seen.
"""

import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context, parent_process
from threading import Thread

import numpy as np

from nncore.mnist import VALIDATION, load_images
from nncore.types import Array, read_only
from training.examples import CHARACTERS, make_characters, make_examples
from training.strokes import WRITERS, load_traces, render_prepared

AHEAD, MAKERS = 4, 2
"""So many lessons are made before they are asked for, by so many processes."""
PENS = (12, 20, 28)
"""The pens that drawings for validation are drawn with, in pixels."""
DOUBT = 0.9
"""What is no digit is so to this extent; the rest is shared by the ten digits alike."""
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


def validation_drawings(every: int = 1) -> tuple[Array, Array]:
    """Return drawings of writers 17 to 22 with each pen, (n, 784) float32, and their labels."""
    traces = load_traces().written_by(WRITERS["validation"])
    rng = np.random.default_rng(0)
    rows = [(row, pen) for row in range(0, len(traces), every) for pen in PENS]
    x = [render_prepared(traces.strokes[row], pen, rng.uniform(100, 200)).ravel() for row, pen in rows]
    return np.array(x), np.array([traces.labels[row] for row, _ in rows])


class Lessons:
    """Lessons without end, made by processes of their own ahead of need, and forgotten once given.

    Parameters
    ----------
    seed : int
        Lesson k of a seed is always the same.
    images : int, optional
        Take only so many MNIST images, and fewer drawings and characters, to try things out.
    """

    def __init__(self, seed: int, images: int | None = None) -> None:
        self._seed, self._images = seed, images
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # for those that make them
        self._maker = ProcessPoolExecutor(MAKERS, get_context("spawn"), _leave_quietly)
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
