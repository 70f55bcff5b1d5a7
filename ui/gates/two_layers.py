"""XOR solved: two neurons draw a line each, a third asks for the band between them."""

import streamlit as st

from nncore import INPUTS, NAND, OR, PERCEPTRONS, TRUTH_TABLES, XOR
from ui.components.diagram import show_diagram
from ui.figures.gate_neurons import two_layer_diagram
from ui.figures.gate_plane import Spot
from ui.gates.neuron_controls import choose_row, setting_now
from ui.gates.plane import show_plane, spots
from ui.gates.truth_table import show_two_layer_table
from ui.language import _
from ui.theme import current_theme
from ui.widgets.controls import choose_view
from ui.widgets.guess import ask_guess, guessed_rows
from ui.widgets.live import Live

WANTED = TRUTH_TABLES["XOR"]


def two_layers() -> Live:
    """Show the two layers for a row: what flows, or both planes; and the table."""
    with st.container(horizontal=True):
        choose_row()
        view = choose_view("gates", "two_layers_view")
    row = setting_now().row
    revealed = ask_guess("xor-signals", "", {"xor_answers": " ".join(map(str, WANTED))})
    if view == "planes" and revealed:
        _show_planes(row)
    else:
        alt = _("The two layers with what flows on their wires.")
        diagram = two_layer_diagram(current_theme(), INPUTS[row], alt, revealed=revealed)
        show_diagram(diagram, "two_layer_diagram", most=19)
    if revealed:
        show_two_layer_table(row, guessed_rows("xor-signals"))
    return Live(revealed=revealed, code=[XOR])


def _show_planes(row: int) -> None:
    """Show the inputs with the first layer's two lines, and as the second layer sees them."""
    before, after = st.columns(2, gap="small")
    with before:
        layer = {"s1": PERCEPTRONS["NAND"], "s2": PERCEPTRONS["OR"]}
        alt = _("Two lines, and the band where both neurons of the first layer fire, shaded.")
        show_plane(layer, spots(WANTED, row), alt, _("Plane of the first layer"), "first-layer")
    with after:
        now = NAND(*INPUTS[row]), OR(*INPUTS[row])
        places = {(1, 0): "0 0", (0, 1): "1 1", (1, 1): _("1 0 and 0 1")}
        seen = [Spot(place, int(place == (1, 1)), place == now, note) for place, note in places.items()]
        alt, name = _("The same inputs, seen in s1 and s2."), _("Plane of the second layer")
        show_plane({"y": PERCEPTRONS["AND"]}, seen, alt, name, "second-layer", ("s1", "s2"))
