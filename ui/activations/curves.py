"""What an activation function makes of a sum: the step, the sigmoid beside it, ReLU and how steep all are."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from nncore import ACTIVATIONS, relu, sigmoid, step_function, value_and_slope
from ui.address import bound
from ui.figures.activation_charts import LABELS, activation_curves
from ui.figures.book_curves import book_curves
from ui.language import _
from ui.numbers import rounded
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.guess import ask_guess, choice
from ui.widgets.live import Live
from ui.widgets.table import show_table

PRINTED_WIDTH, PRINTED_HEIGHT = 640, 240
"""The size of the book's three curves, in pixels."""


def after_the_sum() -> Live:
    """Show the step, and what it answers to a sum."""
    _show(["step_function"], _choose_sum())
    return Live(code=[step_function])


def soft_step() -> Live:
    """Show the sigmoid beside the step, and what both answer to a sum."""
    a = _choose_sum()
    side = choice("around-the-middle", int(np.sign(a)) + 1)
    revealed = ask_guess("around-the-middle", a, {"a": rounded(a), "sigmoid_side": side})
    if revealed:
        _show(["step_function", "sigmoid"], a)
    return Live(revealed=revealed, code=[sigmoid, step_function])


def relu_and_slopes() -> Live:
    """Show the curves that are chosen, with what each answers to a sum, and its slope there."""
    names = st.pills(_("Curves"), **bound("activations", "curves"), selection_mode="multi", wrap=True)
    a = _choose_sum()
    if names:
        _show([name for name in LABELS if name in names], a, slopes=True)
    else:
        st.info(_("Choose a curve to see it."), icon=":material/show_chart:")
    _as_printed()
    return Live(code=[ACTIVATIONS[name] for name in names] or [relu])


def _as_printed() -> None:
    """Show the curves as the book prints them, once somebody asks."""
    menu = st.popover(
        _("As the book prints them"),
        icon=":material/menu_book:",
        type="tertiary",
        on_change="rerun",
        key="printed",
    )
    with menu.container(width=PRINTED_WIDTH, height=PRINTED_HEIGHT, border=False):  # known before its content
        if menu.open:
            alt = _("Step, sigmoid and ReLU for sums from −5 to 5, as in the book.")
            st.pyplot(book_curves(current_theme()), alt=alt)


def _choose_sum() -> float:
    return float(st.slider(_("Sum a"), **bound("activations", "x")))


def _show(names: Sequence[str], a: float, *, slopes: bool = False) -> None:
    names_now = ", ".join(_(LABELS[name]) for name in names)
    alt = _("Curves, read at the sum {a}: {names}").format(a=f"{a:g}", names=names_now)
    chart = activation_curves(current_theme(), names, a, alt, slopes=slopes)
    show_plot(chart, "plot-curves", _("Curves"), 17 if slopes else 19)
    values, steep = zip(*(value_and_slope(name, a) for name in names), strict=True)
    rows = [(f"h({rounded(a)})", *(rounded(value, 4) for value in values))]
    if slopes:
        rows.append((_("slope"), *(_("none") if slope is None else rounded(slope, 4) for slope in steep)))
    show_table(("h", *(_(LABELS[name]) for name in names)), rows)
