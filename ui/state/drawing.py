"""The drawing on the paper and its undo history, apart from any widget.

The canvas keeps its drawing in the browser and reports it after every stroke. To put something
else on it (undo, clear, an example, the drawing from before a page switch) we raise `version`
and pass `initial`; a late report about an older version is dropped. A canvas reports no picture
before it changes, so every sheet keeps its own.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

import numpy as np
from PIL import Image

from nncore import CANVAS, Array, NothingDrawn, Preparation, TooMuch, prepare_all
from ui.limits import UNDO_BYTES
from ui.png import data_url, png, unpacked
from ui.session import state_of
from ui.state.canvas_report import Mark, Report

LONGEST_PAST = 100
"""The most steps that can be undone."""
IMAGE = '{"type": "Image"'


@dataclass(frozen=True)
class Sheet:
    """One state of the paper.

    Attributes
    ----------
    marks : tuple of str
        What is on it, in the JSON of the canvas: strokes, and an image for an example.
    picture : bytes
        Its picture, as PNG; empty for a blank sheet, and until the canvas has drawn it.
    example : int, optional
        The number of the test image that lies under the strokes.
    """

    marks: tuple[Mark, ...] = ()
    picture: bytes = b""
    example: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.marks


@dataclass
class Drawing:
    """The paper of one visitor, with its undo history."""

    sheet: Sheet = Sheet()
    past: list[Sheet] = field(default_factory=list)
    version: int = 0
    initial: tuple[Mark, ...] = ()
    _heard: bool = False

    @property
    def is_unused(self) -> bool:
        """Whether there is nothing on the paper, and nothing that `undo` could bring back."""
        return self.sheet.is_blank and not self.past

    @property
    def turn(self) -> str:
        """An id of the state of the paper: a guess holds for one of them."""
        return f"{self.version}-{len(self.past)}"

    @property
    def image(self) -> Mark | None:
        """The image that we laid on the canvas, under the strokes."""
        return next((mark for mark in self.initial[:1] if mark.startswith(IMAGE)), None)

    def report(self, report: Report) -> None:
        """Take a report of the canvas, if it is about this version."""
        if report.version != self.version:
            return
        known = {mark: mark for mark in self.sheet.marks}  # a stroke is kept once, not in every sheet
        marks, picture = tuple(known.get(mark, mark) for mark in report.marks), report.picture
        if not self._heard and len(marks) == len(self.initial):
            # The same sheet in the canvas's own words, which say more than ours.
            self.sheet = replace(self.sheet, marks=marks, picture=picture if marks else b"")
        elif marks != self.sheet.marks:
            example = self.sheet.example if self.image in marks[:1] else None
            for count in range(len(self.sheet.marks) + 1, len(marks)):
                self._remember()  # strokes drawn so fast that they are reported together
                self.sheet = Sheet(marks[:count], b"", example)
            self._remember()
            self.sheet = Sheet(marks, picture, example) if marks else Sheet()
        self._heard = True

    def clear(self) -> Callable[[], None]:
        """Take a blank sheet; return what puts the old one back."""
        before = self.sheet
        self.put(Sheet())
        return partial(self.put, before)

    def put(self, sheet: Sheet) -> None:
        """Lay another sheet on the canvas; `undo` brings this one back."""
        if sheet != self.sheet:
            self._remember()
            self._lay(sheet)

    def undo(self) -> None:
        """Go back one step: a stroke, a clearing or an example."""
        if self.past:
            self._lay(self.past.pop())

    def restart(self) -> None:
        """Lay the same sheet on a new canvas, since a page switch ended the old one."""
        self._lay(self.sheet)

    def _lay(self, sheet: Sheet) -> None:
        self.sheet, self.initial = sheet, sheet.marks
        self.version += 1
        self._heard = False

    def _remember(self) -> None:
        self.past = [*self.past, self.sheet][-LONGEST_PAST:]
        while self._size() > UNDO_BYTES:
            self.past.pop(0)

    def _size(self) -> int:
        """Return the bytes of the undo history; a stroke on several sheets is kept once."""
        marks = set(chain.from_iterable(sheet.marks for sheet in self.past))
        return sum(map(len, marks)) + sum(len(sheet.picture) for sheet in self.past)


def current_drawing() -> Drawing:
    """Return this visitor's drawing, which all pages share."""
    return state_of("drawing", Drawing)


def picture_of(sheet: Sheet) -> Array:
    """Return the picture of a sheet, (280, 280, 4) uint8."""
    if not sheet.picture:
        return np.full((CANVAS, CANVAS, 4), 255, np.uint8)
    return unpacked(sheet.picture)


def digits_of(sheet: Sheet) -> tuple[Preparation, ...]:
    """Return the prepared digits on a sheet, left to right, with their stages; none of a blank one.

    A prepared drawing that a link has put there comes out unchanged.
    """
    if not sheet.picture:
        return ()
    try:
        return prepare_all(picture_of(sheet))
    except (NothingDrawn, TooMuch):  # our pen is too thick for too much
        return ()


def _places(count: int) -> list[tuple[int, int, int]]:
    """Return top, left and scale of each of `count` 28×28 pictures in a row in the middle of the paper."""
    scale = CANVAS // (28 * count)
    top, left = (CANVAS - 28 * scale) // 2, (CANVAS - 28 * scale * count) // 2
    return [(top, left + 28 * scale * number, scale) for number in range(count)]


def greys_of(preparation: Preparation) -> Array:
    """Return a prepared drawing as MNIST would store it, (28, 28) uint8, without loss."""
    return np.round(preparation.pixels * 255).astype(np.uint8)


def example_sheet(number: int, image: Array) -> Sheet:
    """Return a sheet with test image `number` (28, 28) uint8 on it, ten times as large, dark on light."""
    return replace(pixel_sheet(image[np.newaxis]), example=number)


def pixel_sheet(images: Array) -> Sheet:
    """Return a sheet with 28×28 greys (n, 28, 28) uint8 in a row, 0 paper to 255 ink; blank if they are."""
    if not images.any():
        return Sheet()
    paper = np.full((CANVAS, CANVAS), 255, np.uint8)
    for image, (top, left, scale) in zip(images, _places(len(images)), strict=True):
        enlarged = image.repeat(scale, axis=0).repeat(scale, axis=1)
        paper[top : top + 28 * scale, left : left + 28 * scale] = 255 - enlarged
    picture = png(np.asarray(Image.fromarray(paper).convert("RGBA")))
    place = {"left": CANVAS / 2, "top": CANVAS / 2, "originX": "center", "originY": "center"}
    return Sheet((json.dumps({"type": "Image", "src": data_url(picture), **place}),), picture)


def pixels_of(sheet: Sheet) -> Array:
    """Return the picture of a sheet in 28×28 greys uint8; it inverts `pixel_sheet` for one image."""
    side = CANVAS // 28
    greys = picture_of(sheet)[:, :, :3].reshape(28, side, 28, side * 3).mean(axis=(1, 3))
    return np.round(255 - greys).astype(np.uint8)
