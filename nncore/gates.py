"""Logic gates from perceptrons: the smallest neurons there are (chapter 2 of the book).

A perceptron adds its weighted inputs and its bias, and fires when the sum is above zero.
AND, NAND and OR are one perceptron each, with the book's weights; XOR needs two layers.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Perceptron:
    """A neuron that answers 0 or 1.

    Parameters
    ----------
    weights : sequence of float
        One weight per input, any finite size.
    bias : float
        How easily the neuron fires.

    Raises
    ------
    ValueError
        If a weight or the bias is not a finite number.
    """

    weights: tuple[float, ...]
    bias: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", tuple(float(w) for w in self.weights))
        object.__setattr__(self, "bias", float(self.bias))
        if not all(map(math.isfinite, (*self.weights, self.bias))):
            raise ValueError("A perceptron's weights and bias must be finite numbers.")

    def weighted_sum(self, *x: float) -> float:
        """Return w1·x1 + w2·x2 + … + b, rounded to 12 digits.

        In floating point 0.1 + 0.2 − 0.3 is 5.6e-17: it would print as 0.0 and fire all the
        same. Rounding here, in one place, makes what is shown and what is decided agree.
        (Adding 0.0 turns the −0.0 of a tiny negative sum into 0.0.)
        """
        if len(x) != len(self.weights):
            raise ValueError(f"This perceptron takes {len(self.weights)} inputs, not {len(x)}.")
        products = (w * float(xi) for w, xi in zip(self.weights, x, strict=True))
        return round(sum(products) + self.bias, 12) + 0.0

    def __call__(self, *x: float) -> int:
        """Return 1 if the weighted sum of the inputs is above zero, else 0."""
        return int(self.weighted_sum(*x) > 0)


PERCEPTRONS: dict[str, Perceptron] = {
    "AND": Perceptron((0.5, 0.5), -0.7),
    "NAND": Perceptron((-0.5, -0.5), 0.7),
    "OR": Perceptron((1.0, 1.0), -0.5),
}
"""The book's weights and bias for each gate that one neuron can be."""


def AND(x1: float, x2: float) -> int:
    """Return 1 if both inputs are 1, else 0."""
    return PERCEPTRONS["AND"](x1, x2)


def NAND(x1: float, x2: float) -> int:
    """Return 0 if both inputs are 1, else 1: the opposite of AND."""
    return PERCEPTRONS["NAND"](x1, x2)


def OR(x1: float, x2: float) -> int:
    """Return 1 if at least one input is 1, else 0."""
    return PERCEPTRONS["OR"](x1, x2)


def XOR(x1: float, x2: float) -> int:
    """Return 1 if exactly one input is 1, else 0. No single perceptron can: two layers do."""
    s1 = NAND(x1, x2)
    s2 = OR(x1, x2)
    return AND(s1, s2)


GATES: dict[str, Callable[[float, float], int]] = {"AND": AND, "NAND": NAND, "OR": OR, "XOR": XOR}
"""Every gate by its name."""
