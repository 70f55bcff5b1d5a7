"""A text in the storage of the browser, kept as long as the tab is open or beyond the visit."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ui.components.report import reported
from ui.inside import RESTS

_mount = st.components.v2.component(
    "gates_to_digits.storage",
    html="<span hidden></span>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def keep(
    name: str, text: str, take: Callable[[str, bool], None], *, known: bool, lasts: bool, key: str = ""
) -> None:
    """Store a text in the browser, or take the one that it holds.

    Parameters
    ----------
    name : str
        Its name there.
    text : str
        The text, empty for none.
    take : callable
        Called with the text that the browser holds, which is untrusted, and whether it keeps anything; called
        again when another tab has changed a text that lasts.
    known : bool
        Whether this visit knows what the browser held; until then nothing is overwritten.
    lasts : bool
        Whether it is kept beyond the visit.
    key : str
        The key of the component.
    """
    data = {"name": f"gates-to-digits {name}", "text": text, "known": known, "lasts": lasts, "rests": RESTS}
    key = key or f"{name} in the browser"

    def found() -> None:
        report = reported(key, "found")
        if isinstance(report, dict) and isinstance(report.get("text"), str):
            take(report["text"], report.get("kept") is True)

    _mount(key=key, data=data, height=1, on_found_change=found)
