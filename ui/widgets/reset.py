"""Reset: a page goes back to its start values at the press of a button, and another one undoes that.

A page says by `resettable` what its widgets hold at first; what its address holds besides, what it remembers
(`ui.state.of_page`) and the guesses that were made on it go too. Marks and answers to checks stay.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ui.address import rewrite, settings_but, starts
from ui.lessons import pages
from ui.resources import lesson
from ui.state.of_page import key_of, state_of
from ui.work import forget

GONE = object()
"""In place of a start value: what is kept under this key goes."""
Undo = Callable[[], None]


@dataclass(frozen=True)
class Besides:
    """What a page resets that is no widget's, such as the paper.

    Attributes
    ----------
    clear : callable
        Resets it, and returns what undoes that.
    is_clear : callable
        Whether it is as after a reset.
    """

    clear: Callable[[], Undo]
    is_clear: Callable[[], bool]


@dataclass
class ResetState:
    """What is remembered.

    Attributes
    ----------
    page : str
        The page that is shown, or was last.
    start : mapping
        What its widgets hold at first, by their keys.
    also : Besides, optional
        What to reset besides.
    undo : callable, optional
        What brings back all that the last reset took; None once something was changed since.
    """

    page: str = ""
    start: Mapping[str, object] = field(default_factory=dict)
    also: Besides | None = None
    undo: Undo | None = None


def _state() -> ResetState:
    return state_of("reset", ResetState)


def resettable(page: str, start: Mapping[str, object] | None = None, also: Besides | None = None) -> None:
    """Note how a page is reset.

    Parameters
    ----------
    page : str
    start : mapping, optional
        What its widgets hold at first, by their keys; by default what `ui.address.starts` says.
    also : Besides, optional
    """
    state = _state()
    if state.page != page:
        state.undo = None
    state.page, state.start, state.also = page, starts(page) if start is None else start, also


def reset_button(page: str, place: str) -> None:
    """Show the button that resets a page, or after that the one that brings back what was there.

    Parameters
    ----------
    page : str
    place : str
        Where the button stands; it can stand in more than one place.
    """
    if page not in pages() and not starts(page):
        return
    state = _state()
    if state.page == page and state.undo and _is_at_start(state):
        icon = ":material/undo:"
        st.button("Undo reset", key=f"undo-reset-{place}", icon=icon, on_click=_bring_back)
    else:
        icon, words = ":material/restart_alt:", "Put this page back to its start values"
        st.button("Reset", key=f"reset-{place}", icon=icon, help=words, on_click=_reset, args=(page,))


def end_undo() -> None:
    """Redraw the page with Reset again once something was changed: an undo would take that away."""
    state = _state()
    if state.undo and not _is_at_start(state):
        state.undo = None
        st.rerun()


def _is_at_start(state: ResetState) -> bool:
    """Whether the page stands as after a reset, but for what it remembers besides."""
    held = st.session_state
    start = _widgets_and_guesses(state)
    return (
        all(held[key] == value for key, value in start.items() if key in held and key[:5] != "work_")
        and not _unbound(state.page, start)
        and (state.also is None or state.also.is_clear())
    )


def _widgets_and_guesses(state: ResetState) -> dict[str, object]:
    guesses = (f"guessed {part.title}" for beat in _beats(state.page) for part in beat.of("predict"))
    return {**state.start, **dict.fromkeys(guesses, GONE)}


def _reset(page: str) -> None:
    state = _state()
    if state.page != page:
        return
    start = {**_widgets_and_guesses(state), key_of(page): GONE}
    before = {key: st.session_state[key] for key in start if key in st.session_state}
    elsewhere = _unbound(page, start)
    undo_also = state.also.clear() if state.also else None
    _put({key: start[key] for key in before})
    rewrite(page, dict.fromkeys(elsewhere, ()))

    def undo() -> None:
        _put(before)
        rewrite(page, elsewhere)
        if undo_also:
            undo_also()

    state.undo = undo


def _bring_back() -> None:
    state = _state()
    if state.undo and _is_at_start(state):
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


def _unbound(page: str, start: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the settings in the address that no widget keeps there."""
    found: dict[str, list[str]] = {}
    for name, text in settings_but(page, "only"):
        if name not in start and name not in ("predict", "own", "ink"):
            found.setdefault(name, []).append(text)
    return found


def _beats(page: str) -> Any:
    return lesson(page).beats if page in pages() else ()
