"""XOR solved: two neurons draw a line each, a third asks for the band between them."""

import streamlit as st

from nncore import INPUTS, NAND, OR, PERCEPTRONS, TRUTH_TABLES, XOR
from ui.components.diagram import show_diagram
from ui.figures.gate_plane import Spot, two_layer_diagram
from ui.gates.neuron_controls import choose_again, choose_row, setting_now
from ui.gates.plane import show_plane
from ui.gates.single_neuron import spots
from ui.gates.truth_table import show_two_layer_table
from ui.source import show_code
from ui.theme import Theme, current_theme
from ui.widgets.lesson import Live, only_beat
from ui.widgets.predict_first import predict

WANTED = TRUTH_TABLES["XOR"]


def two_layers() -> Live:
    """Show the two layers for a row: the table, what flows, and both planes."""
    if only_beat("gates"):
        choose_row()
    else:
        choose_again("Look at the input x1 x2 =", "row")
    theme, row = current_theme(), setting_now().row
    table, picture = st.columns(2, gap="large", vertical_alignment="center")
    with table:
        guess = predict("xor-signals", "", {"xor_answers": " ".join(map(str, WANTED))})
        show_two_layer_table(row, guess)
    with picture:
        alt = "The two layers with what flows on their wires."
        diagram = two_layer_diagram(theme, INPUTS[row], alt, revealed=bool(guess))
        show_diagram(diagram, "two_layer_diagram")
    if guess:
        _show_planes(theme, row)
    show_code(XOR)
    last = PERCEPTRONS["AND"]
    mistakes = {
        "forgot-bias": last.weighted_sum(0, 1) - last.bias,
        "used-inputs": last.weighted_sum(1, 1),
        "sign": -last.weighted_sum(0, 1),
    }
    return Live(
        values={"and_sum": last.weighted_sum(0, 1)},
        mistakes={"second-layer-sum": mistakes},
        revealed=bool(guess),
    )


def _show_planes(theme: Theme, row: int) -> None:
    """Show the inputs with the first layer's two lines, and as the second layer sees them."""
    before, after = st.columns(2, gap="large")
    with before:
        layer = {"s1": PERCEPTRONS["NAND"], "s2": PERCEPTRONS["OR"]}
        alt = "Two lines, and the band where both fire."
        show_plane(theme, layer, spots(WANTED, row), alt, "Plane of the first layer")
        st.caption("Shaded: both neurons of the first layer fire.")
    with after:
        x = INPUTS[row]
        now = NAND(*x), OR(*x)
        places = {(1, 0): "0 0", (0, 1): "1 1", (1, 1): "1 0 and 0 1"}
        seen = [Spot(place, int(place == (1, 1)), place == now, note) for place, note in places.items()]
        last = {"y": PERCEPTRONS["AND"]}
        alt = "The same inputs, seen in s1 and s2."
        show_plane(theme, last, seen, alt, "Plane of the second layer", ("s1", "s2"))
        st.caption("The same four inputs, as the second layer sees them.")
