"""A row of buttons, one of which is current: a choice that leaves the arrow keys to the page."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from ui.components.markup import Safe, css, style
from ui.theme import Theme

FORCED = css("outline:2px solid transparent; outline-offset:-5px")
"""A frame that is seen only where the system sets all colours: there no outline is transparent."""


def pick(
    key: str,
    options: Mapping[str, str],
    current: str,
    action: Callable[[str], None],
    look: Safe,
    width: Literal["content", "stretch"] = "content",
) -> None:
    """Show a row of buttons, one of which is current and gets its own CSS.

    They are buttons, not a segmented control: that one swallows the arrow keys once it has the focus.
    """
    if current in options:
        style(css(".st-key-$key-$current button { $look }", key=key, current=current, look=look))
    with st.container(horizontal=True, gap="xsmall", key=key, width=width):
        for value, text in options.items():
            st.button(text, key=f"{key}-{value}", on_click=action, args=(value,))


def now_style(theme: Theme) -> Safe:
    """Return the CSS of what is happening now, under the pointer too, where a button has its own colours."""
    return css(
        "background:$marker !important; border-color:$marker; color:$ink !important; $forced",
        forced=FORCED,
        marker=theme.highlight,
        ink=theme.on_highlight,
    )
