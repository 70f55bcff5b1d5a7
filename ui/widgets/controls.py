"""Controls that several pages use: sliders that the address remembers, buttons that set them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import streamlit as st

from ui.address import bound, parameter
from ui.language import N_, _

NARROW = 98
"""The width of a slider of which three fit a phone, in pixels."""


def remembered_slider(
    label: str, page: str, name: str, step: float = 0.1, width: int | Literal["stretch"] = NARROW
) -> float:
    """Show a slider that the address remembers, and return its value."""
    return float(st.slider(label, **bound(page, name), step=step, width=width))


def beside_each_other(labels: Mapping[str, str], page: str) -> list[float]:
    """Show sliders that the address remembers in a row, by their names and labels: three on a phone."""
    with st.container(horizontal=True):
        return [remembered_slider(label, page, name) for name, label in labels.items()]


def chips(label: str, page: str, name: str) -> object:
    """Let the learner choose one of a few; the address remembers it. On a phone they stand in rows."""
    return st.pills(label, **bound(page, name), required=True, wrap=True)


def choose_view(key: str, views: Sequence[str], label: str = N_("Show")) -> str:
    """Let the learner choose what is shown, of which the first is shown at first; the visit remembers it.

    Parameters
    ----------
    key : str
    views : sequence of str
        English words that `N_` marks: their translations are on the screen.
    label : str, optional
        English, too.
    """
    look: dict[str, Any] = {"format_func": _, "required": True, "persist_state": "session"}
    return str(st.segmented_control(_(label), views, default=views[0], key=key, **look) or views[0])


def untouched(page: str, *names: str) -> bool:
    """Whether settings are as the page has them at first: then nobody waits for a hint yet."""
    defaults = ((st.session_state.get(name), parameter(page, name).default) for name in names)
    return all(value in (None, default) for value, default in defaults)


def recall(settings: Mapping[str, object]) -> None:
    """Set controls to given values, as a button's callback."""
    st.session_state.update(settings)


def presets(choices: Mapping[str, Mapping[str, object]]) -> None:
    """Show a row of buttons, each of which sets some controls."""
    with st.container(horizontal=True, gap="small"):
        for name, settings in choices.items():
            st.button(name, on_click=recall, args=(settings,))
