"""Controls that several pages use: sliders that the address remembers, buttons that set them."""

from collections.abc import Mapping

import streamlit as st

from ui.address import bound, settings_now
from ui.language import _

NARROW = 98
"""The width of a slider in pixels: three fit a phone."""


def beside_each_other(labels: Mapping[str, str], page: str) -> list[float]:
    """Show sliders that the address remembers, by their names, three in a row on a phone."""
    with st.container(horizontal=True):
        return [float(st.slider(label, **bound(page, name), width=NARROW)) for name, label in labels.items()]


def chips(label: str, page: str, name: str) -> object:
    """Let the learner choose one of a few options, which the address remembers."""
    return st.pills(label, **bound(page, name), required=True, wrap=True)


def choose_view(page: str, name: str) -> str:
    """Let the learner choose a view, which the address remembers."""
    return str(st.segmented_control(_("Show"), **bound(page, name), required=True))


def untouched(page: str, *names: str) -> bool:
    """Whether settings have their start values: then no hint is due yet."""
    return not {name for name, _text in settings_now(page)} & {*names}


def recall(settings: Mapping[str, object]) -> None:
    """Set controls to given values, as a button's callback."""
    st.session_state.update(settings)


def presets(choices: Mapping[str, Mapping[str, object]]) -> None:
    """Show a row of buttons, each of which sets some controls."""
    with st.container(horizontal=True, gap="small"):
        for name, settings in choices.items():
            st.button(name, on_click=recall, args=(settings,))
