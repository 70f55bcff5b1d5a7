"""Reset: a page goes back to its start values at the press of a button, and another one undoes that.

A page says by `resettable` what its widgets hold at first, where the table of settings does not say it. What
it remembers (`ui.session`) and the guesses made on it go too; marks and answers to checks stay.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ui.address import starts
from ui.language import _
from ui.lessons import pages
from ui.session import key_of, state_of
from ui.texts import lesson
from ui.work import forget

GONE = object()
"""In place of a start value: what is kept under this key goes."""
Undo = Callable[[], None]


@dataclass
class ResetState:
    """What is remembered.

    Attributes
    ----------
    page : str
        The page that is shown, or was last.
    start : mapping
        What its widgets hold at first, by their keys.
    clear : callable, optional
        Resets what no widget holds, such as the paper, and returns what undoes that.
    undo : callable, optional
        What brings back all that the last reset took.
    """

    page: str = ""
    start: Mapping[str, object] = field(default_factory=dict)
    clear: Callable[[], Undo] | None = None
    undo: Undo | None = None


def _state() -> ResetState:
    return state_of("reset", ResetState)


def resettable(
    page: str, start: Mapping[str, object] | None = None, clear: Callable[[], Undo] | None = None
) -> None:
    """Note how a page is reset; see `ResetState`."""
    state = _state()
    if state.page != page:
        state.undo = None
    state.page, state.start, state.clear = page, starts(page) | dict(start or {}), clear


def reset_button(page: str) -> None:
    """Show the button that resets a page, and after that the one that brings back what was there."""
    if page not in pages() and not starts(page):
        return
    words = _("Put this page back to its start values")
    icon = ":material/restart_alt:"
    st.button(_("Reset this page"), "reset", icon=icon, help=words, on_click=_reset, args=(page,))
    if _state().page == page and _state().undo:
        st.button(_("Undo reset"), key="undo-reset", icon=":material/undo:", on_click=_bring_back)


def _reset(page: str) -> None:
    state = _state()
    if state.page != page:
        return
    sections = lesson(page).sections if page in pages() else ()
    guesses = [f"guessed {part.title}" for section in sections for part in section.of("predict")]
    start = {**state.start, **dict.fromkeys([*guesses, key_of(page)], GONE)}
    before = {key: st.session_state[key] for key in start if key in st.session_state}
    undo_clear = state.clear() if state.clear else None
    _put({key: start[key] for key in before})

    def undo() -> None:
        _put(before)
        if undo_clear:
            undo_clear()

    state.undo = undo


def _bring_back() -> None:
    state = _state()
    if state.undo:
        state.undo()
    state.undo = None


def _put(values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if value is not GONE:
            st.session_state[key] = value
        elif key.startswith("work_"):
            forget(key.removeprefix("work_"))
        else:
            del st.session_state[key]
