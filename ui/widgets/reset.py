"""Reset: one button takes a page back to its start values, and another undoes that.

The start values are those of the table of settings. What a page remembers (`ui.session`) and the guesses made
on it go too; marks and answers to checks stay.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui.address import own_settings
from ui.language import _
from ui.lessons import pages
from ui.session import key_of, state_of
from ui.texts import lesson

Undo = Callable[[], None]


@dataclass
class ResetState:
    """How the page is reset, and how that is undone.

    Attributes
    ----------
    page : str
        The page that is shown, or was last.
    clear : callable, optional
        Resets what no widget holds, such as the paper, and returns what undoes that.
    undo : callable, optional
        Undoes the last reset.
    """

    page: str = ""
    clear: Callable[[], Undo] | None = None
    undo: Undo | None = None


def _state() -> ResetState:
    return state_of("reset", ResetState)


def resettable(page: str, clear: Callable[[], Undo] | None = None) -> None:
    """Note how a page is reset; see `ResetState`."""
    state = _state()
    if state.page != page:
        state.undo = None
    state.page, state.clear = page, clear


def reset_button(page: str) -> None:
    """Show the button that resets a page, and after that the one that brings back what was there."""
    if page not in pages() and not own_settings(page):
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
    rows, sections = own_settings(page), lesson(page).sections if page in pages() else ()
    made = [f"guessed {part.title}" for section in sections for part in section.of("predict")]
    remembered = [*made, key_of(page)]
    keys = [*remembered, *(row.key for row in rows)]
    before = {key: st.session_state[key] for key in keys if key in st.session_state}
    undo_clear = state.clear() if state.clear else None
    for key in remembered:
        st.session_state.pop(key, None)
    for row in rows:  # one by one: a gate's numbers start from the gate
        st.session_state[row.key] = row.start

    def undo() -> None:
        st.session_state.update(before)
        if undo_clear:
            undo_clear()

    state.undo = undo


def _bring_back() -> None:
    state = _state()
    if state.undo:
        state.undo()
    state.undo = None
