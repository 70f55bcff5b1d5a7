"""A neuron of two inputs as a coloured surface, in which the gates reappear."""

import streamlit as st

from nncore import PERCEPTRONS, neuron_plane
from ui.figures.activations import LABELS, surface_figure
from ui.figures.base import show_figure
from ui.numbers import rounded
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.controls import choose_activation, presets, remembered_slider
from ui.widgets.number_guess import revealed


@st.fragment
def two_inputs() -> None:
    """Show what a neuron says to every pair of inputs."""
    gates = {
        name: {"sw1": gate.weights[0], "sw2": gate.weights[1], "sb": gate.bias}
        for name, gate in PERCEPTRONS.items()
    }
    presets(gates)
    controls, picture = st.columns(2, gap="medium")
    with controls:
        h = choose_activation("activations", "sh")
        w1 = remembered_slider("w1", "activations", "sw1")
        w2 = remembered_slider("w2", "activations", "sw2")
        b = remembered_slider("b", "activations", "sb")
        st.latex(rf"h({rounded(w1)}\,x_1 {w2:+g}\,x_2 {b:+g})")
        st.markdown(
            "The four discs are the inputs of a gate, with what the neuron says to each. "
            "On the dashed line its sum is 0."
        )
    with picture:
        said = float(neuron_plane(h, w1, w2, b, [1], [1])[0, 0])
        if revealed("What does it say to x1 = 1, x2 = 1?", said, f"{h} {w1} {w2} {b}"):
            alt = f"The plane of x1 and x2 coloured by {LABELS[h]}({w1:g}·x1 + {w2:g}·x2 + {b:g})"
            show_figure(surface_figure(current_theme(), h, w1, w2, b), alt)
    show_code(neuron_plane)
