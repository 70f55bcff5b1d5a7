"""What is a percentage worth? The same answers, counted in parts: how far does chance go?"""

import math

import streamlit as st

from nncore import accuracy_in_parts
from ui.address import bound, value_of
from ui.address.settings import PARTS
from ui.figures.curves import parts_chart
from ui.numbers import share
from ui.state.own_network import name_in_use, reading_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_chart
from ui.widgets.live import Live


def what_you_can_do() -> Live:
    """Show the share of right answers in each part of the test images, of a size that one chooses."""
    st.segmented_control("Images in a part", **bound("evaluate", "counted"), required=True)
    size, reading = value_of("evaluate", "counted"), reading_in_use()
    shares = accuracy_in_parts(reading, size)
    fewest = accuracy_in_parts(reading, min(PARTS)).min()
    st.markdown(
        f"Parts of {PARTS[size]} images, read by {name_in_use()}: from **{share(shares.min())}** to "
        f"**{share(shares.max())}** right"
    )
    show_chart(
        parts_chart(current_theme(), shares, math.floor(10 * fewest) / 10),
        f"The share of right answers in each part of {PARTS[size]} images",
        "Shares in parts",
        lambda: {"part": range(1, len(shares) + 1), "share right": shares},
    )
    return Live(code=[accuracy_in_parts])
