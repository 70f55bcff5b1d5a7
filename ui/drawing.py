"""What is on the paper, and how to go back: the state of the canvas, apart from any widget.

The canvas keeps its drawing in the browser and reports it after every stroke. To put something
else on it (undo, clear, an example, the drawing from before a page switch) we raise `version`
and give it `initial`; a report that was on its way meanwhile is about an older version, and is
dropped. A canvas reports no picture before it changes, so every sheet keeps its own.
"""

import base64
import io
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[Any]
Mark = dict[str, Any]
SIDE = 280
"""Side of the paper in pixels: ten for each of the network's 28, and it fits a phone."""
LONGEST_PAST = 100
"""How many steps can be undone."""


@dataclass(frozen=True)
class Sheet:
    """One state of the paper.

    Attributes
    ----------
    marks : tuple of dict
        What is on it, as the canvas describes it: strokes, and an image for an example.
    picture : bytes
        How it looks, as PNG; empty for a blank sheet.
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
    """The paper of one visitor, with its past."""

    sheet: Sheet = Sheet()
    past: list[Sheet] = field(default_factory=list)
    version: int = 0
    initial: tuple[Mark, ...] = ()
    _heard: bool = False

    def report(self, version: int, marks: tuple[Mark, ...], picture: bytes) -> None:
        """Take what the canvas says is on it now; the version is that which it began with."""
        if version != self.version:
            return
        if not self._heard and len(marks) == len(self.initial):
            # The same sheet in the canvas's own words, which say more than ours.
            self.sheet = replace(self.sheet, marks=marks, picture=picture if marks else b"")
        elif marks != self.sheet.marks:
            under = bool(marks) and marks[0].get("type") == "Image"
            self._remember()
            self.sheet = Sheet(marks, picture, self.sheet.example if under else None)
        self._heard = True

    def clear(self) -> None:
        """Take a new sheet; `undo` brings the old one back."""
        self.put(Sheet())

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
        """Begin again with what is on the paper, in a new widget: a page switch ended the old one."""
        self._lay(self.sheet)

    def _lay(self, sheet: Sheet) -> None:
        self.sheet, self.initial = sheet, sheet.marks
        self.version += 1
        self._heard = False

    def _remember(self) -> None:
        self.past = [*self.past, self.sheet][-LONGEST_PAST:]


def picture_of(sheet: Sheet) -> Array:
    """Return how a sheet looks, (280, 280, 4) uint8."""
    if sheet.is_blank:
        return np.full((SIDE, SIDE, 4), 255, np.uint8)
    return np.asarray(Image.open(io.BytesIO(sheet.picture)).convert("RGBA"))


def example_sheet(number: int, image: Array) -> Sheet:
    """Return a sheet with test image `number` (28, 28) uint8 on it, ten times as large, dark on light."""
    grey = Image.fromarray(255 - image).resize((SIDE, SIDE), Image.Resampling.NEAREST)
    file = io.BytesIO()
    grey.convert("RGBA").save(file, "PNG")
    picture = file.getvalue()
    source = "data:image/png;base64," + base64.b64encode(picture).decode("ascii")
    mark = {"type": "Image", "src": source, "left": SIDE / 2, "top": SIDE / 2}
    return Sheet(({**mark, "originX": "center", "originY": "center"},), picture, number)
