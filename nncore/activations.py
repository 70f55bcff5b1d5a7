"""Activation functions: what a neuron makes of its sum (chapter 3 of the book).

Every function takes a number or an array of any shape and works element by element, except
softmax, which turns the last axis into probabilities. None of them warns or returns nan for
finite input: any float32, and float64 up to ±1e307.

With ``out``, as in NumPy, the result is written into that array, which may be x itself: so a
network that keeps only its answer needs no new memory.
"""

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from nncore.types import Array

Out = Array | None


class Activation(Protocol):
    """What every activation function looks like."""

    __name__: str

    def __call__(self, x: npt.ArrayLike, /, out: Out = None) -> Array:
        """Return the answers to the sums x."""


def _floats(x: npt.ArrayLike) -> Array:
    """Return x as floats: in 8-bit integers, −x and x − max would wrap around."""
    array = np.asarray(x)
    return array if array.dtype.kind == "f" else array.astype(np.result_type(array, np.float32))


def step_function(x: npt.ArrayLike, out: Out = None) -> Array:
    """Return 1 where x is above 0, else 0, as integers: the perceptron's answer."""
    fires = np.greater(x, 0, out)
    return fires.astype(int) if out is None else fires


@np.errstate(over="ignore")  # exp(1000) is inf, and 1 / inf is 0: the right answer
def sigmoid(x: npt.ArrayLike, out: Out = None) -> Array:
    """Return 1 / (1 + exp(−x)): between 0 and 1, and 0.5 at 0."""
    exp_x = np.exp(np.negative(_floats(x), out), out)
    return np.reciprocal(np.add(1, exp_x, out), out)


def relu(x: npt.ArrayLike, out: Out = None) -> Array:
    """Return x where it is above 0, else 0."""
    return np.maximum(0, x, out=out)


def tanh(x: npt.ArrayLike, out: Out = None) -> Array:
    """Return the hyperbolic tangent: a sigmoid stretched to run from −1 to 1."""
    return np.tanh(_floats(x), out)


def identity_function(x: npt.ArrayLike, out: Out = None) -> Array:
    """Return x unchanged: the output of a network that predicts numbers."""
    return np.positive(x, out)


@np.errstate(over="ignore")  # a gap too large for its type is −inf, and exp(−inf) is 0
def softmax(a: npt.ArrayLike, out: Out = None) -> Array:
    """Turn scores into probabilities: exp(a) / sum(exp(a)) over the last axis.

    Subtracting the largest score first changes nothing in the result, since the factor
    exp(−max) cancels, and keeps exp from overflowing (the book, section 3.5.2).

    Parameters
    ----------
    a : array_like
        Scores, (n,) for one case or (..., n) for several.
    out : ndarray, optional
        Where to write the result.

    Returns
    -------
    ndarray
        Probabilities of the same shape, each row summing to 1.
    """
    a = _floats(a)
    exp_a = np.exp(np.subtract(a, a.max(axis=-1, keepdims=True), out), out)
    return np.divide(exp_a, exp_a.sum(axis=-1, keepdims=True), out)


ACTIVATIONS: dict[str, Activation] = {
    function.__name__: function
    for function in (step_function, sigmoid, relu, identity_function, softmax, tanh)
}
"""Every activation function by its name."""

SLOPES: dict[str, Callable[[Any], Any]] = {
    "step_function": lambda z: np.zeros(np.shape(z)),
    "sigmoid": lambda z: z * (1 - z),
    "relu": lambda z: z > 0,
    "identity_function": lambda z: np.ones(np.shape(z)),
    "tanh": lambda z: 1 - z * z,
}
"""The slope of each element-wise activation, from what it answered: z = h(a) says all about it.

Where a curve has no slope (the step and ReLU at 0) the value is that from the left, 0.
"""
