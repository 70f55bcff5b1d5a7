"""The curves of the activation functions, with their values and slopes at one x."""

import streamlit as st

from nncore import ACTIVATIONS, sigmoid
from ui.activations.tables import values_table
from ui.address import bound
from ui.figures.activation_charts import LABELS, activation_curves, curve_columns
from ui.numbers import rounded
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import remembered_slider, untouched
from ui.widgets.lesson import Live
from ui.widgets.predict_first import predict

SHARP = 0.99
HALF_A_PHONE = 150


def curves() -> Live:
    """Show the chosen curves, and what they answer to the chosen x."""
    picture, beside = st.columns([3, 2], gap="medium")
    with picture:
        with st.container(horizontal=True):
            x = remembered_slider("x", "activations", "x", width=HALF_A_PHONE)
            k = remembered_slider("Sharpness k", "activations", "k", 0.5, width=HALF_A_PHONE)
        place = st.container()
    with beside:
        names = st.pills("Curves", **bound("activations", "curves"), selection_mode="multi", wrap=True)
        values = st.container()
        with st.popover("Range drawn", icon=":material/arrow_range:"):
            limits = st.slider("Range of x", **bound("activations", "range"), step=0.5)
    with place:
        guess = predict("around-the-middle", (k, x), {"x": rounded(x), "sigmoid_side": side(x)})
        if not names:
            st.info("Choose a curve to see it.", icon=":material/show_chart:")
        elif guess:
            _show(names, x, k, limits)
    if names:
        with values:
            st.caption(f"With k = {rounded(k)}, at x = {rounded(x)}:")
            st.markdown(values_table(names, k, x, known=bool(guess)))
    show_code(*(ACTIVATIONS[name] for name in names), key="curves")
    return Live(
        values={"sigmoid_0": float(sigmoid(0)), "sigmoid_now": float(sigmoid(k * x))},
        done={"sharp": False if untouched("activations", "k") else sharp(names, x, k)},
        mistakes={"sigmoid-of-zero": {"step": 0, "exponent": 1}},
        revealed=bool(guess),
    )


def side(x: float) -> str:
    """Return on which side of 0.5 the sigmoid answers."""
    return "above 0.5" if x > 0 else "below 0.5" if x < 0 else "exactly 0.5"


def sharp(names: list[str], x: float, k: float) -> bool | str:
    """Return whether the sigmoid looks like a step at 1, or what helps."""
    if "sigmoid" not in names:
        return "sigmoid-hidden"
    if 0 < x <= 1 and sigmoid(k * x) > SHARP:
        return True
    return "not-sharp" if x == 1 else "not-at-one"


def _show(names: list[str], x: float, k: float, limits: tuple[float, float]) -> None:
    alt = f"Curves with tangents at x = {x:g}: {', '.join(LABELS[name] for name in names)}"
    chart = activation_curves(current_theme(), names, k, x, limits, alt)
    show_plot(chart, "plot-curves", "Curves", lambda: curve_columns(names, k, limits))
    if not limits[0] <= x <= limits[1]:
        st.caption(f"x = {rounded(x)} lies outside the range that is drawn.")
