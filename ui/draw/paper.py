"""The left part of the desk: the paper, or the picture that was brought, and what is read of it."""

import streamlit as st

from ui.components.canvas import canvas_buttons, draw_canvas
from ui.draw.frame import show_picture
from ui.resources import test_set
from ui.state.drawing import Sheet, current_drawing
from ui.state.on_screen import Shown, what_is_shown
from ui.state.picture import current_picture
from ui.work import forget, show_work, work, work_of


def show_paper() -> Shown | None:
    """Show the paper, or the picture that lies over it, and return what is read of it."""
    picture = current_picture()
    if picture is not None:
        work("picture", (picture, picture.box), picture.read)
        show_picture(picture)
    else:
        sheet = draw_canvas()
        canvas_buttons()
        _show_origin(sheet)
    return what_is_shown()


def _show_origin(sheet: Sheet) -> None:
    """Say where the picture on the paper comes from, if it was not drawn here."""
    if sheet.example is not None:
        label = test_set()[1][sheet.example]
        st.markdown(f"Test image {sheet.example}; its writer meant **{label}**. Draw on it if you like.")
    elif sheet.greys:
        st.markdown("This drawing came with the link. Draw on it, or clear it for your own.")


def what_to_do() -> None:
    """Say what to do while there is nothing to read."""
    picture = current_picture()
    with st.container(key="prediction"):
        if picture is None:
            text = "Draw a digit on the white paper, as large or small as you like: the answer comes here."
            st.info(text, icon=":material/draw:")
        elif picture.digits is None:
            _show_search()
        elif picture.refusal:
            st.info(picture.refusal, icon=":material/crop_free:")
        elif picture.box is None:
            st.info(
                "No digit stands out in this picture: drag a box close around one.",
                icon=":material/crop_free:",
            )
        else:
            st.info(
                "There is no digit in this box: drag another, close around one.", icon=":material/crop_free:"
            )


def _show_search() -> None:
    """Show how far the search for digits in the picture is, and the ways to end it and to begin anew."""
    search = work_of("picture")
    if search.running:
        st.info(f"Looking for the digit … {search.spent:.1f} s", icon=":material/search:")
    elif search.stopped:
        st.info("Stopped. Drag a box close around a digit, or look again.", icon=":material/stop:")
    show_work("picture")
    if not search.running:
        icon = ":material/search:"
        st.button("Look again", key="look_again", icon=icon, on_click=forget, args=("picture",))


def turn() -> str:
    """Return what changes with the paper and the picture: with it a learner's guess is over."""
    picture, drawing = current_picture(), current_drawing()
    if picture is not None:
        return f"picture-{picture.number}-{picture.box}"
    return f"{drawing.version}-{len(drawing.past)}"
