"""Drawing or photograph? Of either: how much ink each pixel holds.

`drawing` and `photo` find it, each in its own way; this module decides whose answer counts.
"""

import numpy as np
import numpy.typing as npt

from nncore.base.steps import Steps
from nncore.images.drawing import FAINTEST, NothingDrawn, drawn_ink, has_even_paper, is_drawing
from nncore.images.photo import Photo, read_photo
from nncore.types import Array, Box


def find_ink(rgba: npt.ArrayLike, box: Box | None = None) -> Steps[tuple[Array, Photo | None]]:
    """Return, in steps, the ink (H, W) from 0 to 1, and of a photograph how it was found.

    Parameters
    ----------
    rgba : array_like uint8
        (H, W, 4), or (H, W, 3) or (H, W) where nothing is transparent.
    box : tuple of int, optional
        Where to look: top, left, bottom, right, the last two exclusive.

    Raises
    ------
    NothingDrawn
        If nothing stands out from the paper.
    ValueError
        If this is no picture, or the box holds no pixel of it.
    """
    picture = as_picture(rgba)
    box = clipped(box, picture.shape) if box else None
    ink = drawn_ink(picture)
    yield
    if not is_drawing(ink):
        photo = yield from read_photo(picture, box)
        if photo is not None:
            return photo.ink, photo
        if not has_even_paper(ink):
            raise NothingDrawn("No digit stands out from the paper: draw a box close around one.")
    return (within(ink, box) if box else ink), None


def as_picture(rgba: npt.ArrayLike) -> Array:
    """Return a picture with its channels last; raise ValueError if it is none."""
    picture = np.asarray(rgba)
    if picture.ndim == 2:
        picture = picture[:, :, np.newaxis].repeat(3, axis=2)
    if picture.ndim != 3 or picture.shape[2] not in (3, 4) or 0 in picture.shape:
        raise ValueError(f"A picture has height, width and 3 or 4 channels, not {picture.shape}.")
    if picture.dtype.kind not in "iu":
        raise ValueError(f"A picture's values are whole numbers from 0 to 255, not {picture.dtype}.")
    if picture.min() < 0 or picture.max() > 255:
        raise ValueError("A picture's values are whole numbers from 0 to 255: some are outside.")
    return picture


def clipped(box: Box, shape: tuple[int, ...]) -> Box:
    """Return the part of a box that lies in the picture; raise ValueError if there is none."""
    top, left, bottom, right = (int(side) for side in box)
    top, left, bottom, right = max(top, 0), max(left, 0), min(bottom, shape[0]), min(right, shape[1])
    if top >= bottom or left >= right:
        raise ValueError("The box holds nothing of the picture: draw it from corner to corner of the digit.")
    return top, left, bottom, right


def within(ink: Array, box: Box) -> Array:
    """Return the ink inside a box alone, the strongest in it 1."""
    top, left, bottom, right = box
    part = ink[top:bottom, left:right]
    if part.max() < FAINTEST:
        raise NothingDrawn("There is nothing in this box: draw it around a digit.")
    inside = np.zeros_like(ink)
    inside[top:bottom, left:right] = part / part.max()
    return inside
