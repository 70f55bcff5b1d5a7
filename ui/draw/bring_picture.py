"""A picture is brought: a file, or a photograph where there is a camera."""

import io
from typing import Any

import streamlit as st

from nncore import PictureError
from ui.language import N_, _, said
from ui.state.picture import bring_picture
from ui.widgets.cookies import warn_without_cookies

WAYS = {"file": N_("A file"), "camera": N_("The camera")}
FILE_TYPES = ("png", "jpg", "jpeg", "webp", "gif")
OPENED = "times a picture was asked for"
"""How often the dialog was opened: a new key each time, so that a refused file does not lie there again."""


def bring_button() -> None:
    """Show the button that opens the dialog."""
    if st.button(_("Photo or file"), key="bring", icon=":material/add_a_photo:", width="stretch"):
        st.session_state[OPENED] = st.session_state.get(OPENED, 0) + 1
        _dialog()


def _dialog() -> None:
    st.dialog(_("A picture of a digit"))(choose_picture)()


def choose_picture() -> None:
    """Take a picture; close once it can be read, else say in a sentence why not."""
    look: dict[str, Any] = {
        "key": "way",
        "label_visibility": "collapsed",
        "format_func": lambda way: _(WAYS[way]),
    }
    way = st.segmented_control(_("From where?"), list(WAYS), default="file", required=True, **look)
    warn_without_cookies(_(", or draw instead"))
    opened = st.session_state.get(OPENED, 0)
    try:
        if way == "file":
            file = st.file_uploader(_("PNG, JPEG, WebP or GIF"), FILE_TYPES, key=f"file-{opened}")
            _bring(file, N_("your file"))
        else:
            label = _("Hold a digit before the camera")
            photo = st.camera_input(label, key=f"camera-{opened}", label_visibility="collapsed")
            _bring(photo, N_("your photo"))
    except PictureError as error:
        st.error(said(error), icon=":material/broken_image:")
    st.caption(_("Pen on paper, chalk on a board, a screenshot."))
    st.caption(_("It is read where this page runs, and not kept."))


def _bring(file: io.BytesIO | None, origin: str) -> None:
    """Bring a picture and close the dialog."""
    if file is not None:
        bring_picture(file.getvalue(), origin)
        st.rerun()
