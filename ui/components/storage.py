"""A text that the browser keeps: as long as the tab is open, or beyond the visit. Nobody else has it."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.components.report import reported

_mount = st.components.v2.component(
    "gates_to_digits.storage",
    html="<span hidden></span>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def keep(
    name: str, text: str, take: Callable[[str, bool], None], *, told: bool, lasts: bool, key: str = ""
) -> None:
    """Keep a text in the browser, or take what it holds.

    Parameters
    ----------
    name : str
        What it is called there.
    text : str
        The text, empty for none.
    take : callable
        Takes the text that the browser holds, which comes from outside, and whether it keeps anything. It is
        called again when another tab has changed what lasts.
    told : bool
        Whether this visit knows what the browser held: until then nothing is written over that.
    lasts : bool
        Whether it is kept beyond the visit.
    key : str
        The component's key, another one on each page where that matters.
    """
    data = {"name": f"gates-to-digits {name}", "text": text, "told": told, "lasts": lasts}
    key = key or f"{name} in the browser"

    def found() -> None:
        report = reported(key, "found")
        if isinstance(report, dict) and isinstance(report.get("text"), str):
            take(report["text"], report.get("kept") is True)

    _mount(key=key, data=data, height=1, on_found_change=found)
