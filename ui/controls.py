"""Controls that several pages use: sliders that the address remembers, buttons that set them."""

from collections.abc import Mapping

import streamlit as st

from ui.figures.activations import LABELS


def remembered_slider(
    label: str, low: float, high: float, value: float, key: str, step: float = 0.1
) -> float:
    """Show a slider that the address remembers, and return its value."""
    return float(st.slider(label, low, high, value, step, key=key, bind="query-params"))


def choose_activation(value: str, key: str) -> str:
    """Let the learner choose one activation; the address remembers it."""
    chosen = st.pills(
        "Activation h",
        list(LABELS),
        default=value,
        format_func=LABELS.__getitem__,
        key=key,
        bind="query-params",
        required=True,
        wrap=True,
    )
    return str(chosen)


def recall(settings: Mapping[str, object]) -> None:
    """Set controls to given values, as a button's callback."""
    for key, value in settings.items():
        st.session_state[key] = value


def presets(choices: Mapping[str, Mapping[str, object]]) -> None:
    """Show a row of buttons, each of which sets some controls."""
    with st.container(horizontal=True, gap="small"):
        for name, settings in choices.items():
            st.button(name, on_click=recall, args=(settings,))
