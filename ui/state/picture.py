"""A picture that somebody brought, a file or a photograph, and what was read in it.

It lies beside the paper, not on it: whatever happens to a picture, the drawing stays as it is.
"""

import math
import threading
from dataclasses import dataclass, field, replace

import numpy as np
from PIL import Image

from nncore import (
    Array,
    Box,
    NothingDrawn,
    Photo,
    PictureError,
    Preparation,
    Steps,
    TooMuch,
    prepare_steps,
    read_picture,
)
from ui.language import said
from ui.log import log_refusal, log_upload
from ui.session import state_of

SHOWN = 560
"""The longer side, at most, of what is kept of the stages: no screen shows them larger."""
SMALLEST = 8
"""A box is at least so many pixels high and wide: anything smaller is a slip of the hand."""
UNPACKING = threading.Lock()
"""A large picture takes 300 MB while it is unpacked: of those that come together one is at a time."""


@dataclass(eq=False)
class Picture:
    """A picture on the Draw page.

    Attributes
    ----------
    rgba : ndarray (H, W, 4) uint8
        Its pixels.
    origin : str
        Where it comes from, as a page says it: “your photograph”.
    number : int
        Counts the pictures that this visitor has brought.
    box : tuple of int, optional
        Where the learner says that the digit is: top, left, bottom, right, the last two exclusive.
    turn : int
        Counts the boxes that were set by other means than by dragging.
    start : tuple of int, optional
        The box that was set last; dragging changes `box` alone.
    found : tuple of tuple of int
        The boxes of the digits that were found without a box.
    refusal : str, optional
        Why nothing was read, if there is too much in it.
    """

    rgba: Array
    origin: str
    number: int
    box: Box | None = None
    turn: int = 0
    start: Box | None = None
    found: tuple[Box, ...] = ()
    refusal: str | None = None
    _read: dict[Box | None, tuple[Preparation, ...]] = field(default_factory=dict)

    @property
    def size(self) -> tuple[int, int]:
        """Its height and width in pixels."""
        height, width = self.rgba.shape[:2]
        return height, width

    @property
    def digits(self) -> tuple[Preparation, ...] | None:
        """The digits in it from left to right, none if none was found; None before they were looked for."""
        return self._read.get(self.box)

    def read(self) -> Steps[None]:
        """Look for the digits, in steps; nothing is read twice. Their stages are made small."""
        box = self.box
        if box in self._read:
            return
        self.refusal = None
        try:
            found = yield from prepare_steps(self.rgba, box)
        except NothingDrawn:
            found = ()
        except TooMuch as error:
            found, self.refusal = (), said(error)
        small = yield from made_small(found)
        self._read = {box: small}
        if box is None:
            self.found = tuple(self._whole(digit) for digit in small)

    def put_box(self, box: Box | None) -> None:
        """Look in a box alone, as far as it lies in the picture; None looks everywhere."""
        self.drag_box(box)
        self.turn += 1
        self.start = self.box

    def _whole(self, digit: Preparation) -> Box:
        """Return a digit's box in the pixels of the picture."""
        factor = math.ceil(max(self.size) / max(digit.size))
        top, left, bottom, right = (factor * side for side in digit.box)
        return top, left, min(bottom, self.size[0]), min(right, self.size[1])

    def drag_box(self, box: Box | None) -> None:
        """Take the box that the learner has dragged; one that is too small is none."""
        self.box = None
        if box is not None:
            (top, left, bottom, right), (height, width) = box, self.size
            top, left, bottom, right = max(top, 0), max(left, 0), min(bottom, height), min(right, width)
            if min(bottom - top, right - left) >= min(SMALLEST, height, width):
                self.box = top, left, bottom, right


def made_small(digits: tuple[Preparation, ...]) -> Steps[tuple[Preparation, ...]]:
    """Return, in steps, digits with stages of at most 560 pixels: a visitor's picture takes little memory."""
    factor = math.ceil(max(digits[0].size) / SHOWN) if digits else 1
    if factor == 1:
        return digits
    photo = digits[0].photo
    if photo is not None:
        photo = Photo(**{name: _reduced(values, factor) for name, values in vars(photo).items()})
    small = []
    for digit in digits:
        yield
        small.append(_smaller(digit, factor, photo))
    return tuple(small)


def _smaller(digit: Preparation, factor: int, photo: Photo | None) -> Preparation:
    """Return a digit with the ink in its box made smaller."""
    top, left, bottom, right = box = _smaller_box(digit.box, factor)
    height, width = (-(-side // factor) for side in digit.size)
    part = _reduced(digit.ink, factor)[top:bottom, left:right].copy()
    return replace(digit, part=part, corner=(top, left), size=(height, width), box=box, photo=photo)


def _smaller_box(box: Box, factor: int) -> Box:
    top, left, bottom, right = box
    return top // factor, left // factor, -(-bottom // factor), -(-right // factor)


def _reduced(values: Array, factor: int) -> Array:
    """Return a picture with one pixel, the mean, for every square of `factor` pixels."""
    whole = values.astype(np.uint8) * 255 if values.dtype == bool else values
    small = np.asarray(Image.fromarray(whole).reduce(factor))
    return small > 127 if values.dtype == bool else small


@dataclass
class PictureState:
    """The picture that was brought, if it has not been put away, and how many ever were."""

    picture: Picture | None = None
    brought: int = 0


def _state() -> PictureState:
    return state_of("picture", PictureState)


def current_picture() -> Picture | None:
    """Return the picture that this visitor has brought, if it has not been put away."""
    return _state().picture


def was_brought() -> bool:
    """Whether this visitor has ever brought a picture."""
    return _state().brought > 0


def bring_picture(data: bytes, origin: str) -> None:
    """Show the picture in a file from now on; raise PictureError if it holds none."""
    state = _state()
    try:
        with UNPACKING:
            pixels = read_picture(data)
    except PictureError as error:
        log_refusal("a picture", error)
        raise
    state.picture = Picture(pixels, origin, state.brought)
    log_upload("a picture", len(data))
    state.brought += 1


def lay_over(picture: Picture | None) -> None:
    """Lay a picture that was brought over the paper; None goes back to the drawing."""
    _state().picture = picture
