"""The desk as one finds it at first: an empty sheet, no picture over it, the usual pen."""

from collections.abc import Callable

from ui.address import starts
from ui.components.canvas import USUAL
from ui.components.pixel_paper import KEY
from ui.state.drawing import current_drawing
from ui.state.picture import current_picture, lay_over, put_away
from ui.widgets.reset import Besides

START = {**starts("draw"), "pen": USUAL, "which": 0, KEY: False}
"""What the widgets of the page hold at first."""


def _clear() -> Callable[[], None]:
    """Clear the sheet and put the picture away; return what brings both back."""
    drawing, picture = current_drawing(), current_picture()
    sheet = drawing.sheet
    drawing.clear()
    put_away()

    def undo() -> None:
        drawing.put(sheet)
        lay_over(picture)

    return undo


DESK = Besides(_clear, lambda: current_drawing().sheet.is_blank and current_picture() is None)
"""How the desk is reset."""
