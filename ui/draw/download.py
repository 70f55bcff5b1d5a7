"""Take it with you: the prepared drawing as a picture, as numbers, and as a link."""

import io

import numpy as np
import streamlit as st

from nncore import Preparation
from ui.language import _
from ui.png import png
from ui.state.drawing import greys_of
from ui.state.on_screen import Shown
from ui.state.own_network import own_network
from ui.widgets.ink_link import link_to


def show_downloads(shown: Shown) -> None:
    """Offer the chosen digit as a picture and as numbers, and all of them as a link."""
    label, icon = _("Take it with you"), ":material/ios_share:"
    menu = st.popover(label, icon=icon, width="stretch", key="take", on_change="rerun")
    if menu.open:  # files that nobody looks at are not made, after every stroke
        with menu, st.container(width=280):
            _show_files(shown)


def _show_files(shown: Shown) -> None:
    _save(_("The picture (PNG)"), as_png(shown.digit), "digit.png", "image")
    _save(_("The 784 numbers (.npy)"), as_npy(shown.digit), "digit.npy", "data_array")
    st.code(link_to(shown.digits), language=None)
    if own_network():
        st.caption(_("Whoever opens this link sees what our network answers, not what yours does."))


def _save(label: str, file: bytes, name: str, icon: str) -> None:
    icon = f":material/{icon}:"
    st.download_button(label, file, name, on_click="ignore", icon=icon, width="stretch")


def as_png(preparation: Preparation) -> bytes:
    """Return what the network reads as a PNG of 28×28 greys, dark on white."""
    return png(255 - greys_of(preparation))


def as_npy(preparation: Preparation) -> bytes:
    """Return what the network reads as NumPy stores it: (784,) float32, 0 paper to 1 ink."""
    file = io.BytesIO()
    np.save(file, preparation.pixels.ravel())
    return file.getvalue()
