"""Softmax stage by stage, and the formula of the textbook that overflows.

`softmax` in `activations` is what networks use. Here the same steps are kept one by one, next
to those of the naive formula with what NumPy says about them.
"""

import io
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nncore.types import Array


class SoftmaxStages(NamedTuple):
    """What happens to scores on the way: a − max, exp of it, and that ÷ its sum."""

    shifted: Array
    exp_a: Array
    sum_exp_a: float
    y: Array


class NaiveSoftmax(NamedTuple):
    """The same without a − max; `warnings` holds NumPy's own words, empty if all went well."""

    exp_a: Array
    sum_exp_a: float
    y: Array
    warnings: tuple[str, ...]


def softmax_stages(a: npt.ArrayLike) -> SoftmaxStages:
    """Turn scores (n,) into probabilities and keep each stage."""
    a = np.asarray(a, dtype=float)
    shifted = a - a.max()
    exp_a = np.exp(shifted)
    sum_exp_a = float(exp_a.sum())
    return SoftmaxStages(shifted, exp_a, sum_exp_a, exp_a / sum_exp_a)


def naive_softmax(a: npt.ArrayLike) -> NaiveSoftmax:
    """Compute exp(a) / sum(exp(a)) as written: above 709.78, exp is inf, and inf / inf is nan."""
    log = io.StringIO()  # not `warnings`, which all visitors of a page would share
    with np.errstate(over="log", invalid="log", call=log):
        exp_a = np.exp(np.asarray(a, dtype=float))
        sum_exp_a = exp_a.sum()
        y = exp_a / sum_exp_a
    spoken = tuple(line.removeprefix("Warning: ") for line in log.getvalue().splitlines())
    return NaiveSoftmax(exp_a, float(sum_exp_a), y, spoken)
