"""What there is to count in the network, and the way to every page, a card each."""

import streamlit as st

from ui.course import COURSE
from ui.resources import digit_network
from ui.widgets.lesson import Live


def counted() -> Live:
    """Tell how many neurons there are."""
    inputs, *layers = digit_network().sizes
    return Live(
        values={"neurons": sum(layers)},
        mistakes={
            "count-neurons": {"pixels-counted": inputs + sum(layers), "last-left-out": sum(layers[:-1])}
        },
    )


def way() -> None:
    """Show every page of the course as a card."""
    for first in range(1, len(COURSE), 3):
        for place, page in zip(st.columns(3), COURSE[first : first + 3], strict=False):
            with place.container(border=True, height="stretch"):
                st.page_link(page.file, label=f"**{page.title}**", icon=page.icon)
                st.markdown(f"*{page.question}*")
                st.caption(page.summary)
