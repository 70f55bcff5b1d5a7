"""What a weights file must hold, told by the shapes of its arrays before a number of them is unpacked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from nncore.base.budget import NEURONS_A_LAYER, WEIGHTS
from nncore.types import Array

MOST_LAYERS = 4
"""Three hidden layers and the last one."""
LAYERS = range(1, MOST_LAYERS + 1)
ONE_TOO_MANY = tuple(f"{kind}{MOST_LAYERS + 1}" for kind in "WbB")
NAMES_IN_FILES = (*(f"{kind}{n}" for n in LAYERS for kind in "WbB"), *ONE_TOO_MANY, "activation", "bar")
"""Whatever else is in a file stays unread."""
EXPECTED = "a .npz or a pickled dictionary with the arrays W1 b1 … Wn bn, n from 1 to 4"


class WeightsError(ValueError):
    """A weights file cannot be used; the message says why in one sentence."""


@dataclass(frozen=True)
class Stored:
    """An array that still lies in a file: what its header tells, and the way to its numbers."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    read: Callable[[], Array]

    @property
    def nbytes(self) -> int:
        """How many bytes its numbers take."""
        return prod(self.shape) * self.dtype.itemsize


def names_of(given: Iterable[str]) -> dict[str, str]:
    """Return by which of the given names each array W1 b1 W2 b2 … goes: "B1" is taken for "b1".

    There are as many layers as the highest number says.

    Raises
    ------
    WeightsError
        If one is missing, or there are more layers than are read.
    """
    given = set(given)
    if found := given.intersection(ONE_TOO_MANY):
        raise WeightsError(f"{min(found)} is of a layer too many: at most {MOST_LAYERS} are read.")
    last = max((n for n in LAYERS if given & {f"W{n}", f"b{n}", f"B{n}"}), default=1)
    keys = [f"{kind}{n}" for n in LAYERS[:last] for kind in "Wb"]
    names = {key: name for key in keys for name in (key.upper(), key) if name in given}
    if missing := [key for key in keys if key not in names]:
        raise WeightsError(f"{', '.join(missing)} missing: the file should be {EXPECTED}.")
    return names


def check_layout(arrays: Mapping[str, Any]) -> None:
    """Check kinds, axes and sizes of the arrays, be they in memory or stored.

    Raises
    ------
    WeightsError
        If one is no array of numbers or has another number of axes, or the network is too large.
    """
    for key, array in arrays.items():
        _check_array(key, array)
    if (total := sum(prod(array.shape) for array in arrays.values())) > WEIGHTS.most:
        raise WeightsError(f"The network has {total} weights: at most {WEIGHTS.most} are read.")


def _check_array(key: str, array: Any) -> None:
    if not isinstance(array, np.ndarray | Stored) or array.dtype.kind not in "fiu":
        raise WeightsError(f"{key} is not an array of numbers: the file should be {EXPECTED}.")
    if len(array.shape) != (2 if key.startswith("W") else 1) or 0 in array.shape:
        shape = array.shape if len(array.shape) < 4 else f"of {len(array.shape)} axes"
        raise WeightsError(f"{key} has the shape {shape}: weights have two axes and biases one.")
    if (neurons := array.shape[-1]) > NEURONS_A_LAYER.most:
        raise WeightsError(f"{key} is for {neurons} neurons: a layer has at most {NEURONS_A_LAYER.most}.")
