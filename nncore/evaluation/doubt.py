"""Whether an answer may be presented as sure: the one rule that every page uses.

Softmax cannot tell weak evidence from strong: adding the same number to all scores changes nothing. So
`is_sure` compares the best score itself, before softmax, with a bar that nearly all digits clear.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from nncore.activations import softmax
from nncore.evaluation.metrics import NOT_SURE, SLICE
from nncore.network import Network
from nncore.predict import scores
from nncore.types import Array

KEPT = 0.983
"""The share of the validation images, of each kind, that must clear the bar."""


def is_sure(network: Network, x: npt.ArrayLike) -> npt.NDArray[np.bool_]:
    """Return whether the network's answer counts as sure: () for one image, (n,) for a batch.

    Its best score must be at least its bar; of a network without one, its best probability `NOT_SURE`.
    """
    return sure_of_scores(network, scores(network, x))


def sure_of_scores(network: Network, a: Array) -> npt.NDArray[np.bool_]:
    """Return what `is_sure` does, from the scores (10,) or (n, 10) that the network gave."""
    if network.bar is None:
        return np.asarray(softmax(a).max(axis=-1) >= NOT_SURE)
    return np.asarray(a.max(axis=-1) >= network.bar)


def best_scores(network: Network, x: Array) -> Array:
    """Return the best score of each image (n,), a slice of them at a time."""
    slices = [scores(network, x[start : start + SLICE]).max(axis=1) for start in range(0, len(x), SLICE)]
    return np.concatenate(slices)


def fit_bar(best: Sequence[Array]) -> float:
    """Return the bar for a network, from its best scores for digits of each kind, (n,) each.

    The digits must not be among those that it has learned from.
    """
    return float(min(np.quantile(kind, 1 - KEPT) for kind in best))


def with_bar(network: Network, bar: float | None) -> Network:
    """Return the same network with another bar."""
    return Network(network.layers, bar)
