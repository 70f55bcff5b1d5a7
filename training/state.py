"""A network while it learns, and all that it takes to go on from there.

While it learns, a network has one answer more than it will have in the end: "none of these". Adding the
same number to all scores changes no softmax, so that only differences of scores learn; with this answer
among them, every digit's score learns to be high against *nothing*. In the finished network that answer is
always 0 (`against_none`), and the other scores tell how strong the evidence is.
"""

import itertools
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np

from nncore.base.whole_file import whole_file
from nncore.learning.optimizers import Adam
from nncore.network import Layer, Network
from nncore.types import Array

FLAT = "all"
"""The one name under which all weights lie in a single vector: a step is then a few lines of arithmetic."""
VECTORS = ("weights", "average", "best", "centre", "inked")


@dataclass(frozen=True)
class Epoch:
    """What happened in one epoch.

    Attributes
    ----------
    number : int
        1 for the first.
    loss : float
        Mean cross-entropy against the targets while learning.
    training, validation, drawings : float
        Share of right answers, by the averaged weights, on 10 000 training images as they
        were distorted, on MNIST's validation images, and on the validation writers' drawings.
    seconds : float
        How long it took.
    """

    number: int
    loss: float
    training: float
    validation: float
    drawings: float
    seconds: float

    @property
    def score(self) -> float:
        """What makes one epoch's weights better than another's: validation accuracy of both kinds."""
        return (self.validation + self.drawings) / 2


def table(history: Sequence[Epoch]) -> Array:
    """Return a history as rows of number, loss, training, validation, drawings, seconds."""
    return np.array([astuple(epoch) for epoch in history], float).reshape(-1, 6)


@dataclass
class TrainingState:
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
        Running average of the weights over about the last 1 / (1 − MEMORY) steps: steadier than the
        weights themselves (Polyak and Juditsky, 1992).
    adam : Adam
        The optimizer.
    history : list of Epoch
        What has happened so far.
    best : ndarray
        The averaged weights of the epoch with the best score.
    centre : ndarray
        The mean input, which is taken away from every input while learning: inputs around 0 make
        for quicker learning (LeCun et al., "Efficient BackProp", 1998). `network` moves it into b1.
    inked : ndarray
        1 for each input at which the first lesson's images have ink, 0 where hardly any has: there all
        weights stay 0, for what they would learn there is chance.
    """

    sizes: tuple[int, ...]
    hidden: str
    weights: Array
    average: Array
    adam: Adam
    history: list[Epoch]
    best: Array
    centre: Array
    inked: Array

    @classmethod
    def start(cls, sizes: tuple[int, ...], hidden: str, seed: int) -> "TrainingState":
        """Return the state before the first step: weights at random, smaller the more inputs a neuron has."""
        rng = np.random.default_rng([seed, *sizes])
        flat = np.zeros(sum(a * b + b for a, b in itertools.pairwise(sizes)), np.float32)
        for W in views(flat, sizes)[::2]:
            W[:] = rng.standard_normal(W.shape) * np.sqrt((2 if hidden == "relu" else 1) / len(W))
        centre, inked = np.zeros((2, sizes[0]), np.float32)
        return cls(sizes, hidden, flat, flat.copy(), Adam(), [], flat.copy(), centre, inked)

    @classmethod
    def load(cls, path: Path) -> "TrainingState":
        """Return the state that `save` has written."""
        with np.load(path, allow_pickle=False) as file:
            adam = Adam(iter=int(file["steps"]), m={FLAT: file["mean"]}, v={FLAT: file["square"]})
            history = [Epoch(int(row[0]), *map(float, row[1:])) for row in file["history"]]
            sizes = tuple(int(size) for size in file["sizes"])
            weights, average, best, centre, inked = (file[name] for name in VECTORS)
            return cls(sizes, str(file["hidden"]), weights, average, adam, history, best, centre, inked)

    def save(self, path: Path) -> None:
        """Write everything needed to go on later."""
        own = {name: getattr(self, name) for name in ("sizes", "hidden", *VECTORS)}
        adam = {"steps": self.adam.iter, "mean": self.adam.m[FLAT], "square": self.adam.v[FLAT]}
        with whole_file(path) as file:
            np.savez(file, **own, **adam, history=table(self.history))  # type: ignore[arg-type]

    @property
    def inner(self) -> str:
        """The activation to learn with: tanh for sigmoid, which it is but for its scale."""
        return "tanh" if self.hidden == "sigmoid" else self.hidden

    def network(self, flat: Array) -> Network:
        """Return the finished network that has these weights: without the answer "none of these"."""
        return against_none(self.learning_network(flat))

    def learning_network(self, flat: Array) -> Network:
        """Return the network that has these weights, its last answer being "none of these"."""
        W, b, *others = views(flat, self.sizes)
        W = W * self.inked[:, np.newaxis]  # an average of numbers that became 0 never quite does
        arrays = [W, b - self.centre @ W, *others]
        if self.hidden == "sigmoid":
            arrays = as_sigmoid(arrays)
        names = [self.hidden] * (len(self.sizes) - 2) + ["softmax"]
        return Network([Layer(W, b, h) for W, b, h in zip(arrays[::2], arrays[1::2], names, strict=True)])


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
