"""Marks in the storage of the browser: read once a visit, and written from then on."""

import json
from contextlib import suppress

from ui.components.storage import keep
from ui.state.marks import known, marks, marks_state


def keep_marks() -> None:
    """Keep the marks in the visitor's browser, and take over those of earlier visits."""
    done = sorted(marks())
    text = json.dumps(done, separators=(",", ":")) if done else ""
    keep("marks", text, _take_over, known=marks_state().kept is not None, lasts=True)


def are_kept() -> bool:
    """Whether the browser keeps marks beyond this visit: yes, until it says otherwise."""
    return marks_state().kept is not False


def _take_over(text: str, kept: bool) -> None:
    """Add the marks of earlier visits; later, take over those of another tab."""
    state, names = marks_state(), None
    with suppress(ValueError, RecursionError):
        names = json.loads(text)
    before = state.done if state.kept is None else frozenset()
    state.done, state.kept = before | known(names), kept
