"""What is a percentage worth? The same answers, counted in parts: how far does chance go?"""

import math

import streamlit as st

from nncore import accuracy_in_parts
from ui.address import bound, value_of
from ui.address.settings import PARTS
from ui.figures.curves import parts_chart
from ui.language import _
from ui.numbers import grouped, share
from ui.state.own_network import in_use, name_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.live import Live


def what_you_can_do() -> Live:
    """Show the share of right answers in each part of the test images, of a size that one chooses."""
    st.segmented_control(_("Images in a part"), **bound("evaluate", "counted"), required=True)
    size, reading = value_of("evaluate", "counted"), in_use().reading
    shares = accuracy_in_parts(reading, size)
    fewest = accuracy_in_parts(reading, min(PARTS)).min()
    text = _("Parts of {size} images, read by {network}: from **{least}** to **{most}** right")
    ends = {"least": share(shares.min()), "most": share(shares.max())}
    st.markdown(text.format(size=grouped(size), network=name_in_use(), **ends))
    alt = _("The share of right answers in each part of {size} images").format(size=grouped(size))
    chart = parts_chart(current_theme(), shares, math.floor(10 * fewest) / 10, alt)
    show_plot(chart, "parts", _("Shares in parts"), 19)
    return Live(code=[accuracy_in_parts])
