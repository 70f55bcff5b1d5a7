"""How wrong is an answer? Ten bars, the right one under a slider, and both losses."""

from typing import Any

import numpy as np
import streamlit as st

from nncore import Array, cross_entropy_error, predict, read_only, sum_squared_error
from ui.address import bound, parameter, put, value_of
from ui.figures.learning_charts import entropy_curve
from ui.language import _
from ui.state.own_network import network_in_use
from ui.theme import current_theme
from ui.widgets.bars import show_bars
from ui.widgets.chart import show_plot
from ui.widgets.controls import choose_view
from ui.widgets.live import Live
from ui.widgets.my_digit import my_digit

ANSWERS = {
    "first": read_only(np.array([0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0])),
    "second": read_only(np.array([0.1, 0.05, 0.1, 0, 0.05, 0.1, 0, 0.6, 0, 0])),
}
"""What a network says in section 4.2 of the book."""


def how_wrong() -> Live:
    """Show one answer and its sum of squares."""
    y, t = _answer()
    squares = sum_squared_error(y, t)
    show_bars(y, right=t)
    st.metric(_("Sum of squares"), f"{squares:.6g}")
    return Live(
        values=_values(y, t),
        done={"push-down": pushed_down(float(y[t]), squares)},
        code=[sum_squared_error],
    )


def pushed_down(p: float, squares: float) -> bool | str:
    """Return whether the sum of squares is nearly 0, or what helps."""
    if p >= 0.9 and squares < 0.01:
        return True
    return "not-enough" if p > 0.5 else False


def cross_entropy() -> Live:
    """Show one answer and its cross-entropy, on the curve on which it lies."""
    y, t = _answer()
    p, entropy = float(y[t]), cross_entropy_error(y, t)
    if choose_view("loss", "entropy_view") == "bars":
        show_bars(y, right=t)
    else:
        alt = _("Cross-entropy against the probability of the right answer; now {entropy} at {p}.")
        alt = alt.format(entropy=f"{entropy:.3f}", p=f"{p:.3f}")
        plot = entropy_curve(current_theme(), p, sum_squared_error(y, t), entropy, alt)
        show_plot(plot, "entropy_curve", _("Cross-entropy"))
    st.metric(_("Cross-entropy"), f"{entropy:.6f}")
    return Live(values=_values(y, t), code=[cross_entropy_error])


def _values(y: Array, t: int) -> dict[str, object]:
    """Return what the words say of an answer."""
    return {
        "right_digit": t,
        "right_share": f"{y[t]:.3g}",
        "squares": f"{sum_squared_error(y, t):.4f}",
        "entropy": f"{cross_entropy_error(y, t):.4f}",
    }


def _answer() -> tuple[Array, int]:
    """Let the learner choose an answer, the right digit, and its probability."""
    look: dict[str, Any] = {"required": True, "wrap": True, "on_change": put, "args": ("loss",)}
    look["kwargs"] = {"right": None}  # another answer has another probability
    said = str(st.pills(_("The network says"), **bound("loss", "said"), **look))
    t = int(str(st.pills(_("Right would be"), **bound("loss", "meant"), **look)))
    y = ANSWERS[said] if said in ANSWERS else predict(network_in_use(), my_digit()).astype(np.float64)
    p = value_of("loss", "right")
    st.session_state.probability = round(float(y[t]), 2) if p is None else p
    limits = parameter("loss", "right").kind.widget()
    st.slider(_("Probability of the right answer"), **limits, key="probability", on_change=_take_probability)
    return (y if p is None else _with(y, t, p)), t


def _take_probability() -> None:
    put("loss", right=st.session_state.probability)


def _with(y: Array, t: int, p: float) -> Array:
    """Return an answer with another probability of the right one; the others share what is left."""
    rest = np.where(np.arange(10) == t, 0, y)
    rest = rest / rest.sum() * (1 - p) if rest.sum() > 0 else rest
    return np.where(np.arange(10) == t, p, rest)
