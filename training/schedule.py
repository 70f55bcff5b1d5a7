"""A network learns: lesson after lesson, batch after batch, a small step after each.

`train` is the whole loop. It yields a record after every epoch and prints nothing. A `TrainingState`
holds all that changes on the way, so that it can be saved after any epoch and go on from there.
"""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from nncore.evaluation.accuracy import accuracy
from nncore.learning.backprop import batch_gradient
from nncore.learning.loop import as_floats, training_steps
from nncore.types import Array
from training.data import Lesson
from training.state import FLAT, Epoch, TrainingState, views

WARM_UP = 0.02
"""In this share of all steps the rate rises to its peak."""
MEMORY = 0.9995
"""How much of the average of the weights is kept at each step."""


INK, HARDLY = 26, 0.0005
"""Where less than this share of images has a grey from INK on, of 255, there is hardly ever ink."""
DECAY = 0.002
"""Of the first layer's weights each step takes this share, times its rate: who says little falls silent."""


@dataclass(frozen=True, eq=False)
class ValidationSet:
    """Validation images (n, 784) with labels (n,), of MNIST and drawn."""

    mnist: tuple[Array, Array]
    drawings: tuple[Array, Array]


@dataclass(frozen=True)
class Schedule:
    """How long to train, and how fast."""

    epochs: int
    batch_size: int
    learning_rate: float
    seed: int


def train(
    state: TrainingState, lessons: Callable[[int], Lesson], validation: ValidationSet, schedule: Schedule
) -> Iterator[Epoch]:
    """Train on one lesson an epoch, from the one after the last so far to the end of the schedule.

    Parameters
    ----------
    state : TrainingState
        Changed in place.
    lessons : callable
        Gives the lesson of an epoch, counted from 0.
    validation : ValidationSet
    schedule : Schedule

    Yields
    ------
    Epoch
        After each pass.
    """
    for number in range(len(state.history), schedule.epochs):
        started = time.perf_counter()
        lesson = lessons(number)
        loss = train_epoch(state, lesson, number, schedule)
        network = state.network(state.average)
        seen = lesson.images[:10_000].astype(np.float32) / 255, lesson.targets[:10_000, :-1]
        seen_mark, mnist, drawings = (
            accuracy(network, x, t, 1000) for x, t in (seen, validation.mnist, validation.drawings)
        )
        epoch = Epoch(number + 1, loss, seen_mark, mnist, drawings, time.perf_counter() - started)
        if epoch.score >= max((past.score for past in state.history), default=0):
            state.best = state.average.copy()
        state.history.append(epoch)
        yield epoch


def train_epoch(state: TrainingState, lesson: Lesson, number: int, schedule: Schedule) -> float:
    """Go through one lesson in random batches, a step after each; return the mean loss."""
    if not state.adam.iter:
        state.centre = (lesson.images.mean(axis=0) / 255).astype(np.float32)
        state.inked = ((lesson.images >= INK).mean(axis=0) >= HARDLY).astype(np.float32)
    order = np.random.default_rng([schedule.seed, number]).permutation(len(lesson))
    batches = np.array_split(order, max(1, len(order) // schedule.batch_size))
    before, steps = number * len(batches), schedule.epochs * len(batches)
    weights = views(state.weights, state.sizes)

    def batch(count: int, rows: Array) -> tuple[Array, Array]:
        state.adam.lr = learning_rate(before + count, steps, schedule.learning_rate)
        return as_floats(lesson.images[rows]) - state.centre, lesson.targets[rows]

    def gradient(x: Array, t: Array) -> tuple[float, dict[str, Array]]:
        loss, parts = batch_gradient(weights, x, t, state.inner)
        return loss, {FLAT: np.concatenate([part.ravel() for part in parts])}

    losses = []
    given = (batch(count, rows) for count, rows in enumerate(batches))
    for step in training_steps({FLAT: state.weights}, given, gradient, state.adam):
        weights[0] *= np.float32(1 - state.adam.lr * DECAY) * state.inked[:, np.newaxis]
        memory = min(MEMORY, state.adam.iter / (state.adam.iter + 10))
        state.average += np.float32(1 - memory) * (state.weights - state.average)
        losses.append(step.loss)
    return float(np.mean(losses))


def learning_rate(step: int, steps: int, peak: float) -> float:
    """Return the rate of one step of a run: up to the peak in a line, down to 0 along a cosine."""
    rise = max(1, round(steps * WARM_UP))
    if step < rise:
        return peak * (step + 1) / rise
    return peak * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise))) / 2
