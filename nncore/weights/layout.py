"""What a weights file must hold, told by the shapes of its arrays before a number of them is unpacked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.base.budget import NEURONS_A_LAYER, WEIGHTS

KEYS = ("W1", "b1", "W2", "b2", "W3", "b3")
NAMES_IN_FILES = (*KEYS, "B1", "B2", "B3", "activation")
"""Whatever else is in a file stays unread."""
EXPECTED = "a .npz or a pickled dictionary with the arrays W1 b1 W2 b2 W3 b3"


class WeightsError(ValueError):
    """A weights file cannot be used; the message says why in one sentence."""


@dataclass(frozen=True)
class Stored:
    """An array that still lies in a file: what its header tells, and the way to its numbers."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    read: Callable[[], npt.NDArray[Any]]

    @property
    def nbytes(self) -> int:
        """How many bytes its numbers take."""
        return prod(self.shape) * self.dtype.itemsize


def names_of(given: Iterable[str]) -> dict[str, str]:
    """Return by which of the given names each of the six arrays goes: "B1" is taken for "b1".

    Raises
    ------
    WeightsError
        If one is missing.
    """
    given = set(given)
    names = {key: name for key in KEYS for name in (key.upper(), key) if name in given}
    if missing := [key for key in KEYS if key not in names]:
        raise WeightsError(f"{', '.join(missing)} missing: the file should be {EXPECTED}.")
    return names


def check_layout(arrays: Mapping[str, Any]) -> None:
    """Check kinds, axes and sizes of the six arrays, be they in memory or stored.

    Raises
    ------
    WeightsError
        If one is no array of numbers or has another number of axes, or the network is too large.
    """
    for key in KEYS:
        _check_array(key, arrays[key])
    if (total := sum(prod(arrays[key].shape) for key in KEYS)) > WEIGHTS.most:
        raise WeightsError(f"The network has {total} weights: at most {WEIGHTS.most} are read.")


def _check_array(key: str, array: Any) -> None:
    if not isinstance(array, np.ndarray | Stored) or array.dtype.kind not in "fiu":
        raise WeightsError(f"{key} is not an array of numbers: the file should be {EXPECTED}.")
    if len(array.shape) != (2 if key.startswith("W") else 1) or 0 in array.shape:
        shape = array.shape if len(array.shape) < 4 else f"of {len(array.shape)} axes"
        raise WeightsError(f"{key} has the shape {shape}: weights have two axes and biases one.")
    if (neurons := array.shape[-1]) > NEURONS_A_LAYER.most:
        raise WeightsError(f"{key} is for {neurons} neurons: a layer has at most {NEURONS_A_LAYER.most}.")
