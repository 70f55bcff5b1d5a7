"""From a drawing to the 28×28 picture that the network reads, the way MNIST itself was made.

MNIST's digits were cut out, scaled in proportion into 20×20 pixels by area averaging, and
placed in 28×28 by whole pixels so that their centre of mass lies at the centre (LeCun et al.,
"Gradient-based learning applied to document recognition", 1998; the exact centre, index 14,
is that of the 70 000 images). A network trained on such pictures reads a drawing well only if
it has been prepared alike. Each stage is one short function, and `Preparation` keeps them all.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nncore.base.steps import Steps, finish
from nncore.images.components import label_components
from nncore.images.ink import (
    EDGE,
    NothingDrawn,
    as_picture,
    clipped,
    find_box,
    find_ink,
    has_even_paper,
    is_drawing,
    within,
)
from nncore.images.photo import Photo, read_photo
from nncore.images.segmentation import cut_out, digit_of_each
from nncore.types import Array, Box

BOX = 20
"""The longer side of a digit in an MNIST picture, in pixels."""
SIZE = 28
"""The side of an MNIST picture, in pixels."""
CENTRE = 14.0
"""Where MNIST's centres of mass lie on average: the index of a pixel, in both directions."""


@dataclass(frozen=True, eq=False)
class Preparation:
    """A drawing on its way to the network, stage by stage; all values 0 (paper) to 1 (ink).

    Attributes
    ----------
    part : ndarray (h, w) float32
        The part of the drawing that this digit lies in: how much of its ink each pixel holds.
    corner : tuple of int
        Row and column of the drawing at which that part begins.
    size : tuple of int
        Height and width of the whole drawing.
    box : tuple of int
        The digit's box in it: top, left, bottom, right, the last two exclusive.
    scaled : ndarray (h, w) float32
        What is in the box, shrunk in proportion until the longer side is 20.
    origin : tuple of int
        Row and column at which `scaled` is placed in the final picture.
    pixels : ndarray (28, 28) float32
        The picture that the network reads.
    photo : Photo or None
        How the ink was found, if the picture is a photograph; None for a drawing on even paper.
    """

    part: Array
    corner: tuple[int, int]
    size: tuple[int, int]
    box: Box
    scaled: Array
    origin: tuple[int, int]
    pixels: Array
    photo: Photo | None = None

    @property
    def ink(self) -> Array:
        """The digit's ink in the whole drawing, (H, W) float32."""
        if self.part.shape == self.size:
            return self.part
        ink = np.zeros(self.size, self.part.dtype)
        (top, left), (height, width) = self.corner, self.part.shape
        ink[top : top + height, left : left + width] = self.part
        return ink


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


def prepare(rgba: npt.ArrayLike, box: Box | None = None) -> Preparation:
    """Turn a drawing or a photograph into what the network reads, and keep every stage on the way.

    Parameters
    ----------
    rgba : array_like uint8 (H, W, 4)
        The digit: dark on light, light on dark, or on a transparent canvas.
    box : tuple of int, optional
        Where to look: top, left, bottom, right, the last two exclusive. All else is left out.

    Raises
    ------
    NothingDrawn
        If there is no digit.
    ValueError
        If it is no picture, or the box holds no pixel of it.
    """
    return prepare_ink(*finish(ink_of(rgba, box)))


def prepare_all(rgba: npt.ArrayLike, box: Box | None = None) -> tuple[Preparation, ...]:
    """Turn every digit of a row into what the network reads, from left to right.

    Parameters and errors are those of `prepare`, and for a single digit so is the result. Digits
    that touch are taken for one.

    Raises
    ------
    TooMuch
        If there is more than a row of digits: a page of text, say.
    """
    return finish(prepare_steps(rgba, box))


def prepare_steps(rgba: npt.ArrayLike, box: Box | None = None) -> Steps[tuple[Preparation, ...]]:
    """Do what `prepare_all` does in steps: a generator that pauses at least every 0.2 s.

    That holds for pictures of up to 1200×1200 pixels, as `read_picture` returns them. The digits are
    what it returns at its end (`digits = yield from prepare_steps(rgba)`).
    """
    ink, photo = yield from ink_of(rgba, box)
    yield
    pieces = label_components(ink >= EDGE)
    yield
    digit = digit_of_each(pieces, ink)
    if not digit.any():
        return (prepare_ink(ink, photo),)
    digits = []
    for number in range(digit.max() + 1):
        yield
        part, (top, left, _, _) = cut_out(ink, pieces, digit == number)
        digits.append(prepare_ink(part, photo, (top, left), ink.shape))
    return tuple(digits)


def ink_of(rgba: npt.ArrayLike, box: Box | None = None) -> Steps[tuple[Array, Photo | None]]:
    """Return, in steps, the ink (H, W) in a drawing or a photograph, and for the latter how it was found."""
    picture = as_picture(rgba)
    box = clipped(box, picture.shape) if box else None
    ink = find_ink(picture)
    yield
    if not is_drawing(ink):
        photo = yield from read_photo(picture, box)
        if photo is not None:
            return photo.ink, photo
        if not has_even_paper(ink):
            place = "this box" if box else "this picture"
            raise NothingDrawn(f"No digit stands out in {place}: choose a box close around one.")
    return (within(ink, box) if box else ink), None


def prepare_ink(
    ink: Array,
    photo: Photo | None = None,
    corner: tuple[int, int] = (0, 0),
    size: tuple[int, ...] | None = None,
) -> Preparation:
    """Cut out the ink (h, w), scale it and place it, as MNIST's digits were.

    It may be a part of a larger drawing of that size (H, W), which begins at its `corner`.
    """
    top, left, bottom, right = find_box(ink)
    scaled = scale_to_box(ink[top:bottom, left:right])
    row, column = origin = centre_origin(scaled)
    pixels = np.zeros((SIZE, SIZE), np.float32)
    pixels[row : row + scaled.shape[0], column : column + scaled.shape[1]] = scaled
    down, across = corner
    box = (top + down, left + across, bottom + down, right + across)
    height, width = size or ink.shape
    return Preparation(ink, corner, (height, width), box, scaled, origin, pixels, photo)


def to_mnist(rgba: npt.ArrayLike) -> Array:
    """Return the 28×28 picture of a drawing, float32 from 0 to 1, as MNIST would hold it."""
    return prepare(rgba).pixels


def shrink(rgba: npt.ArrayLike) -> Array:
    """Shrink a whole drawing to 28×28 and do nothing else: what a naive app would do."""
    return resize(find_ink(rgba), SIZE, SIZE)
