"""Marks: the checks that a visitor has done, stored in the browser (`ui.components.kept_marks`).

The server holds them in the session only, and never writes or logs them.
"""

from dataclasses import dataclass

import streamlit as st

from ui.lessons import Question
from ui.session import state_of
from ui.texts import check_names, lesson


@dataclass
class MarksState:
    """What is known of the marks.

    Attributes
    ----------
    done : frozenset of str
        The names of the checks that are done.
    kept : bool, optional
        Whether the browser keeps them beyond this visit, once it has said so.
    """

    done: frozenset[str] = frozenset()
    kept: bool | None = None


def marks_state() -> MarksState:
    """Return what is known of this visitor's marks."""
    return state_of("marks", MarksState)


def marks() -> frozenset[str]:
    """Return the names of the checks that are done."""
    return marks_state().done


def mark(name: str) -> None:
    """Note that a check is done."""
    marks_state().done |= {name}


def known(report: object) -> frozenset[str]:
    """Return the names of checks in an untrusted report of the browser."""
    names = report if isinstance(report, list) else []
    return check_names() & {name for name in names if isinstance(name, str)}


def checks_of(page: str) -> tuple[Question, ...]:
    """Return the checks of a page, in order."""
    return tuple(check for section in lesson(page).sections for check in section.checks)


def progress(page: str) -> tuple[int, int]:
    """Return how many of the checks of a page are done, and how many there are."""
    names = {check.name for check in checks_of(page)}
    return len(names & marks()), len(names)


def forget_marks() -> None:
    """Forget all marks, and the answers that earned them."""
    for key in [key for key in st.session_state if str(key).startswith(("said-", "chosen-"))]:
        del st.session_state[key]
    marks_state().done = frozenset()
