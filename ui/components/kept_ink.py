"""The drawing kept in the tab's sessionStorage: a page that is opened by its address begins with it."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.components.report import reported

_mount = st.components.v2.component(
    "gates_to_digits.ink",
    html="<span hidden></span>",
    js=(Path(__file__).parent / "kept_ink.js").read_text(encoding="utf-8"),
)


def keep_ink(key: str, ink: str | None, take_over: Callable[[object], None]) -> None:
    """Keep a drawing in the browser's tab.

    Parameters
    ----------
    key : str
        Its key, another one on each page.
    ink : str or None
        The drawing as an address holds it, empty for a blank paper; None asks for what the tab holds.
    take_over : callable
        Takes what the tab held: whatever it is, for it comes from outside.
    """
    _mount(key=key, data={"ink": ink}, height=1, on_found_change=lambda: take_over(reported(key, "found")))
