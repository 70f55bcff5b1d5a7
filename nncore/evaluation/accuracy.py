"""How good is a network? Count its right answers, one image at a time or in batches."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nncore.network import Network
from nncore.predict import predict
from nncore.types import Array

AT_ONCE = 500_000_000
"""How many products of a weight and an input a core computes in about a tenth of a second."""


@dataclass(frozen=True)
class Progress:
    """How far an evaluation is: images read so far, right answers among them, images in all."""

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


RUNS = 5
"""How often each batch size is timed: a busy machine gives another time each time."""

Timings = tuple[tuple[int, tuple[float, ...]], ...]
"""Batch sizes, each with the seconds of its runs."""


def seconds_by_batch_size(network: Network, x: Array, t: Array, sizes: Sequence[int]) -> Iterator[Timings]:
    """Measure how long all images take in batches of each size; yield the times so far, often.

    Each size is run `RUNS` times, all sizes in turn: so a busy moment meets one run of each, not all
    runs of one.
    """
    times: dict[int, tuple[float, ...]] = {}
    known: Timings = ()
    for _ in range(RUNS):
        for size in sizes:
            loop = Timed(in_batches(network, x, t, size))
            while not loop.finished:
                loop.step()
                yield known
            times[size] = (*times.get(size, ()), loop.seconds)
            known = tuple(times.items())
            yield known


@dataclass(eq=False)
class Timed:
    """An evaluation that is done step by step, and how long its steps took.

    Attributes
    ----------
    steps : Iterator of Progress
    last : Progress or None
        How far it is; None before the first step.
    seconds : float
        The time of all steps, without the pauses between them.
    finished : bool
    """

    steps: Iterator[Progress]
    last: Progress | None = None
    seconds: float = 0.0
    finished: bool = False

    def step(self) -> None:
        """Do one step, and add its time."""
        start = time.perf_counter()
        try:
            self.last = next(self.steps)
        except StopIteration:
            self.finished = True
        self.seconds += time.perf_counter() - start


def race(*loops: Iterator[Progress]) -> Iterator[tuple[Timed, ...]]:
    """Run evaluations side by side, each with the same computing time; yield after each step."""
    lanes = tuple(Timed(steps) for steps in loops)
    while running := [lane for lane in lanes if not lane.finished]:
        min(running, key=lambda lane: lane.seconds).step()
        yield lanes


def most_at_once(network: Network) -> int:
    """Return how many images a network reads in about a tenth of a second of one core, at least 1."""
    return max(1, AT_ONCE // sum(layer.W.size for layer in network.layers))
