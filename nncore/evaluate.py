"""How good is a network? Count its right answers, one image at a time or in batches."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.network import Network
from nncore.predict import predict

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Progress:
    """How far an evaluation is: images read so far, how many of them rightly, of how many."""

    done: int
    correct: int
    total: int

    @property
    def accuracy(self) -> float:
        """The share of right answers among the images read so far, 0 to 1."""
        return self.correct / self.done


def evaluate_batches(
    network: Network, x: npt.ArrayLike, t: npt.ArrayLike, batch_size: int = 100
) -> Iterator[Progress]:
    """Read the images batch by batch, as the book's loop does, and yield after each batch.

    Parameters
    ----------
    network : Network
    x : array_like (n, inputs)
        The images.
    t : array_like (n,) or (n, classes)
        Their labels, as digits or one-hot rows.
    batch_size : int
        How many images go through the network at once, at least 1.

    Yields
    ------
    Progress
        After each batch; the last batch may be smaller.

    Raises
    ------
    ValueError
        If there are no images, not as many labels as images, or the batch size is below 1.
    """
    x, t = np.asarray(x), np.asarray(t)
    if batch_size < 1:
        raise ValueError("A batch holds at least 1 image.")
    if len(x) == 0 or len(x) != len(t):
        raise ValueError(f"Give as many labels as images, at least one: not {len(t)} for {len(x)}.")
    return in_batches(network, x, t.argmax(axis=1) if t.ndim == 2 else t, batch_size)


def one_by_one(network: Network, x: Array, t: Array) -> Iterator[Progress]:
    """Read the images one at a time, as the book's first loop does (section 3.6.2)."""
    correct = 0
    for i in range(len(x)):
        y = predict(network, x[i])
        p = np.argmax(y)
        correct += int(p == t[i])
        yield Progress(i + 1, correct, len(x))


def in_batches(network: Network, x: Array, t: Array, batch_size: int) -> Iterator[Progress]:
    """Read the images batch by batch, as the book's second loop does (section 3.6.3)."""
    correct = 0
    for start in range(0, len(x), batch_size):
        y_batch = predict(network, x[start : start + batch_size])
        p = np.argmax(y_batch, axis=1)
        correct += int(np.sum(p == t[start : start + batch_size]))
        yield Progress(min(start + batch_size, len(x)), correct, len(x))


def accuracy(network: Network, x: npt.ArrayLike, t: npt.ArrayLike, batch_size: int = 100) -> float:
    """Return the share of images whose most probable digit is their label, 0 to 1."""
    *_, last = evaluate_batches(network, x, t, batch_size)
    return last.accuracy


def seconds_by_batch_size(
    network: Network, x: Array, t: Array, sizes: Sequence[int], repeats: int = 3
) -> Iterator[tuple[int, float]]:
    """Measure how long all images take in batches of each size; yield (size, best of the repeats)."""
    for size in sizes:
        yield size, min(_seconds(network, x, t, size) for _ in range(repeats))


def _seconds(network: Network, x: Array, t: Array, batch_size: int) -> float:
    start = time.perf_counter()
    accuracy(network, x, t, batch_size)
    return time.perf_counter() - start
