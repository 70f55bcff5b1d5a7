"""A digit in its frame, as MNIST's were: its box, scaled into 20×20, centred in 28×28.

Each function is one stage of a picture's way, for whatever holds ink from 0 (paper) to 1.
"""

import numpy as np
import numpy.typing as npt

from nncore.types import Array, Box

BOX = 20
"""The longer side of a digit in an MNIST picture, in pixels."""
SIZE = 28
"""The side of an MNIST picture, in pixels."""
CENTRE = 14.0
"""Where MNIST's centres of mass lie on average: the index of a pixel, in both directions."""
EDGE = 0.02
"""The share of the darkest ink at which a digit's box begins."""


def find_box(ink: Array, edge: float = EDGE) -> Box:
    """Return the smallest box that holds all ink: top, left, bottom, right (exclusive)."""
    rows = np.flatnonzero(ink.max(axis=1) >= edge)
    columns = np.flatnonzero(ink.max(axis=0) >= edge)
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def scale_to_box(digit: Array) -> Array:
    """Scale a cut-out digit in proportion to a longer side of 20; its brightest pixel is 1.

    As in MNIST, a pixel is one of 256 greys: so a prepared digit fits into 784 bytes unchanged.
    """
    height, width = digit.shape
    ratio = BOX / max(height, width)
    scaled = resize(digit, max(1, round(height * ratio)), max(1, round(width * ratio)))
    return whole_greys(scaled / scaled.max())


def resize(picture: Array, height: int, width: int) -> Array:
    """Return the picture (H, W) in another size, each new pixel the mean of what it covers."""
    rows = area_weights(picture.shape[0], height)
    columns = area_weights(picture.shape[1], width)
    return rows @ picture @ columns.T


def area_weights(old: int, new: int) -> Array:
    """Return the (new, old) matrix that shrinks or grows a line of pixels by area averaging.

    Each new pixel covers old/new old ones; a row holds the share that each of them has in it,
    so every row sums to 1. `area_weights(h, 20) @ picture` scales the height of a picture.
    """
    edges = np.linspace(0, old, new + 1)
    start = np.maximum(edges[:-1, np.newaxis], np.arange(old))
    end = np.minimum(edges[1:, np.newaxis], np.arange(1, old + 1))
    return np.maximum(end - start, 0).astype(np.float32) * np.float32(new / old)


def whole_greys(picture: Array) -> Array:
    """Return a picture from 0 to 1 in MNIST's 256 greys, 0, 1/255, …, 1, as float32.

    What lies half-way between two greys (an average of two whole ones often does) must not fall to
    either side by the last bit of a sum: it is first rounded to a thousandth of a grey.
    """
    return np.round(np.round(picture * 255, 3)) / np.float32(255)


def centre_origin(scaled: Array) -> tuple[int, int]:
    """Return the row and column that bring the centre of mass nearest to index 14."""
    highest = SIZE - np.array(scaled.shape)
    top, left = np.clip(np.round(CENTRE - centre_of_mass(scaled)), 0, highest).astype(int)
    return int(top), int(left)


def centre_of_mass(pictures: Array, dtype: npt.DTypeLike = np.float64) -> Array:
    """Return the mean row and column of the ink, (…, 2), of pictures (…, h, w); 0 where there is none."""
    mass = pictures.sum(axis=(-2, -1))
    rows, columns = (np.arange(side, dtype=dtype) for side in pictures.shape[-2:])
    moments = np.stack([pictures.sum(axis=-1) @ rows, pictures.sum(axis=-2) @ columns], axis=-1)
    return moments / np.where(mass > 0, mass, 1)[..., np.newaxis]


def place(scaled: Array, origin: tuple[int, int]) -> Array:
    """Return the picture (28, 28) of a scaled digit that begins at this row and column, paper around it."""
    pixels = np.zeros((SIZE, SIZE), np.float32)
    row, column = origin
    pixels[row : row + scaled.shape[0], column : column + scaled.shape[1]] = scaled
    return pixels
