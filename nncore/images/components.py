"""Connected pieces of a picture: which pixels hang together, how large each piece is, and where.

A row of pixels falls into runs, stretches that are set without a gap. Two runs in rows above each
other belong together when they touch, also by a corner; and what belongs to the same, belongs
together.
"""

from dataclasses import dataclass

import numpy as np

from nncore.types import Array


@dataclass(frozen=True, eq=False)
class Pieces:
    """The connected pieces of a mask, numbered from 0 in reading order of their first pixels.

    Attributes
    ----------
    labels : ndarray (H, W) int
        The piece that each pixel belongs to; -1 where the mask is not set.
    areas : ndarray (n,) int
        How many pixels each piece has.
    boxes : ndarray (n, 4) int
        The box of each: top, left, bottom, right, the last two exclusive.
    """

    labels: Array
    areas: Array
    boxes: Array

    def __len__(self) -> int:
        return len(self.areas)

    def mask(self, chosen: Array) -> Array:
        """Return where the chosen pieces (n,) bool are, (H, W) bool."""
        return np.append(chosen, False)[self.labels]

    def touching(self, top: int, left: int, bottom: int, right: int) -> Array:
        """Return which pieces reach the sides of a box from within or lie across them, (n,) bool."""
        b = self.boxes
        return (b[:, 0] <= top) | (b[:, 1] <= left) | (b[:, 2] >= bottom) | (b[:, 3] >= right)


def label_components(mask: Array) -> Pieces:
    """Return the connected pieces of a mask (H, W) bool, by sides and corners alike."""
    height, width = mask.shape
    steps = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, start = np.nonzero(steps == 1)
    end = np.nonzero(steps == -1)[1]
    number = numbered(len(row), *_touching(row, start, end, width + 2))
    labels = np.full(mask.shape, -1, np.int32)
    labels[mask] = np.repeat(number, end - start)
    count = int(number.max(initial=-1)) + 1
    boxes = np.tile(np.array([height, width, 0, 0]), (count, 1))
    np.minimum.at(boxes[:, 0], number, row)
    np.minimum.at(boxes[:, 1], number, start)
    np.maximum.at(boxes[:, 2], number, row + 1)
    np.maximum.at(boxes[:, 3], number, end)
    areas = np.bincount(number, weights=end - start, minlength=count).astype(np.int64)
    return Pieces(labels, areas, boxes)


def _touching(row: Array, start: Array, end: Array, stride: int) -> tuple[Array, Array]:
    """Return which runs touch, as pairs: the upper ones (p,) and the lower ones (p,).

    Places are counted on through all rows, `stride` to a row, so that one search finds in which
    runs of the next row each run begins and ends.
    """
    below = (row + 1) * stride
    first = np.searchsorted(row * stride + end, below + start)
    behind = np.searchsorted(row * stride + start, below + end, side="right")
    return pairs_of(first, behind)


def pairs_of(first: Array, behind: Array) -> tuple[Array, Array]:
    """Return all pairs of a thing k and one of those from `first[k]` up to `behind[k]` (exclusive)."""
    counts = np.maximum(behind - first, 0)
    one = np.repeat(np.arange(len(first)), counts)
    other = np.arange(len(one)) + np.repeat(first - (np.cumsum(counts) - counts), counts)
    return one, other


def numbered(count: int, one: Array, other: Array) -> Array:
    """Number the groups of `count` things of which the pairs hang together, by their first members.

    Each thing takes the lowest number that it is paired with, and whoever has that thing's number
    takes that instead; what is left are pairs of whole groups, and so on until no pair is left.
    """
    lowest = np.arange(count)
    while len(one):
        np.minimum.at(lowest, np.maximum(one, other), np.minimum(one, other))
        while (lower := lowest[lowest]).sum() < lowest.sum():
            lowest = lower
        one, other = lowest[one], lowest[other]
        apart = one != other
        one, other = one[apart], other[apart]
    is_first = lowest == np.arange(count)
    return (np.cumsum(is_first) - 1)[lowest]
