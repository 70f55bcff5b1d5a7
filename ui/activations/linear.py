"""Why an activation must bend: three neurons in a row whose h is the identity are one line."""

import numpy as np
import streamlit as st

from nncore import Array, chain, one_line
from ui.figures.activation_charts import LABELS, POINTS, chain_chart
from ui.language import _
from ui.numbers import factor
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import beside_each_other, chips, untouched
from ui.widgets.guess import ask_guess, choice
from ui.widgets.live import Live

BIASES = (1.0, 2.0, 0.5)
"""The fixed biases of the three neurons."""
SETTINGS = ("c1", "c2", "c3", "ch")
IDENTITY = "identity_function"


def why_bend() -> Live:
    """Show what each of the three neurons answers, over the one line that they may be."""
    h = str(chips(_("Activation h"), "activations", "ch"))
    labels = {f"c{n}": _("Weight of neuron {n}").format(n=n) for n in (1, 2, 3)}
    weights = beside_each_other(labels, "activations")
    straight = is_straight(h, weights)
    revealed = ask_guess(
        "still-a-line", (h, *weights), {"still_a_line": choice("still-a-line", int(not straight))}
    )
    if revealed:
        alt = _("What each of three neurons answers, over the line without bends")
        chart = chain_chart(current_theme(), h, weights, BIASES, alt)
        show_plot(chart, "plot-chain", _("Answers of the three"), 20)
        st.markdown(f"${_written_out(h, weights)}$")
    return Live(
        values={"activation": _(LABELS[h])},
        seen=["one-line" if h == IDENTITY else "hidden-bend" if straight else "bent"],
        done={"leave-the-band": False if untouched("activations", *SETTINGS) else left_band(h, weights)},
        revealed=revealed,
        code=[chain, one_line],
    )


def _answers(h: str, weights: list[float]) -> Array:
    """Return what the third neuron answers over what is drawn."""
    return chain(h, weights, BIASES, POINTS)[-1]


def is_straight(h: str, weights: list[float]) -> bool:
    """Whether the answer is one straight line over what is drawn."""
    y = _answers(h, weights)
    return bool(np.allclose(y, np.interp(POINTS, POINTS[[0, -1]], y[[0, -1]])))


def left_band(h: str, weights: list[float]) -> bool | str:
    """Return whether the answer leaves the pale band by a bend, or what helps."""
    if h == IDENTITY:
        return "still-identity"
    y = _answers(h, weights)
    slope, intercept = one_line(weights, BIASES)
    leaves = not np.allclose(y, slope * POINTS + intercept, rtol=0, atol=1e-6)
    return (leaves and not is_straight(h, weights)) or "flat"


def _written_out(h: str, weights: list[float]) -> str:
    """Write the chain out; it is set inline, so that on a phone it breaks at its plus signs."""
    w1, w2, w3 = map(factor, weights)
    if h != IDENTITY:
        return rf"y = h({w3}\,h({w2}\,h({w1}\,x + 1) + 2) + 0.5)"
    slope, intercept = one_line(weights, BIASES)
    line = rf"{slope + 0.0:.4g}\,x {intercept + 0.0:+.4g}"
    return rf"{w3}\,({w2}\,({w1}\,x + 1) + 2) + 0.5 = {line}"
