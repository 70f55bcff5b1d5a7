"""The ink in a photograph: pen on paper under a lamp, in a shadow, on squares; chalk on a board.

A photographed sheet is nowhere the same colour, but a pen's strokes are thin. So whatever is
narrower than a stroke could be is taken away first; what is left is the background, shadows and all
(`closing`). Ink is what differs from it. Then the pieces that are no digit go: specks, what hangs on
the picture's edge, and printed lines, which are fainter than the pen (`digit_pieces`).
"""

from dataclasses import dataclass

import numpy as np

from nncore.base.steps import Steps
from nncore.images.components import label_components
from nncore.images.morphology import blurred, dark_ink, dilate, light_ink, local_median
from nncore.images.photo_pieces import digit_pieces, unattached
from nncore.types import Array, Box

WIDEST = 0.2
"""A stroke is narrower than this share of the picture's shorter side."""

MOST_TIMES = 8
LEAST = 160
"""A photograph whose shorter side has fewer pixels is read enlarged."""
CUT_OUT = 0.4
"""A small photograph is cut out of a larger one: its digit is at least as high as this share of it."""
FINE = 0.08
"""Strokes thinner than this share of the digit's height are made as thick: so are MNIST's."""


@dataclass(frozen=True, eq=False)
class Photo:
    """What was found in a photograph.

    Attributes
    ----------
    picture : ndarray (H, W, 3) uint8
        The photograph as it was read.
    background : ndarray (H, W, 3) uint8
        The picture without its ink.
    contrast : ndarray (H, W) float32
        By which share each pixel is darker (or lighter) than its background.
    found : ndarray (H, W) bool
        The pixels of the digit's strokes.
    ink : ndarray (H, W) float32
        How much ink each pixel holds, 0 to 1, with soft edges.
    """

    picture: Array
    background: Array
    contrast: Array
    found: Array
    ink: Array


def read_photo(picture: Array, box: Box | None = None) -> Steps[Photo | None]:
    """Find, in steps, the ink in a photograph (H, W, 3 or 4), or in a box of it; None if there is none.

    Dark ink on light paper and light on dark are both tried, and the likelier one wins. In a small
    photograph, a stroke is as wide as its own blur: it is enlarged first, and what is found made small.
    """
    colours = laid_on_white(picture)
    times = min(MOST_TIMES, -(-LEAST // min(colours.shape[:2])))
    if times == 1:
        return (yield from _read_large(colours, box))
    wide = enlarged(colours, times)
    large = yield from _read_large(wide, box and tuple(side * times for side in box))
    if box is None and (large is None or height_of(large.found) < CUT_OUT * len(wide)):
        whole = yield from _read_large(wide, (0, 0, *wide.shape[:2]))  # its digit may reach the edge
        large = large if whole is None else whole
    return large and made_small(large, colours, times)


def enlarged(colours: Array, times: int) -> Array:
    """Return colours (H, W, 3) uint8 so many times as high and wide, with smooth edges."""
    rows, columns = (_between(length, times) for length in colours.shape[:2])
    large = np.einsum("ih,hwc,jw->ijc", rows, colours.astype(np.float32), columns, optimize=True)
    return np.round(large).astype(np.uint8)


def _between(length: int, times: int) -> Array:
    """Return the matrix (times · length, length) that stretches a line of pixels by straight lines."""
    places = (np.arange(length * times) + 0.5) / times - 0.5
    return np.array([np.interp(places, np.arange(length), one) for one in np.eye(length)], np.float32).T


def made_small(large: Photo, colours: Array, times: int) -> Photo:
    """Return what was found in an enlarged photograph, in the pixels of the small one."""

    def small(values: Array) -> Array:
        height, width = colours.shape[:2]
        parts = values.reshape(height, times, width, times, *values.shape[2:])
        return parts.mean(axis=(1, 3), dtype=np.float32)

    background = np.round(small(large.background)).astype(np.uint8)
    ink = small(large.ink)
    return Photo(colours, background, small(large.contrast), small(large.found) >= 0.5, ink / ink.max())


def _read_large(colours: Array, box: Box | None) -> Steps[Photo | None]:
    yield
    smooth = blurred(colours)
    grey = smooth.mean(axis=2, dtype=np.float32) / 255
    width = max(round(WIDEST * min(grey.shape)), 1)
    best, most = None, -1.0
    for ink_on, light in ((dark_ink, 1 - grey), (light_ink, grey)):
        yield
        background, contrast = ink_on(smooth, width)
        yield
        found = yield from digit_pieces(contrast, box)
        if found is None:
            continue
        if box is None:
            found = yield from unattached(found, light)
        yield
        weight = likelihood(found, contrast, light)
        if weight > most:
            best, most = Photo(colours, background, contrast, found, soft_ink(contrast, found)), weight
    return best


def likelihood(found: Array, contrast: Array, values: Array) -> float:
    """Return how likely it is that this is ink: long strokes, and few other pixels as dark (or as light).

    They must also differ from the middle value of their surroundings: the paper inside a 0 does not.
    """
    away = values - local_median(values)
    amount = float((np.minimum(contrast, away)[found].clip(0) ** 2).sum())
    common = float((values > np.median(values[found])).mean())
    return amount / thickness(found) * (1 - common) ** 4


def laid_on_white(picture: Array) -> Array:
    """Return the colours (H, W, 3) uint8 of a picture as they look on white paper."""
    colours = picture[:, :, :3].astype(np.uint8)
    if picture.shape[2] == 3 or picture[:, :, 3].min() == 255:
        return colours
    opacity = picture[:, :, 3:].astype(np.float32) / 255
    return np.round(colours * opacity + 255 * (1 - opacity)).astype(np.uint8)


def soft_ink(contrast: Array, found: Array) -> Array:
    """Return the ink (H, W) from 0 to 1: full inside the strokes, fading over their edges."""
    full = np.percentile(contrast[found], 60)
    faint = min(np.median(contrast), full / 2)
    near = dilate(found.astype(np.uint8), 5).astype(bool)
    ink = np.clip((contrast - faint) / (full - faint), 0, 1) * near
    missing = round(FINE * height_of(found) - thickness(found))
    return dilate(ink.astype(np.float32), missing + 1) if missing > 0 else ink.astype(np.float32)


def height_of(found: Array) -> int:
    """Return how high the tallest piece is."""
    boxes = label_components(found).boxes
    return int((boxes[:, 2] - boxes[:, 0]).max())


def thickness(found: Array) -> float:
    """Return how thick strokes are on average: twice their area by the length of their outline.

    A slanting outline counts once down and once across, too much by 4/π on average.
    """
    outline = sum(np.diff(np.pad(found, 1), axis=axis).sum() for axis in (0, 1)) * np.pi / 4
    return float(2 * found.sum() / outline)
