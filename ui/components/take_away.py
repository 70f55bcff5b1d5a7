"""Take away: the pictures and tables that stand on a page, saved from what the browser shows already."""

from pathlib import Path

import streamlit as st

from ui.components.markup import css, style

HERE = Path(__file__)
AS_HIGH_AS_ITS_ROWS = """
:has(> .st-key-take-away-rows-beat), .st-key-take-away-rows-beat {
  flex: none !important; height: auto !important; max-height: 360px
}
"""
"""A beat has few; what a whole page has is more than the window holds, and stands above the button."""

_mount = st.components.v2.component(
    "gates_to_digits.take_away",
    html='<div class="list" role="group" aria-label="Pictures and tables of this page"></div>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def take_away_button(page: str, place: str) -> None:
    """Show the button that lists them; nothing is gathered before it is pressed.

    Parameters
    ----------
    page : str
        How the names of the files begin.
    place : str
        Where the button stands; it can stand in more than one place.
    """
    menu = st.popover("Take away", icon=":material/download:", key=f"take-away-{place}")
    with menu.container(height=360, border=False, key=f"take-away-rows-{place}"):
        style(css(AS_HIGH_AS_ITS_ROWS))
        _mount(key=f"take-away-list-{place}", data={"page": page or "start"})
