"""The background of a photograph: what it would look like if nobody had written on it.

Filling whatever is dark and narrower than a given width is a morphological closing (highest value
nearby, then lowest of these); subtracting it leaves the thin dark things, however uneven the light:
the black top-hat (Serra, "Image Analysis and Mathematical Morphology", 1982; Gonzalez and Woods,
"Digital Image Processing", section 9.6, use it for text in uneven light).
"""

from functools import reduce

import numpy as np

from nncore.types import Array


def blurred(colours: Array) -> Array:
    """Average every pixel with its neighbours, weights 1 2 1 both ways: noise is halved."""
    for axis in (0, 1):
        wide = np.pad(colours, [(1, 1) if a == axis else (0, 0) for a in range(3)], mode="edge")
        before, after = (np.take(wide, range(k, wide.shape[axis] + k - 2), axis) for k in (0, 2))
        total = before.astype(np.uint16) + after + 2 * colours.astype(np.uint16)
        colours = ((total + 2) >> 2).astype(np.uint8)
    return colours


def dilate(values: Array, width: int) -> Array:
    """Return for every pixel the highest value in the square of `width` around it.

    The highest of 2 neighbours, then of 4, of 8 …: a wide square costs little more than a small one.
    """
    radius = max(width // 2, 1)
    for axis in (0, 1):
        lines = np.moveaxis(values, axis, 0)
        highest = np.pad(lines, [(radius, radius)] + [(0, 0)] * (values.ndim - 1))
        reach, wanted = 1, 2 * radius + 1
        while reach < wanted:
            step = min(reach, wanted - reach)
            highest = np.maximum(highest[:-step], highest[step:])
            reach += step
        values = np.moveaxis(highest, 0, axis)
    return values


def closing(values: Array, width: int) -> Array:
    """Fill whatever is dark and narrower than `width`; edges of what is wider stay where they are."""
    return 255 - dilate(255 - dilate(values, width), width)


def opening(shares: Array, width: int) -> Array:
    """Take away, of values from 0 to 1, whatever is bright and narrower than `width`."""
    return dilate(1 - dilate(1 - shares, width), width)


def dark_ink(colours: Array, width: int) -> tuple[Array, Array]:
    """Return the paper (H, W, 3) and by which share of it each pixel is darker (H, W)."""
    paper = closing(colours, width)
    return paper, share(paper - colours, paper)


def light_ink(colours: Array, width: int) -> tuple[Array, Array]:
    """Return the board (H, W, 3) and by which share each pixel is lighter (H, W)."""
    board = 255 - closing(255 - colours, width)
    return board, share(colours - board, 255 - np.minimum(board, 128))


def share(difference: Array, whole: Array) -> Array:
    """Return the largest share of the light that is missing in any of the three colours."""
    shares = difference / np.maximum(whole, 50).astype(np.float32)
    largest: Array = reduce(np.maximum, np.moveaxis(shares, 2, 0))  # NumPy's own `max` is slow over three
    return largest


def local_median(grey: Array) -> Array:
    """Return the median of each part of a grey picture, 6 by 6 parts, as a picture of that size."""
    rows, columns = (np.minimum(np.arange(n) * 6 // n, 5) for n in grey.shape)
    parts = [[np.median(grey[rows == r][:, columns == c][::3, ::3]) for c in range(6)] for r in range(6)]
    return np.array(parts, np.float32)[rows][:, columns]
