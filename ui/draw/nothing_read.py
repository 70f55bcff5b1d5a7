"""What to do while nothing is read: draw, drag a box around a digit, wait until the search is over."""

import streamlit as st

from ui.components.canvas import ask_to_draw
from ui.state.picture import current_picture
from ui.work import forget, show_work, work_of


def what_to_do() -> None:
    """Say what to do while there is nothing to read."""
    picture = current_picture()
    with st.container(key="prediction"):
        if picture is None:
            ask_to_draw()
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
