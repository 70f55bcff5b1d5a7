"""The slope of a bend where a neuron stands, and the way back through one layer."""

import numpy as np
import streamlit as st

from nncore import ACTIVATIONS, SLOPES, numerical_diff, read_only, value_and_slope
from ui.address import bound, value_of
from ui.components.diagram import show_diagram
from ui.figures.activation_charts import LABELS
from ui.figures.layer_back import layer_back
from ui.figures.layer_table import written_pairs
from ui.figures.learning_charts import tangent
from ui.language import _
from ui.numbers import number, rounded
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import beside_each_other, chips
from ui.widgets.live import Live
from ui.widgets.table import show_table

SUMS = read_only(np.linspace(-6, 6, 121))
X, W = read_only(np.array([1.0, 2.0])), read_only(np.array([[1.0, 3.0, -2.0], [2.0, -1.0, 4.0]]))
"""What goes into the layer, and its weights: a row for each input, a column for each neuron."""


def bend_slope() -> Live:
    """Show the curve of an activation function, and its tangent where the neuron stands."""
    h = str(chips(_("Activation"), "backprop", "bh"))
    a = float(st.slider("a", **bound("backprop", "ba")))
    z, slope = value_and_slope(h, a)
    corner, slope = slope is None, slope or 0.0
    curve, top = ACTIVATIONS[h](SUMS), 6.0 if h == "relu" else 1.0
    ys = (-1.0, 0.0, 0.5, 1.0) if h == "tanh" else (0.0, top / 2, top)
    alt = _("The curve of {h} and its tangent at a = {a}: slope {slope}.")
    alt = alt.format(h=_(LABELS[h]), a=f"{a:g}", slope=f"{slope:.4f}")
    columns = {"a": SUMS, "z": curve, _("slope"): 1.0 * SLOPES[h](curve)}
    plot = tangent(current_theme(), columns, (a, z), slope, alt, ys)
    show_plot(plot, "bend", _("Activation and slope"))
    measured = numerical_diff(lambda place: float(ACTIVATIONS[h](place)), a)
    show_table(
        (_("the answer z"), _("its slope h′"), _("measured")), [[rounded(v, 4) for v in (z, slope, measured)]]
    )
    return Live(
        values={"bend_a": a, "bend_z": z, "bend_slope": slope},
        seen=["corner"] if corner else [],
        code=[SLOPES[h]],
    )


def back_layer() -> Live:
    """Show what comes back to three neurons, and what of it comes back to one of their inputs."""
    st.segmented_control(_("Input"), **bound("backprop", "back_input"), required=True)
    labels = {f"d{n}": _("to neuron {n}").format(n=n) for n in (1, 2, 3)}
    dA = np.array(beside_each_other(labels, "backprop"))
    i = int(value_of("backprop", "back_input")) - 1
    written = written_pairs(dA, W[i])
    alt = _("A layer of three neurons; what comes back to input {n}: {sum}").format(n=i + 1, sum=written)
    show_diagram(layer_back(current_theme(), W, dA, i, alt), "layer_back")
    dW = np.outer(X, dA)
    rows = [("dA", *map(number, dA))]
    rows += [(f"W[{row}]", *map(number, W[row])) for row in range(2)]
    rows += [(f"dW[{row}] = {number(X[row])} · dA", *map(number, dW[row])) for row in range(2)]
    show_table(("", *(_("neuron {n}").format(n=n) for n in (1, 2, 3))), rows, now=1 + i)
    return Live(values={"back_input": i + 1, "back_written": written})
