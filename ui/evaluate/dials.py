"""The sliders and switches that push the test set out of shape, and the button that sets all of them back."""

import streamlit as st

from nncore import Distortion
from ui.address import bound
from ui.evaluate.measuring import DIALS, Dial


def choose_distortion() -> Distortion:
    """Show the sliders and switches, and return the distortion that they mean."""
    with st.container(horizontal=True):
        for dial in DIALS:
            _slider(dial)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        inverted = st.toggle("Invert", **bound("evaluate", "push_inverted"))
        st.toggle("Prepare again as MNIST", **bound("evaluate", "prepared"))
        st.button("Reset", icon=":material/restart_alt:", on_click=_reset)
    values = {dial.field: float(st.session_state[dial.key]) for dial in DIALS}
    return Distortion(**values, inverted=inverted)


def _slider(dial: Dial) -> None:
    st.slider(
        dial.label,
        **bound("evaluate", dial.key),
        step=dial.step,
        format=dial.format,
        on_change=_show_curve_over,
        args=(dial.field,),
        width=152,
    )


def _show_curve_over(field: str) -> None:
    st.session_state.curve = field


def _reset() -> None:
    for dial in DIALS:
        st.session_state[dial.key] = dial.rest
    st.session_state.push_inverted = st.session_state.prepared = False
