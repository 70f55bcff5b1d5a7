"""A network learns: lesson after lesson, batch after batch, a small step after each.

While it learns, a network has one answer more than it will have in the end: "none of these". Adding the
same number to all scores changes no softmax, so that only differences of scores learn; with this answer
among them, every digit's score learns to be high against *nothing*. In the finished network that answer is
always 0 (`against_none`), and the other scores tell how strong the evidence is.
"""

import itertools
import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nncore.base.whole_file import whole_file
from nncore.evaluation.accuracy import accuracy
from nncore.learning.backprop import loss_and_gradient
from nncore.learning.loop import as_floats, live_network, training_steps
from nncore.learning.optimizers import Adam
from nncore.network import Layer, Network
from nncore.types import Array
from training.lessons import Lesson, ValidationSet

WARM_UP = 0.02
"""In this share of all steps the rate rises to its peak."""
MEMORY = 0.9995
"""How much of the average of the weights is kept at each step."""
INK, HARDLY = 26, 0.0005
"""Where less than this share of images has a grey from INK on, of 255, there is hardly ever ink."""
DECAY = 0.002
"""Each step takes this share of the first layer's weights, times its rate: what is not needed fades."""
FLAT = "all"
"""The one name under which all weights lie in a single vector: a step is then a few lines of arithmetic."""

KEPT = ("weights", "average", "centre", "inked")


class Schedule(NamedTuple):
    """How long to train, and how fast."""

    epochs: int
    batch_size: int
    learning_rate: float
    seed: int


class Epoch(NamedTuple):
    """What happened in one epoch.

    Attributes
    ----------
    epoch : int
        1 for the first.
    loss, seconds : float
        Mean cross-entropy against the targets while learning, and how long it took.
    training, validation, drawings : float
        Share of right answers, by the averaged weights, on 10 000 training images as they
        were distorted, on MNIST's validation images, and on the validation writers' drawings.
    """

    epoch: int
    loss: float
    training: float
    validation: float
    drawings: float
    seconds: float


@dataclass
class Learner:
    """A network while it learns, and all that it takes to go on from there.

    Attributes
    ----------
    sizes : tuple of int
        Inputs, neurons in each layer.
    hidden : str
        The activation of the hidden layers.
    weights : ndarray (n,) float32
        W1, b1, W2, …, one after the other, changed in place by every step.
    average : ndarray (n,) float32
        Mean of about the last 1 / (1 − MEMORY) weights, which is steadier (Polyak and Juditsky, 1992).
    centre : ndarray
        The mean input. Taken away from every input it makes learning quicker (LeCun et al., "Efficient
        BackProp", 1998); `network` moves it into b1.
    inked : ndarray
        1 for each input at which the first lesson's images have ink, 0 where hardly any has: there all
        weights stay 0, for what they would learn there is chance.
    adam : Adam
    history : list of Epoch
        What has happened so far.
    """

    sizes: tuple[int, ...]
    hidden: str
    weights: Array
    average: Array
    centre: Array
    inked: Array
    adam: Adam
    history: list[Epoch]

    @classmethod
    def start(cls, sizes: tuple[int, ...], hidden: str, seed: int) -> "Learner":
        """Return a network before its first step: weights at random, smaller the more inputs a neuron has."""
        rng = np.random.default_rng([seed, *sizes])
        flat = np.zeros(sum(a * b + b for a, b in itertools.pairwise(sizes)), np.float32)
        for W in views(flat, sizes)[::2]:
            W[:] = rng.standard_normal(W.shape) * np.sqrt((2 if hidden == "relu" else 1) / len(W))
        centre, inked = np.zeros((2, sizes[0]), np.float32)
        return cls(sizes, hidden, flat, flat.copy(), centre, inked, Adam(), [])

    def save(self, path: Path) -> None:
        """Write all that `load` needs to go on."""
        own = {name: getattr(self, name) for name in (*KEPT, "history")}
        adam = {"steps": self.adam.iter, "mean": self.adam.m[FLAT], "square": self.adam.v[FLAT]}
        with whole_file(path) as file:
            np.savez(file, **own, **adam)  # type: ignore[arg-type]

    def load(self, path: Path) -> None:
        """Go on from where `save` was called."""
        with np.load(path) as file:
            for name in KEPT:
                setattr(self, name, file[name])
            self.adam = Adam(iter=int(file["steps"]), m={FLAT: file["mean"]}, v={FLAT: file["square"]})
            self.history = [Epoch(int(row[0]), *map(float, row[1:])) for row in file["history"]]

    @property
    def inner(self) -> str:
        """The activation to learn with: tanh for sigmoid, which differs from it in scale alone."""
        return "tanh" if self.hidden == "sigmoid" else self.hidden

    def network(self) -> Network:
        """Return the finished network, with the averaged weights: without the answer "none of these"."""
        return against_none(self.learning_network())

    def learning_network(self) -> Network:
        """Return the network that has the averaged weights, its last answer being "none of these"."""
        W, b, *others = views(self.average, self.sizes)
        W = W * self.inked[:, np.newaxis]  # an average of numbers that became 0 never quite does
        arrays = [W, b - self.centre @ W, *others]
        if self.hidden == "sigmoid":
            arrays = as_sigmoid(arrays)
        names = [self.hidden] * (len(self.sizes) - 2) + ["softmax"]
        return Network([Layer(W, b, h) for W, b, h in zip(arrays[::2], arrays[1::2], names, strict=True)])


def learn(
    learner: Learner, lessons: Iterable[Lesson], validation: ValidationSet, schedule: Schedule
) -> Iterator[Epoch]:
    """Learn from one lesson an epoch, from the next epoch to the end of the schedule.

    Parameters
    ----------
    learner : Learner
        Changed in place.
    lessons : iterable of Lesson
        That of the next epoch first.
    validation : ValidationSet
    schedule : Schedule

    Yields
    ------
    Epoch
        After each pass.
    """
    for number, lesson in zip(range(len(learner.history), schedule.epochs), lessons, strict=False):
        started = time.perf_counter()
        loss = learn_lesson(learner, lesson, number, schedule)
        network = learner.network()
        seen = lesson.images[:10_000].astype(np.float32) / 255, lesson.targets[:10_000, :-1]
        share, mnist, drawings = (
            accuracy(network, x, t, 1000) for x, t in (seen, validation.mnist, validation.drawings)
        )
        learner.history.append(Epoch(number + 1, loss, share, mnist, drawings, time.perf_counter() - started))
        yield learner.history[-1]


def learn_lesson(learner: Learner, lesson: Lesson, number: int, schedule: Schedule) -> float:
    """Go through one lesson in random batches, a step after each; return the mean loss."""
    if not learner.adam.iter:
        learner.centre = (lesson.images.mean(axis=0) / 255).astype(np.float32)
        learner.inked = ((lesson.images >= INK).mean(axis=0) >= HARDLY).astype(np.float32)
    order = np.random.default_rng([schedule.seed, number]).permutation(len(lesson))
    batches = np.array_split(order, max(1, len(order) // schedule.batch_size))
    before, steps = number * len(batches), schedule.epochs * len(batches)
    weights = views(learner.weights, learner.sizes)
    network = live_network({str(n): array for n, array in enumerate(weights)}, learner.inner)

    def batch(count: int, rows: Array) -> tuple[Array, Array]:
        learner.adam.lr = learning_rate(before + count, steps, schedule.learning_rate)
        return as_floats(lesson.images[rows]) - learner.centre, lesson.targets[rows]

    def gradient(x: Array, t: Array) -> tuple[float, dict[str, Array]]:
        loss, parts = loss_and_gradient(network, x, t)
        return loss, {FLAT: np.concatenate([part.ravel() for part in parts.values()])}

    losses = []
    given = (batch(count, rows) for count, rows in enumerate(batches))
    for step in training_steps({FLAT: learner.weights}, given, gradient, learner.adam):
        weights[0] *= np.float32(1 - learner.adam.lr * DECAY) * learner.inked[:, np.newaxis]
        memory = min(MEMORY, learner.adam.iter / (learner.adam.iter + 10))
        learner.average += np.float32(1 - memory) * (learner.weights - learner.average)
        losses.append(step.loss)
    return float(np.mean(losses))


def learning_rate(step: int, steps: int, peak: float) -> float:
    """Return the rate of one step of a run: up to the peak in a line, down to 0 along a cosine."""
    rise = max(1, round(steps * WARM_UP))
    if step < rise:
        return peak * (step + 1) / rise
    return peak * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise))) / 2


def views(flat: Array, sizes: tuple[int, ...]) -> list[Array]:
    """Return W1, b1, W2, b2, … as views of one flat vector."""
    shapes = [shape for a, b in itertools.pairwise(sizes) for shape in ((a, b), (b,))]
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    return [part.reshape(shape) for part, shape in zip(np.split(flat, ends[:-1]), shapes, strict=True)]


def against_none(network: Network) -> Network:
    """Return the network whose last score is always 0, and left out: the others are what they were above it.

    The chances of the digits among each other stay as they are.
    """
    *hidden, last = network.layers
    W, b = (values[..., :-1] - values[..., -1:] for values in (last.W, last.b))
    return Network([*hidden, Layer(W, b, last.h)])


def as_sigmoid(arrays: Sequence[Array]) -> list[Array]:
    """Return the weights W1, b1, … of the sigmoid network that answers as this tanh network does.

    tanh(a) = 2 sigmoid(2a) − 1: the two differ in scale alone. But answers around 0 make for much
    quicker learning than answers around 0.5 (LeCun et al., "Efficient BackProp", 1998).
    """
    changed: list[Array] = []
    for W, b in zip(arrays[::2], arrays[1::2], strict=True):
        if changed:
            W, b = 2 * W, b - W.sum(axis=0)
        grow = 1 if len(changed) == len(arrays) - 2 else 2
        changed += [grow * W, grow * b]
    return changed
