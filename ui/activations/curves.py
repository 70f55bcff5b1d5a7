"""The curves of the activation functions, with their values and slopes at one x."""

import streamlit as st

from nncore import ACTIVATIONS, value_and_slope
from ui.activations.tables import values_table
from ui.address import bound
from ui.figures.activations import LABELS, activation_curves
from ui.numbers import rounded
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.controls import presets, remembered_slider
from ui.widgets.number_guess import all_revealed

BOOK = {"range": (-5.0, 5.0), "k": 1.0, "at": 1.0}
PLOTS = {"Step": ["step_function"], "Sigmoid": ["sigmoid"], "ReLU": ["relu"], "All": list(LABELS)}


@st.fragment
def curves() -> None:
    """Show the chosen curves, and what they say to the chosen x."""
    st.caption("The lecture notes' plots")
    presets({name: BOOK | {"curves": shown} for name, shown in PLOTS.items()})
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        names = _choose_curves()
        x = remembered_slider("x", "activations", "at")
        k = remembered_slider("Sharpness k, for h(k·x)", "activations", "k", 0.5)
        limits = st.slider("Range of x", **bound("activations", "range"), step=0.5)
    if not names:
        picture.info("Choose a curve to see it.", icon=":material/show_chart:")
        return
    with picture:
        asked = {f"What is {LABELS[h]}({rounded(k * x)})?": value_and_slope(h, x, k)[0] for h in names}
        if all_revealed(asked, f"{k} {x}"):
            _show(names, x, k, limits)
    show_code(*(ACTIVATIONS[name] for name in names))


def _choose_curves() -> list[str]:
    return st.pills("Curves", **bound("activations", "curves"), selection_mode="multi", wrap=True)


def _show(names: list[str], x: float, k: float, limits: tuple[float, float]) -> None:
    alt = f"{', '.join(LABELS[name] for name in names)} as curves, with tangents at x = {x:g}"
    st.altair_chart(activation_curves(current_theme(), names, k, x, limits), alt=alt)
    if not limits[0] <= x <= limits[1]:
        st.caption(f"x = {rounded(x)} lies outside the range that is drawn.")
    st.markdown(f"With k = {rounded(k)}, at **x = {rounded(x)}**:")
    st.markdown(values_table(names, k, x))
    if x == 0:
        st.caption("At 0 the step jumps and ReLU has a corner: neither has a slope there.")
