"""What is ink in a drawing: whatever differs from its evenly coloured paper.

`drawn_ink` is for pictures that a program made: a canvas, a screenshot's white page, MNIST's own.
`is_drawing` tells whether its answer can be right: in a photograph paper is never one colour.
"""

import numpy as np

from nncore.base.refusal import Refused
from nncore.images.framing import EDGE, find_box
from nncore.types import Array

CANVAS = 280
"""The side of the canvas that visitors draw on, in pixels."""
FAINTEST = 0.1
"""Ink must differ from its paper by this share of the whole range to count as drawn."""
SPREAD = 0.1
"""A drawing's faint pixels hug its ink: they widen its box by less than this share."""
SOFT, RIM, WIDEST_RIM = 3, 0.05, 16
"""Or by no more pixels than a soft edge has (the first) and this share of the picture; never by more than
the third."""
STRAY = 0.2
"""A drawing's paper is even: less than this share of it is faintly marked."""
LINES = 6
"""With this many faint lines that run to the edge, they are printed on the paper, not drawn."""


class NothingDrawn(Refused):
    """There is no ink in the picture, so there is no digit to read."""


def drawn_ink(picture: Array) -> Array:
    """Return how much ink each pixel of a drawing holds, (H, W) float32 from 0 to 1.

    On a transparent canvas ink is what is opaque. Otherwise ink is what differs from the
    paper, whose colour is the middle one (the median) along the picture's border: so dark ink
    on light paper and light ink on dark are treated alike.

    Parameters
    ----------
    picture : ndarray uint8 (H, W, 3 or 4)

    Raises
    ------
    NothingDrawn
        If nothing stands out from the paper.
    """
    border = _border(picture).astype(np.float32) / 255
    opacity = _channel(picture, 3) if picture.shape[2] == 4 else None
    if opacity is not None and np.median(border[:, 3]) < 0.5:
        ink = np.abs(opacity - np.median(border[:, 3]))
    else:
        red, green, blue = (np.abs(_channel(picture, n) - np.median(border[:, n])) for n in range(3))
        ink = np.maximum(np.maximum(red, green), blue)
        if opacity is not None:
            ink = ink * opacity
    strongest = ink.max()
    if strongest < FAINTEST:
        raise NothingDrawn("The picture has one colour all over: draw a digit in another.")
    return ink / strongest


def _channel(picture: Array, number: int) -> Array:
    """Return one of the channels, from 0 to 1: NumPy is slow over three values at a time."""
    channel: Array = picture[:, :, number].astype(np.float32) / 255
    return channel


def _border(picture: Array) -> Array:
    """Return the outermost pixels of a picture, one after the other."""
    return np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])


def is_drawing(ink: Array) -> bool:
    """Whether `drawn_ink`'s answer can be right: even paper, nothing on it but what was drawn."""
    return has_even_paper(ink) and not is_printed(ink)


def has_even_paper(ink: Array) -> bool:
    """Whether the paper is one colour, up to faint pixels right beside the ink (soft strokes, JPEG)."""
    weak, inked = ink >= EDGE, ink >= FAINTEST
    if (weak & ~inked).sum() > STRAY * (~inked).sum():
        return False
    rim = min(WIDEST_RIM, SOFT + RIM * min(ink.shape))
    outer, inner = find_box(ink), find_box(ink, FAINTEST)
    longer = max(inner[2] - inner[0], inner[3] - inner[1])
    return max(abs(a - b) for a, b in zip(outer, inner, strict=True)) <= max(rim, SPREAD * longer)


def is_printed(ink: Array) -> bool:
    """Whether something covers a whole side of the picture, or faint lines run out of it."""
    sides = (ink[0], ink[-1], ink[:, 0], ink[:, -1])
    return any(side.min() >= FAINTEST for side in sides) or sum(map(faint_runs, sides)) >= LINES


def faint_runs(side: Array) -> int:
    """Count the stretches of ink along a side that are nowhere as dark as a pen's."""
    inked = side >= FAINTEST
    starts = np.flatnonzero(np.diff(inked, prepend=False) & inked)
    return int((np.maximum.reduceat(side * inked, starts) < 0.8).sum()) if len(starts) else 0
