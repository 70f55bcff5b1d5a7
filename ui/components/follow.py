"""Parts of a page that follow another one when they are looked at, and cost nothing before.

They stand in fragments of their own beside the one that they follow. It tells the browser what it shows
now, by a number that grows; a part that shows something older asks to be redrawn as soon as it is in view,
or nearly.
"""

from pathlib import Path

import streamlit as st

_mount = st.components.v2.component(
    "gates_to_digits.follow",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def tell(about: str, shown: int) -> None:
    """Tell the parts that follow what is shown now."""
    _mount(key=f"tell-{about}", data={"about": about, "shown": shown, "tells": True})


def follow(key: str, about: str, shown: int) -> None:
    """Let the fragment that shows this run again when it is looked at and something newer was told."""
    _mount(key=f"follow-{key}", data={"about": about, "shown": shown}, on_look_change=lambda: None)
