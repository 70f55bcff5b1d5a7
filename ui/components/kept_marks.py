"""Marks kept in the browser: what it holds is read once a visit, and from then on written."""

import json
from contextlib import suppress

from ui.components.storage import keep
from ui.state.marks import known, marks, marks_state


def keep_marks() -> None:
    """Keep the marks in the visitor's browser, and take over those of earlier visits."""
    done = sorted(marks())
    text = json.dumps(done, separators=(",", ":")) if done else ""
    keep("marks", text, _take_over, told=marks_state().kept is not None, lasts=True)


def are_kept() -> bool:
    """Whether the browser keeps marks beyond this visit; until it says otherwise, it does."""
    return marks_state().kept is not False


def _take_over(text: str, kept: bool) -> None:
    """Add what the browser held before this visit; later, do as another of its tabs did."""
    state, names = marks_state(), None
    with suppress(ValueError, RecursionError):
        names = json.loads(text)
    before = state.done if state.kept is None else frozenset()
    state.done, state.kept = before | known(names), kept
