"""From a drawing to the 28×28 picture that the network reads, the way MNIST itself was made.

MNIST's digits were cut out, scaled in proportion into 20×20 pixels by area averaging, and
placed in 28×28 by whole pixels so that their centre of mass lies at the centre (LeCun et al.,
"Gradient-based learning applied to document recognition", 1998; the exact centre, index 14,
is that of the 70 000 images). A network trained on such pictures reads a drawing well only if
it has been prepared alike. Each stage is one short function, and `Preparation` keeps them all.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

BOX = 20
"""The longer side of a digit in an MNIST picture, in pixels."""
SIZE = 28
"""The side of an MNIST picture, in pixels."""
CENTRE = 14.0
"""Where MNIST's centres of mass lie on average: the index of a pixel, in both directions."""
FAINTEST = 0.1
"""Ink must differ from its paper by this share of the whole range to count as drawn."""
EDGE = 0.02
"""The share of the darkest ink at which the digit's box begins."""


class NothingDrawn(ValueError):
    """There is no ink in the picture, so there is no digit to read."""


@dataclass(frozen=True, eq=False)
class Preparation:
    """A drawing on its way to the network, stage by stage; all values 0 (paper) to 1 (ink).

    Attributes
    ----------
    ink : ndarray (H, W) float32
        How much ink each pixel of the drawing holds.
    box : tuple of int
        The digit's box in it: top, left, bottom, right, the last two exclusive.
    scaled : ndarray (h, w) float32
        What is in the box, shrunk in proportion until the longer side is 20.
    origin : tuple of int
        Row and column at which `scaled` is placed in the final picture.
    pixels : ndarray (28, 28) float32
        The picture that the network reads.
    """

    ink: Array
    box: tuple[int, int, int, int]
    scaled: Array
    origin: tuple[int, int]
    pixels: Array


def find_ink(rgba: npt.ArrayLike) -> Array:
    """Return how much ink each pixel holds, (H, W) float32 from 0 to 1.

    On a transparent canvas ink is what is opaque. Otherwise ink is what differs from the
    paper, whose colour is the middle one (the median) along the picture's border: so dark ink
    on light paper and light ink on dark are the same to us.

    Parameters
    ----------
    rgba : array_like uint8
        (H, W, 4), or (H, W, 3) or (H, W) where nothing is transparent.

    Raises
    ------
    NothingDrawn
        If nothing stands out from the paper.
    ValueError
        If this is no picture.
    """
    picture = np.asarray(rgba)
    if picture.ndim == 2:
        picture = picture[:, :, np.newaxis].repeat(3, axis=2)
    if picture.ndim != 3 or picture.shape[2] not in (3, 4) or 0 in picture.shape:
        raise ValueError(f"A picture has height, width and 3 or 4 channels, not {picture.shape}.")
    if picture.dtype.kind not in "iu":
        raise ValueError(f"A picture's values are whole numbers from 0 to 255, not {picture.dtype}.")
    if picture.min() < 0 or picture.max() > 255:
        raise ValueError("A picture's values are whole numbers from 0 to 255: some are outside.")
    colour = picture[:, :, :3].astype(np.float32) / 255
    opacity = picture[:, :, 3].astype(np.float32) / 255 if picture.shape[2] == 4 else None
    if opacity is not None and np.median(_border(opacity)) < 0.5:
        ink = np.abs(opacity - np.median(_border(opacity)))
    else:
        paper = np.median(_border(colour), axis=0)
        ink = np.abs(colour - paper).max(axis=2)
        if opacity is not None:
            ink = ink * opacity
    strongest = ink.max()
    if strongest < FAINTEST:
        raise NothingDrawn("There is nothing on the paper yet: draw a digit.")
    share: Array = ink / strongest
    return share


def _border(picture: Array) -> Array:
    """Return the outermost pixels of a picture, one after the other."""
    return np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])


def find_box(ink: Array) -> tuple[int, int, int, int]:
    """Return the smallest box that holds all ink: top, left, bottom, right (exclusive)."""
    rows = np.flatnonzero(ink.max(axis=1) >= EDGE)
    columns = np.flatnonzero(ink.max(axis=0) >= EDGE)
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def area_weights(old: int, new: int) -> Array:
    """Return the (new, old) matrix that shrinks or grows a line of pixels by area averaging.

    Each new pixel covers old/new old ones; a row holds the share that each of them has in it,
    so every row sums to 1. `area_weights(h, 20) @ picture` scales the height of a picture.
    """
    edges = np.linspace(0, old, new + 1)
    start = np.maximum(edges[:-1, np.newaxis], np.arange(old))
    end = np.minimum(edges[1:, np.newaxis], np.arange(1, old + 1))
    weights: Array = np.maximum(end - start, 0).astype(np.float32) * np.float32(new / old)
    return weights


def resize(picture: Array, height: int, width: int) -> Array:
    """Return the picture (H, W) in another size, each new pixel the mean of what it covers."""
    rows = area_weights(picture.shape[0], height)
    columns = area_weights(picture.shape[1], width)
    return rows @ picture @ columns.T


def scale_to_box(digit: Array) -> Array:
    """Scale a cut-out digit in proportion to a longer side of 20; its brightest pixel is 1.

    As in MNIST, a pixel is one of 256 greys: so a prepared digit fits into 784 bytes unchanged.
    """
    height, width = digit.shape
    ratio = BOX / max(height, width)
    scaled = resize(digit, max(1, round(height * ratio)), max(1, round(width * ratio)))
    return whole_greys(scaled / scaled.max())


def whole_greys(picture: Array) -> Array:
    """Return a picture from 0 to 1 in MNIST's 256 greys, 0, 1/255, …, 1, as float32.

    What lies half-way between two greys (an average of two whole ones often does) must not fall to
    either side by the last bit of a sum: it is first rounded to a thousandth of a grey.
    """
    greys: Array = np.round(np.round(picture * 255, 3)) / np.float32(255)
    return greys


def centre_origin(scaled: Array) -> tuple[int, int]:
    """Return the row and column that bring the centre of mass nearest to index 14."""
    mass = scaled.sum()
    row = float(scaled.sum(axis=1) @ np.arange(scaled.shape[0]) / mass)
    column = float(scaled.sum(axis=0) @ np.arange(scaled.shape[1]) / mass)
    highest = SIZE - np.array(scaled.shape)
    top, left = np.clip(np.round([CENTRE - row, CENTRE - column]), 0, highest).astype(int)
    return int(top), int(left)


def prepare(rgba: npt.ArrayLike) -> Preparation:
    """Turn a drawing into what the network reads, and keep every stage on the way.

    Parameters
    ----------
    rgba : array_like uint8 (H, W, 4)
        The drawing: dark on light, light on dark, or on a transparent canvas.

    Raises
    ------
    NothingDrawn
        If the picture is blank.
    ValueError
        If it is no picture.
    """
    ink = find_ink(rgba)
    top, left, bottom, right = box = find_box(ink)
    scaled = scale_to_box(ink[top:bottom, left:right])
    row, column = origin = centre_origin(scaled)
    pixels = np.zeros((SIZE, SIZE), np.float32)
    pixels[row : row + scaled.shape[0], column : column + scaled.shape[1]] = scaled
    return Preparation(ink, box, scaled, origin, pixels)


def to_mnist(rgba: npt.ArrayLike) -> Array:
    """Return the 28×28 picture of a drawing, float32 from 0 to 1, as MNIST would hold it."""
    return prepare(rgba).pixels


def shrink(rgba: npt.ArrayLike) -> Array:
    """Shrink a whole drawing to 28×28 and do nothing else: what a naive app would do."""
    return resize(find_ink(rgba), SIZE, SIZE)
