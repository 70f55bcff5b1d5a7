"""A picture that a visitor brought, a file or a photograph, and the digits read in it.

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
"""The largest side of the stages that are kept: no screen shows them larger."""
SMALLEST = 8
"""The smallest side of a box in pixels: anything smaller is a slip of the hand."""
UNPACKING = threading.Lock()
"""Lets one picture at a time be unpacked: a large one takes 300 MB meanwhile."""


@dataclass(eq=False)
class Picture:
    """A picture on the Draw page.

    Attributes
    ----------
    rgba : ndarray (H, W, 4) uint8
        Its pixels.
    origin : str
        Its origin in words: “your photograph”.
    number : int
        Its number among those that this visitor has brought.
    box : tuple of int, optional
        The box that the learner chose: top, left, bottom, right, the last two exclusive.
    turn : int
        How many boxes were set otherwise than by dragging.
    start : tuple of int, optional
        The box that was set last; dragging changes only `box`.
    found : tuple of tuple of int
        The boxes of the digits that were found without a box.
    refusal : str, optional
        Why nothing was read, if there was too much in it.
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
        """The digits in it from left to right; None before they are read."""
        return self._read.get(self.box)

    def read(self) -> Steps[None]:
        """Read the digits, in steps, and keep them with small stages; nothing is read twice."""
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
        """Set the box in which digits are read; None is the whole picture."""
        self.drag_box(box)
        self.turn += 1
        self.start = self.box

    def _whole(self, digit: Preparation) -> Box:
        """Return the box of a digit in pixels of the picture."""
        factor = math.ceil(max(self.size) / max(digit.size))
        top, left, bottom, right = (factor * side for side in digit.box)
        return top, left, min(bottom, self.size[0]), min(right, self.size[1])

    def drag_box(self, box: Box | None) -> None:
        """Take the box that the learner dragged, clipped to the picture; one that is too small is none."""
        self.box = None
        if box is not None:
            (top, left, bottom, right), (height, width) = box, self.size
            top, left, bottom, right = max(top, 0), max(left, 0), min(bottom, height), min(right, width)
            if min(bottom - top, right - left) >= min(SMALLEST, height, width):
                self.box = top, left, bottom, right


def made_small(digits: tuple[Preparation, ...]) -> Steps[tuple[Preparation, ...]]:
    """Return, in steps, digits with stages of at most 560 pixels, which take little memory."""
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
    """Return a digit with smaller stages."""
    top, left, bottom, right = box = _smaller_box(digit.box, factor)
    height, width = (-(-side // factor) for side in digit.size)
    part = _reduced(digit.ink, factor)[top:bottom, left:right].copy()
    return replace(digit, part=part, corner=(top, left), size=(height, width), box=box, photo=photo)


def _smaller_box(box: Box, factor: int) -> Box:
    top, left, bottom, right = box
    return top // factor, left // factor, -(-bottom // factor), -(-right // factor)


def _reduced(values: Array, factor: int) -> Array:
    """Return a picture with the mean of every `factor` by `factor` pixels."""
    whole = values.astype(np.uint8) * 255 if values.dtype == bool else values
    small = np.asarray(Image.fromarray(whole).reduce(factor))
    return small > 127 if values.dtype == bool else small


@dataclass
class PictureState:
    """The picture on show, and how many this visitor has brought."""

    picture: Picture | None = None
    brought: int = 0


def _state() -> PictureState:
    return state_of("picture", PictureState)


def current_picture() -> Picture | None:
    """Return the picture that lies over the paper, if there is one."""
    return _state().picture


def was_brought() -> bool:
    """Whether this visitor has ever brought a picture."""
    return _state().brought > 0


def bring_picture(data: bytes, origin: str) -> None:
    """Lay the picture in a file over the paper; raise PictureError if it holds none."""
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
