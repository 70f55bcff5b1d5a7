"""The loop that all learning goes through: a mini-batch, its gradient, a step (section 4.5 of the book).

It is a generator: it yields after every mini-batch, so that its caller can watch, wait and stop. It
prints nothing, starts no thread, and takes its random numbers from a generator that the caller passes in.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from nncore.learning.optimizers import Arrays, Optimizer
from nncore.network import Layer, Network
from nncore.types import Array, read_only

Batch = tuple[Array, Array]
INITIAL = ("zero", "0.01", "Xavier", "He", "1")
"""Ways to draw the first weights; see `initial_weights`."""


@dataclass(frozen=True, eq=False)
class TrainingStep:
    """What one mini-batch did.

    Attributes
    ----------
    number : int
        1 for the first.
    loss : float
        The mean loss of the mini-batch, before the step.
    grads : mapping of ndarray
        The gradient of the step, by the names of the weights.
    """

    number: int
    loss: float
    grads: Arrays


def training_steps(
    params: Arrays,
    batches: Iterable[Batch],
    gradient: Callable[[Array, Array], tuple[float, Arrays]],
    optimizer: Optimizer,
) -> Iterator[TrainingStep]:
    """Go through mini-batches, a step after each.

    Parameters
    ----------
    params : mapping of ndarray
        The weights, changed in place.
    batches : iterable of (x, t)
        Inputs and targets; the loop ends with them.
    gradient : callable
        Takes x and t, and returns the loss and its gradient for each array of `params` as it is now.
    optimizer : Optimizer

    Yields
    ------
    TrainingStep
        After each mini-batch.
    """
    for number, (x, t) in enumerate(batches, start=1):
        loss, grads = gradient(x, t)
        optimizer.update(params, grads)
        yield TrainingStep(number, loss, grads)


def mini_batches(
    images: Array, targets: Array, batch_size: int, rng: Generator, epochs: int | None = None
) -> Iterator[Batch]:
    """Yield mini-batches, each epoch in another order; without end if `epochs` is None.

    Parameters
    ----------
    images : ndarray (n, …)
        uint8 greys, which become float32 from 0 to 1 a batch at a time, so that they can be shared as
        they are; or floats, which are taken as they are.
    targets : ndarray (n, …)
    batch_size : int
        Images in a batch; the last one of an epoch takes what is left.
    rng : numpy.random.Generator
    epochs : int, optional
    """
    done = 0
    while epochs is None or done < epochs:
        order = rng.permutation(len(images))
        for start in range(0, len(order), batch_size):
            rows = order[start : start + batch_size]
            yield read_only(as_floats(images[rows])), targets[rows]
        done += 1


def as_floats(images: Array) -> Array:
    """Return greys of 0 to 255 as float32 from 0 to 1; floats as they are."""
    return images.astype(np.float32) / 255 if images.dtype == np.uint8 else images


def initial_weights(a: int, b: int, how: str, rng: Generator) -> Array:
    """Return the first weights (a, b) between a layer of a neurons and one of b (section 6.2 of the book).

    Parameters
    ----------
    a, b : int
    how : str
        One of INITIAL: all zero, normal with a standard deviation of 0.01 or 1, or one that fits the
        layer, √(1/a) (Xavier; Glorot and Bengio, 2010) or √(2/a) (He et al., 2015).
    rng : numpy.random.Generator
    """
    deviation = {"zero": 0.0, "Xavier": (1 / a) ** 0.5, "He": (2 / a) ** 0.5}.get(how)
    return (rng.standard_normal((a, b)) * (float(how) if deviation is None else deviation)).astype(np.float32)


def live_network(params: Arrays, h: str) -> Network:
    """Return a network that shares its weights W1, b1, W2, … with whoever goes on changing them.

    Parameters
    ----------
    params : mapping of ndarray
    h : str
        The activation of the hidden layers; softmax follows the last.
    """
    seen = [read_only(array.view()) for array in params.values()]
    names = [h] * (len(seen) // 2 - 1) + ["softmax"]
    return Network([Layer(W, b, name) for W, b, name in zip(seen[::2], seen[1::2], names, strict=True)])


def random_network(sizes: tuple[int, ...], h: str, how: str, rng: Generator, out: str = "softmax") -> Network:
    """Return a network that has yet to learn: random weights, no biases.

    Parameters
    ----------
    sizes : tuple of int
        Inputs, neurons in each layer.
    h : str
        The activation of the hidden layers.
    how : str
        One of INITIAL.
    rng : numpy.random.Generator
    out : str
        The activation of the last layer.
    """
    pairs = list(itertools.pairwise(sizes))
    names = [h] * (len(pairs) - 1) + [out]
    return Network(
        [
            Layer(initial_weights(a, b, how, rng), np.zeros(b, np.float32), name)
            for (a, b), name in zip(pairs, names, strict=True)
        ]
    )
