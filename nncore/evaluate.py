"""How good is a network? Count its right answers, one image at a time or in batches."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.network import Network
from nncore.predict import predict


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
    answers = t.argmax(axis=1) if t.ndim == 2 else t
    return _batches(network, x, answers, batch_size)


def _batches(
    network: Network, x: npt.NDArray[Any], answers: npt.NDArray[Any], batch_size: int
) -> Iterator[Progress]:
    correct = 0
    for start in range(0, len(x), batch_size):
        y_batch = predict(network, x[start : start + batch_size])
        p = np.argmax(y_batch, axis=1)
        correct += int(np.sum(p == answers[start : start + batch_size]))
        yield Progress(min(start + batch_size, len(x)), correct, len(x))


def accuracy(network: Network, x: npt.ArrayLike, t: npt.ArrayLike, batch_size: int = 100) -> float:
    """Return the share of images whose most probable digit is their label, 0 to 1."""
    *_, last = evaluate_batches(network, x, t, batch_size)
    return last.accuracy
