"""A neuron that weighs two signals and compares them with a threshold; a sum by hand."""

import streamlit as st

from nncore import Perceptron
from ui.address import bound
from ui.components.announce import announce
from ui.components.diagram import show_diagram
from ui.figures.gate_neurons import neuron_diagram
from ui.gates.neuron_controls import INPUTS_BY_ROW
from ui.gates.truth_table import show_threshold_table
from ui.language import _
from ui.numbers import number
from ui.state.chance import chance
from ui.theme import current_theme
from ui.widgets.controls import beside_each_other
from ui.widgets.live import Live


def weigh_and_decide() -> Live:
    """Show the neuron, its controls and its four answers; draw the weights of the sum by hand."""
    st.segmented_control(_("Input x1 x2"), **bound("gates", "signals"), required=True)
    labels = {"v1": _("weight of x1"), "v2": _("weight of x2"), "theta": _("threshold")}
    w1, w2, theta = beside_each_other(labels, "gates")
    row = str(st.session_state["signals"])
    x, neuron = INPUTS_BY_ROW[row], Perceptron((w1, w2), -theta)
    alt = _("A neuron with weights {w1} and {w2} and threshold {theta} answers {y} to {row}.").format(
        w1=number(w1), w2=number(w2), theta=number(theta), y=neuron(*x), row=row
    )
    show_diagram(neuron_diagram(current_theme(), neuron, x, alt, threshold=True), "weighing_diagram")
    show_threshold_table(neuron, list(INPUTS_BY_ROW).index(row))
    announce(alt, quiet=True)
    w1, w2 = (tenths / 10 for tenths in chance("weigh-by-hand").sample(range(2, 10), 2))
    return Live(
        values={"hand_w1": w1, "hand_w2": w2, "hand_sum": round(w1 + w2, 12)},
        mistakes={"weigh-by-hand": {"one-input": (w1, w2), "multiplied": w1 * w2}},
        code=[Perceptron.__call__],
    )
