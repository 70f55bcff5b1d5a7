"""Marks kept in the browser: what it holds is read once a visit, and from then on written."""

import json
from contextlib import suppress
from pathlib import Path

import streamlit as st

from ui.components.report import reported
from ui.state.marks import known, marks, marks_state

KEY = "marks in the browser"
_mount = st.components.v2.component(
    "gates_to_digits.kept_marks",
    html="<span hidden></span>",
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def keep_marks() -> None:
    """Keep the marks in the visitor's browser, and take over those of earlier visits."""
    done = sorted(marks())
    text = json.dumps(done, separators=(",", ":")) if done else ""
    data = {"text": text, "told": marks_state().kept is not None}
    _mount(key=KEY, data=data, height=1, on_found_change=_take_over)


def are_kept() -> bool:
    """Whether the browser keeps marks beyond this visit; until it says otherwise, it does."""
    return marks_state().kept is not False


def _take_over() -> None:
    """Add what the browser held before this visit, which may be anything; later, do as another tab did."""
    report, names = reported(KEY, "found"), None
    if not isinstance(report, dict):
        return
    with suppress(KeyError, TypeError, ValueError, RecursionError):
        names = json.loads(report["text"])
    state = marks_state()
    before = state.done if state.kept is None else frozenset()
    state.done, state.kept = before | known(names), report.get("kept") is True
