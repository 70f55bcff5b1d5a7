"""The visitor's own drawing, or a test image in its place."""

import streamlit as st

from nncore import Array
from ui.address import page_link
from ui.language import _
from ui.resources import as_input, test_set
from ui.state.on_screen import what_is_shown


def drawing() -> Array | None:
    """Return what the visitor drew as a network's input (784,), or None."""
    shown = what_is_shown()
    return None if shown is None else shown.digit.pixels.reshape(784)


def my_digit() -> Array:
    """Return the drawing; without one return the first test image and say so."""
    mine = drawing()
    if mine is not None:
        return mine
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("No drawing yet: a test image, a 7, stands in for it."))
        page_link("pages/draw.py", label=_("Draw a digit"), icon=":material/draw:")
    return as_input(test_set()[0][0])
