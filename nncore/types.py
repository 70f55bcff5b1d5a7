"""The few types that all modules share, and what makes an array safe to share."""

from typing import Any

import numpy.typing as npt

Array = npt.NDArray[Any]
Box = tuple[int, int, int, int]
"""Part of a picture: top, left, bottom, right, the last two exclusive."""


def read_only(array: Array) -> Array:
    """Make an array read-only, since it is shared by all, and return it."""
    array.setflags(write=False)
    return array
