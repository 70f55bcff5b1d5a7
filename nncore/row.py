"""Digits in a row, such as a year: which ink belongs to which digit.

Ink that hangs together is one digit or a part of one. Parts of a digit lie above each other or very
near, such as the bar of a 5; digits stand beside each other, most of them as tall as the row. Where
two digits touch they are one piece, and stay one.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.components import Pieces, find_pieces
from nncore.ink import EDGE

Array = npt.NDArray[Any]

LOW = 0.3
"""A piece lower than this share of the tallest is no digit: it is a part of the nearest one."""
FULL = 0.75
"""A piece higher than this share of the tallest is most likely a whole digit."""
OVERLAP = 0.5
"""Whole digits may reach over and under each other by less than this share of their width."""
GAP = 0.08
"""Parts of a digit are no further apart than this share of the height, across."""


def separate(ink: Array) -> list[Array]:
    """Return the ink (H, W) of every digit in a row by itself, from left to right."""
    pieces = find_pieces(ink >= EDGE)
    digit = digit_of_each(pieces)
    if not digit.any():
        return [ink]
    return [ink * pieces.mask(digit == number) for number in range(digit.max() + 1)]


def digit_of_each(pieces: Pieces) -> Array:
    """Return to which digit each piece belongs, (n,) int, the digits counted from left to right."""
    top, left, bottom, right = pieces.boxes.T
    height = bottom - top
    tall = np.flatnonzero(height > LOW * height.max())
    tall = tall[np.argsort(left[tall] + right[tall])]
    digits = numbered(belong(left[tall], right[tall], height[tall]))
    digit: Array = digits[nearest_boxes(pieces.boxes, pieces.boxes[tall])]
    digit[tall] = digits  # boxes may lie in each other
    return digit


def belong(left: Array, right: Array, height: Array) -> Array:
    """Return which of two pieces are parts of one digit, (n, n) bool."""
    shared = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    whole = height > FULL * height.max()
    apart = OVERLAP * np.minimum.outer(right - left, right - left)
    together: Array = shared > np.where(np.logical_and.outer(whole, whole), apart, -GAP * height.max())
    return together | np.eye(len(left), dtype=bool)


def numbered(together: Array) -> Array:
    """Number groups, in the order of their first members, where parts of parts are parts."""
    while (more := together @ together).sum() > together.sum():
        together = more
    numbers: Array = np.unique(together.argmax(axis=0), return_inverse=True)[1]
    return numbers


def nearest_boxes(boxes: Array, others: Array) -> Array:
    """Return for each of the boxes (n, 4) which of the others (m, 4) is nearest, (n,) int."""
    away = np.maximum(boxes[:, np.newaxis, :2] - others[:, 2:], others[:, :2] - boxes[:, np.newaxis, 2:])
    nearest: Array = (np.maximum(away, 0) ** 2).sum(axis=2).argmin(axis=1)
    return nearest
