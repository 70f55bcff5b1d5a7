"""The paper, or the picture that was brought, with its buttons."""

import streamlit as st

from ui.components.canvas import canvas_buttons, draw_canvas
from ui.components.fragment import again
from ui.draw.frame import show_picture, show_ways
from ui.resources import test_set
from ui.state.drawing import Sheet, current_drawing
from ui.state.picture import current_picture
from ui.work import LOOK, work


def show_paper() -> None:
    """Show the paper, or the picture that lies over it."""
    picture = current_picture()
    if picture is not None:
        if work("picture", (picture, picture.box), picture.read).running:
            again(LOOK)  # its digits may be there before it is over, and then nothing else looks again
        show_picture(picture)
    else:
        draw_canvas()


def show_buttons(*, revealed: bool) -> None:
    """Show the buttons of the paper or of the picture, and where what is on it comes from."""
    picture = current_picture()
    if picture is not None:
        show_ways(picture)
    else:
        canvas_buttons()
        _show_origin(current_drawing().sheet, revealed=revealed)


def _show_origin(sheet: Sheet, *, revealed: bool) -> None:
    """Say where the picture on the paper comes from, if it was not drawn here."""
    if sheet.example is not None:
        meant = f"; its writer meant **{test_set()[1][sheet.example]}**" if revealed else ""
        st.caption(f"Test image {sheet.example}{meant}. Draw on it.")
    elif sheet.greys:
        st.caption("As it was read, in 28×28 pixels. Draw on it.")


def turn() -> str:
    """Return what changes with the paper and the picture: with it a learner's guess is over."""
    picture = current_picture()
    if picture is not None:
        return f"picture-{picture.number}-{picture.box}"
    return current_drawing().turn
