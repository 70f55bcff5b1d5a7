"""From a drawing or a photograph to the 28×28 picture that the network reads, as MNIST itself was made.

MNIST's digits were cut out, scaled in proportion into 20×20 pixels by area averaging, and
placed in 28×28 by whole pixels so that their centre of mass lies at the centre (LeCun et al.,
"Gradient-based learning applied to document recognition", 1998; the exact centre, index 14,
is that of the 70 000 images). A network trained on such pictures reads a drawing well only if
it has been prepared alike. The way is one line, each stage a function of the one before:

    drawing or photograph → ink (`ink`) → pieces → digits (`segmentation`)
                          → box → 20×20 → centred in 28×28 (`framing`)

`Preparation` keeps every stage of it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nncore.base.steps import Steps, finish
from nncore.images.drawing import drawn_ink
from nncore.images.framing import SIZE, centre_origin, find_box, place, resize, scale_to_box
from nncore.images.ink import as_picture, find_ink
from nncore.images.photo import Photo
from nncore.images.segmentation import split_digits
from nncore.types import Array, Box


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
    ink, photo = finish(find_ink(rgba, box))
    return prepare_ink(ink, photo)


def prepare_all(rgba: npt.ArrayLike, box: Box | None = None) -> tuple[Preparation, ...]:
    """Turn every digit into what the network reads, line by line from left to right.

    Parameters and errors are those of `prepare`, and for a single digit so is the result. Digits
    that touch are taken for one.

    Raises
    ------
    TooMuch
        If there is more than a page of digits: a page of text, say.
    """
    return finish(prepare_steps(rgba, box))


def prepare_steps(rgba: npt.ArrayLike, box: Box | None = None) -> Steps[tuple[Preparation, ...]]:
    """Do what `prepare_all` does in steps: a generator that pauses at least every 0.2 s.

    That holds for pictures of up to 1200×1200 pixels, as `read_picture` returns them. The digits are
    what it returns at its end (`digits = yield from prepare_steps(rgba)`).
    """
    ink, photo = yield from find_ink(rgba, box)
    yield
    prepared = []
    for part, corner in (yield from split_digits(ink)):
        yield
        prepared.append(prepare_ink(part, photo, corner, ink.shape))
    return tuple(prepared)


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
    origin = centre_origin(scaled)
    pixels = place(scaled, origin)
    down, across = corner
    box = (top + down, left + across, bottom + down, right + across)
    height, width = size or ink.shape
    return Preparation(ink, corner, (height, width), box, scaled, origin, pixels, photo)


def to_mnist(rgba: npt.ArrayLike) -> Array:
    """Return the 28×28 picture of a drawing, float32 from 0 to 1, as MNIST would hold it."""
    return prepare(rgba).pixels


def shrink(rgba: npt.ArrayLike, ink: Array | None = None) -> Array:
    """Shrink a whole drawing to 28×28 and do nothing else: what a naive app would do.

    A caller that has its ink (H, W) already passes it in.
    """
    return resize(drawn_ink(as_picture(rgba)) if ink is None else ink, SIZE, SIZE)
