"""The way for a picture onto the page: a file, or a camera where there is one."""

import io

import streamlit as st

from nncore import PictureError
from ui.draw.draw_state import draw_state
from ui.language import said
from ui.state.picture import bring_picture
from ui.widgets.cookies import warn_without_cookies

FILE, CAMERA = "A file", "The camera"


def bring_button() -> None:
    """Show the button that opens the way."""
    if st.button("Photo or file", key="bring", icon=":material/add_a_photo:", width="stretch"):
        draw_state().times_opened += 1
        choose_picture()


def _times_opened() -> int:
    """Return how often the way was opened: a file that was refused must not lie there the next time."""
    return draw_state().times_opened


@st.dialog("A picture of a digit")
def choose_picture() -> None:
    """Take a picture; close once it can be read, else say in a sentence why not."""
    way = st.segmented_control(
        "From where?", (FILE, CAMERA), default=FILE, required=True, key="way", label_visibility="collapsed"
    )
    warn_without_cookies(", or draw instead")
    try:
        if way == FILE:
            _bring(_file(), "your file")
        else:
            _bring(_photograph(), "your photo")
    except PictureError as error:
        st.error(said(error), icon=":material/broken_image:")
    st.caption("Pen on paper, chalk on a board, a screenshot.")
    st.caption("It is read where this page runs, and not kept.")


def _file() -> io.BytesIO | None:
    kinds = ("png", "jpg", "jpeg", "webp", "gif")
    return st.file_uploader("PNG, JPEG, WebP or GIF", kinds, key=f"file-{_times_opened()}")


def _photograph() -> io.BytesIO | None:
    return st.camera_input(
        "Hold a digit before the camera", key=f"camera-{_times_opened()}", label_visibility="collapsed"
    )


def _bring(file: io.BytesIO | None, origin: str) -> None:
    """Bring a picture and close the dialog."""
    if file is not None:
        bring_picture(file.getvalue(), origin)
        st.rerun()
