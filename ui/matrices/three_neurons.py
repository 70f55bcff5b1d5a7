"""Three neurons in one table: move what goes in, choose a neuron, and see its column at work."""

import numpy as np
import streamlit as st

from nncore import column_of, read_only, shown_sums
from ui.address import bound
from ui.components.announce import announce
from ui.components.diagram import show_diagram
from ui.figures.layer_table import layer_table, written_pairs
from ui.language import _
from ui.numbers import number
from ui.theme import current_theme

WEIGHTS = read_only(np.array([[1.0, 3.0, -2.0], [2.0, -1.0, 4.0]]))
"""A column for each neuron, a row for each input."""
HALF_A_PHONE = 150


def three_at_once() -> None:
    """Show the row of inputs beside the table of weights, and above them what one moves."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        x = np.array([_input(name) for name in ("x1", "x2")])
        chosen = st.segmented_control(_("Neuron"), **bound("matrices", "neuron"), required=True)
    j = int(chosen or 1) - 1
    sums = ", ".join(number(total) for total in shown_sums(x, WEIGHTS))
    said = _("Neuron {n}: {sum}").format(n=j + 1, sum=written_pairs(x, column_of(WEIGHTS, j)))
    alt = _("A row of inputs, {x1} and {x2}, times three columns of weights gives {sums}.").format(
        x1=number(x[0]), x2=number(x[1]), sums=sums
    )
    show_diagram(layer_table(current_theme(), x, WEIGHTS, j, f"{alt} {said}"), "layer_table", _choose, 20)
    announce(said, quiet=True)


def _input(name: str) -> int:
    return int(st.slider(_("Input {name}").format(name=name), **bound("matrices", name), width=HALF_A_PHONE))


def _choose(name: str) -> None:
    st.session_state["neuron"] = int(name)
