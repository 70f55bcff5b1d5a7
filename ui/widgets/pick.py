"""A row of buttons, one of which is current: a choice that leaves the arrow keys to the page."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from ui.components.markup import css, style

NOW = """
.st-key-$key-$current button {background: var(--highlight) !important; border-color: var(--highlight);
  color: var(--on-highlight) !important; outline: 2px solid transparent; outline-offset: -5px}
"""
"""Its outline is seen only where the system sets all colours: there none is transparent."""


def pick(
    key: str,
    options: Mapping[str, str],
    current: str,
    action: Callable[[str], None],
    width: Literal["content", "stretch"] = "content",
) -> None:
    """Show a row of buttons, one of which is current and lies under the highlighter.

    They are buttons, not a segmented control: that one swallows the arrow keys once it has the focus.
    """
    if current in options:
        style(css(NOW, key=key, current=current))
    with st.container(horizontal=True, gap="xsmall", key=key, width=width):
        for value, text in options.items():
            st.button(text, key=f"{key}-{value}", on_click=action, args=(value,))
