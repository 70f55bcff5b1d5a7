"""Why did the network say so? Its sums taken apart, and the pixels that pushed its answer.

All of it follows from one `Trace`: `terms` splits a neuron's sum into what weighs most and the
rest, `saliency` asks back-propagation which pixels a score hangs on, and `occlusion_curve` puts that to
the test by wiping pixels out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from nncore.learning.backprop import input_gradient
from nncore.network import Network, Trace
from nncore.predict import predict
from nncore.types import Array

DIGITS = 3
"""Decimals to which a sum is taken apart, so that what is shown adds up to its last digit."""


@dataclass(frozen=True)
class Term:
    """What one input adds to a neuron's sum: value × weight, rounded to `DIGITS` decimals."""

    index: int
    value: float
    weight: float
    product: Decimal


@dataclass(frozen=True)
class Sum:
    """A neuron's sum, taken apart: terms + rest + bias = total, exactly, as decimals.

    Attributes
    ----------
    terms : tuple of Term
        Those that weigh most, the heaviest first.
    others : int
        How many inputs are left that are not 0.
    rest : Decimal
        What these add, and what rounding left over.
    blank : int
        How many inputs are 0, and so add nothing.
    bias, total : Decimal
    """

    terms: tuple[Term, ...]
    others: int
    rest: Decimal
    blank: int
    bias: Decimal
    total: Decimal


@dataclass(frozen=True)
class Balance:
    """What speaks for a neuron's sum and against it: pro + con + bias = total, exactly, as decimals.

    Attributes
    ----------
    pros, cons : int
        How many inputs add to the sum, and how many take away from it.
    pro, con : Decimal
        What they add together, rounded so that all that is shown adds up.
    bias, total : Decimal
    """

    pros: int
    cons: int
    pro: Decimal
    con: Decimal
    bias: Decimal
    total: Decimal


def contributions(network: Network, trace: Trace, layer: int, neuron: int) -> Array:
    """Return input × weight for every input of a neuron; with its bias they sum to A."""
    return _inputs(trace, layer) * network[f"W{layer}"][:, neuron]


def terms(network: Network, trace: Trace, layer: int, neuron: int, most: int = 6) -> Sum:
    """Take a neuron's sum apart: the terms that weigh most, and the rest in one number.

    Parameters
    ----------
    network : Network
    trace : Trace
        The forward pass of one input.
    layer, neuron : int
        Layers count from 1, as in W1; neurons from 0, as in NumPy.
    most : int
        How many terms to name; inputs that are 0 are never among them.

    Returns
    -------
    Sum
        `rest` is the shown total less the shown terms and bias: what is shown adds up.
    """
    values, weights = _inputs(trace, layer), network[f"W{layer}"][:, neuron]
    products = contributions(network, trace, layer, neuron)
    inked = np.flatnonzero(values)
    heaviest = inked[np.argsort(-np.abs(products[inked]), kind="stable")[:most]]
    named = tuple(Term(int(i), float(values[i]), float(weights[i]), _shown(products[i])) for i in heaviest)
    bias, total = _shown(network[f"b{layer}"][neuron]), _shown(trace[f"A{layer}"][neuron])
    rest = total - bias - sum((term.product for term in named), Decimal())
    return Sum(named, len(inked) - len(named), rest, len(values) - len(inked), bias, total)


def balance(network: Network, trace: Trace, layer: int, neuron: int) -> Balance:
    """Weigh what speaks for a neuron's sum against what speaks against it; counted as in `terms`."""
    products = contributions(network, trace, layer, neuron)
    pros, cons = int((products > 0).sum()), int((products < 0).sum())
    bias, total = _shown(network[f"b{layer}"][neuron]), _shown(trace[f"A{layer}"][neuron])
    con = _shown(products[products < 0].sum()) if pros else total - bias
    return Balance(pros, cons, total - bias - con, con, bias, total)


def strongest_path(network: Network, trace: Trace) -> tuple[int, ...]:
    """Return one neuron per layer: the answer, and behind each the neuron that weighs most in it."""
    path = [int(trace.Y.argmax())]
    for layer in range(len(network.layers), 1, -1):
        path.insert(0, int(np.abs(contributions(network, trace, layer, path[0])).argmax()))
    return tuple(path)


def saliency(network: Network, x: npt.ArrayLike, k: int) -> Array:
    """Return gradient × input: how much each pixel pushed score k up (or down), to first order."""
    return input_gradient(network, x, k) * network.as_input(x)


def occlude(x: npt.ArrayLike, pixels: Sequence[int] | Array) -> Array:
    """Return the input with some pixels turned to paper (0)."""
    erased = np.array(x)
    erased[..., pixels] = 0
    return erased


def occlusion_curve(network: Network, x: npt.ArrayLike, order: Sequence[int] | Array) -> Array:
    """Return Y with none, the first, the first two, … pixels of `order` erased: (n + 1, outputs)."""
    return predict(network, np.array([occlude(x, order[:count]) for count in range(len(order) + 1)]))


def _inputs(trace: Trace, layer: int) -> Array:
    return trace[2 * (layer - 1)].value


def _shown(value: float) -> Decimal:
    return Decimal(f"{float(value):.{DIGITS}f}") + 0  # + 0 turns −0.000 into 0.000
