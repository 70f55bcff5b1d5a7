"""The paper, or the picture that was brought, with its buttons, and what to do while nothing is read."""

import streamlit as st

from ui.components.canvas import canvas_buttons, draw_canvas
from ui.draw.frame import show_picture, show_ways
from ui.resources import test_set
from ui.state.drawing import Sheet, current_drawing
from ui.state.picture import current_picture
from ui.work import forget, show_work, work, work_of


def show_paper() -> None:
    """Show the paper, or the picture that lies over it."""
    picture = current_picture()
    if picture is not None:
        work("picture", (picture, picture.box), picture.read)
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
        st.markdown(f"Test image {sheet.example}{meant}. Draw on it if you like.")
    elif sheet.greys:
        st.markdown("This drawing came with the link. Draw on it, or clear it.")


def what_to_do() -> None:
    """Say what to do while there is nothing to read."""
    picture = current_picture()
    with st.container(key="prediction"):
        if picture is None:
            st.info("Draw a digit on the white paper: the answer comes here.", icon=":material/draw:")
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
