"""What a weights file must hold: its arrays' shapes are checked before any of their numbers is unpacked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np

from nncore.base.limits import NEURONS_A_LAYER, WEIGHTS
from nncore.base.refusal import Refused
from nncore.types import Array

MOST_LAYERS = 4
"""Three hidden layers and the last one."""
LAYERS = range(1, MOST_LAYERS + 1)
ONE_TOO_MANY = tuple(f"{kind}{MOST_LAYERS + 1}" for kind in "WbB")
NAMES_IN_FILES = (*(f"{kind}{n}" for n in LAYERS for kind in "WbB"), *ONE_TOO_MANY, "activation", "bar")
"""Whatever else is in a file stays unread."""


class WeightsError(Refused):
    """A weights file cannot be used; the message says why in one sentence."""


@dataclass(frozen=True)
class Stored:
    """An array still in a file: what its header says, and how to read its numbers."""

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
        raise WeightsError(
            "{name} is of a layer too many: at most {most} are read.", name=min(found), most=MOST_LAYERS
        )
    last = max((n for n in LAYERS if given & {f"W{n}", f"b{n}", f"B{n}"}), default=1)
    keys = [f"{kind}{n}" for n in LAYERS[:last] for kind in "Wb"]
    names = {key: name for key in keys for name in (key.upper(), key) if name in given}
    if missing := [key for key in keys if key not in names]:
        raise WeightsError(
            "{names} missing: a weights file holds W1 b1 … Wn bn, n from 1 to 4.", names=", ".join(missing)
        )
    return names


def check_layout(arrays: Mapping[str, Any]) -> None:
    """Check types and shapes of the arrays W1 b1 W2 b2 …, in memory or in a file.

    Raises
    ------
    WeightsError
        If one is no array of numbers or does not fit its neighbours, or if the network is too large.
    """
    for key, array in arrays.items():
        _check_array(key, array)
    if (total := sum(prod(array.shape) for array in arrays.values())) > WEIGHTS:
        raise WeightsError(
            "The network has {total} weights: at most {most} are read.", total=total, most=WEIGHTS
        )
    inputs = 784
    for n in range(1, len(arrays) // 2 + 1):
        inputs = _check_layer(n, inputs, arrays[f"W{n}"].shape, arrays[f"b{n}"].shape)
    if inputs != 10:
        raise WeightsError("The last layer has {count} neurons: a digit network has 10.", count=inputs)


def _check_layer(n: int, inputs: int, W: tuple[int, ...], b: tuple[int, ...]) -> int:
    """Return how many neurons a layer has, given its number of inputs."""
    if W[0] != inputs:
        raise WeightsError(
            "W{n} has {rows} rows, but a row for each of {inputs} inputs is needed.",
            n=n,
            rows=W[0],
            inputs=inputs,
        )
    if b[0] != W[1]:
        raise WeightsError("b{n} has {count} numbers for {neurons} neurons.", n=n, count=b[0], neurons=W[1])
    return b[0]


def _check_array(key: str, array: Any) -> None:
    if not isinstance(array, np.ndarray | Stored) or array.dtype.kind not in "fiu":
        raise WeightsError("{name} is not an array of numbers: retrain or mend the file.", name=key)
    if len(array.shape) != (2 if key.startswith("W") else 1) or 0 in array.shape:
        shape = str(array.shape[:3]).replace(")", ", …)" if len(array.shape) > 3 else ")")
        raise WeightsError(
            "{name} has the shape {shape}: weights have two axes and biases one.", name=key, shape=shape
        )
    if (neurons := array.shape[-1]) > NEURONS_A_LAYER:
        raise WeightsError(
            "{name} is for {neurons} neurons: a layer has at most {most}.",
            name=key,
            neurons=neurons,
            most=NEURONS_A_LAYER,
        )
