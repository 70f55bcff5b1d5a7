"""What is on the paper, and how to go back: the state of the canvas, apart from any widget.

The canvas keeps its drawing in the browser and tells us after every stroke. To put something
else on it (undo, clear, an example, the drawing from before a page switch) it gets a new
`version`, hence a new widget, which starts with `initial`. A canvas reports no picture before
its first stroke, so every sheet keeps the picture that belongs to it.
"""

from dataclasses import dataclass, field
from typing import Any

Mark = dict[str, Any]
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

    def report(self, marks: tuple[Mark, ...], picture: bytes) -> None:
        """Take what the canvas says is on it now."""
        if marks != self.sheet.marks:
            under = bool(marks) and marks[0].get("type") == "Image"
            self._remember()
            self.sheet = Sheet(marks, picture, self.sheet.example if under else None)

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
        """Begin a new widget with what is on the paper: after a page switch the old one is gone."""
        self._lay(self.sheet)

    def _lay(self, sheet: Sheet) -> None:
        self.sheet, self.initial = sheet, sheet.marks
        self.version += 1

    def _remember(self) -> None:
        self.past = [*self.past, self.sheet][-LONGEST_PAST:]
