"""The paper as one finds it at first: an empty sheet, no picture over it, the usual pen."""

from collections.abc import Callable

from ui.components.canvas import USUAL
from ui.components.pixel_paper import KEY
from ui.state.drawing import current_drawing
from ui.state.picture import current_picture, lay_over, put_away

START = {"pen": USUAL, "which": 0, KEY: False}
"""What the widgets of the page hold at first."""


def clear_paper() -> Callable[[], None]:
    """Clear the paper and put the picture away; return what brings both back."""
    drawing, picture = current_drawing(), current_picture()
    sheet = drawing.sheet
    drawing.clear()
    put_away()

    def undo() -> None:
        drawing.put(sheet)
        lay_over(picture)

    return undo
