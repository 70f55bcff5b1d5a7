"""The paper, or the picture that was brought, with its buttons."""

from collections.abc import Callable

import streamlit as st

from ui.components.canvas import canvas_buttons, draw_canvas
from ui.components.fragment import again
from ui.draw.frame import put_away, show_picture, show_ways
from ui.language import _
from ui.resources import test_set
from ui.state.drawing import current_drawing
from ui.state.picture import current_picture, lay_over
from ui.work import LOOK, work


def clear_paper() -> Callable[[], None]:
    """Clear the sheet and put the picture away; return what brings both back."""
    picture, bring_back = current_picture(), current_drawing().clear()
    put_away()

    def undo() -> None:
        bring_back()
        lay_over(picture)

    return undo


def show_paper() -> None:
    """Show the paper, or the picture that lies over it."""
    picture = current_picture()
    if picture is None:
        draw_canvas()
        return
    if work("picture", (picture, picture.box), picture.read).running:
        again(LOOK)  # its digits may be there before it is over, and then nothing else looks again
    show_picture(picture)


def show_buttons(*, revealed: bool) -> None:
    """Show the buttons of the paper or of the picture, and where what is on it comes from."""
    picture = current_picture()
    if picture is not None:
        show_ways(picture)
    else:
        canvas_buttons()
        number = current_drawing().sheet.example
        if revealed and number is not None:
            text = _("Test image {number}; its writer meant **{label}**. Draw on it.")
            st.caption(text.format(number=number, label=test_set()[1][number]))


def turn() -> str:
    """Return what tells one content of the paper from the next: each is guessed anew."""
    picture = current_picture()
    if picture is not None:
        return f"picture-{picture.number}-{picture.box}"
    return current_drawing().turn
