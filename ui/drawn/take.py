"""Take it with you: the prepared drawing as a picture, as numbers, and as a link."""

import streamlit as st

from nncore import Preparation
from ui.drawn.files import as_npy, as_png
from ui.drawn.link import link_to
from ui.own_network import own_network


def show_take(preparation: Preparation) -> None:
    """Offer the prepared drawing in three forms."""
    menu = st.popover("Take it with you", icon=":material/ios_share:", width="stretch")
    with menu, st.container(width=280):
        st.download_button(
            "The picture (PNG)",
            as_png(preparation),
            "digit.png",
            "image/png",
            on_click="ignore",
            icon=":material/image:",
            width="stretch",
        )
        st.download_button(
            "The 784 numbers (.npy)",
            as_npy(preparation),
            "digit.npy",
            "application/octet-stream",
            on_click="ignore",
            icon=":material/data_array:",
            width="stretch",
        )
        st.code(link_to(preparation), language=None)
        st.caption(
            "Whoever opens this link sees this digit, but not your own network."
            if own_network()
            else "Whoever opens this link sees this digit and this answer."
        )
