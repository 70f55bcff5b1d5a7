"""One neuron with any activation, and what a chain of them can do.

A neuron answers h(w1·x1 + w2·x2 + b). With the step function it is a perceptron; with a smooth h
the same weights give the same gate with soft edges. A chain of neurons whose h is the identity
is one neuron: that is why a network needs an activation that bends.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from nncore.activations import ACTIVATIONS, SLOPES
from nncore.types import Array


def value_and_slope(h: str, a: float) -> tuple[float, float | None]:
    """Return h(a) and its slope there; the slope is None where the curve jumps or has a corner."""
    value = float(ACTIVATIONS[h](a))
    if h in ("step_function", "relu") and a == 0:
        return value, None
    return value, float(SLOPES[h](value))


def neuron_plane(h: str, w1: float, w2: float, b: float, x1: npt.ArrayLike, x2: npt.ArrayLike) -> Array:
    """Return h(w1·x1 + w2·x2 + b) for every pair of the inputs: row i belongs to x2[i].

    The sum is rounded to 12 digits as a perceptron's is, so that the corners are its gate.
    """
    a = np.add.outer(w2 * np.asarray(x2), w1 * np.asarray(x1)) + b
    return ACTIVATIONS[h](np.round(a, 12))


def chain(h: str, weights: Sequence[float], biases: Sequence[float], x: npt.ArrayLike) -> list[Array]:
    """Send x through neurons in a row, z = h(w·z + b) each, and return what each of them answers."""
    z, answers = np.asarray(x), []
    for w, b in zip(weights, biases, strict=True):
        z = ACTIVATIONS[h](w * z + b)
        answers.append(z)
    return answers


def one_line(weights: Sequence[float], biases: Sequence[float]) -> tuple[float, float]:
    """Return the slope and the intercept of the line that a chain with h(x) = x is."""
    slope, intercept = 1.0, 0.0
    for w, b in zip(weights, biases, strict=True):
        slope, intercept = w * slope, w * intercept + b
    return slope, intercept
