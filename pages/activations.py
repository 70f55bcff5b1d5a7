"""Activation functions: their curves, a neuron's surface, why they must bend, and softmax."""

import streamlit as st

from ui.activations.curves import curves
from ui.activations.linear import why_not_linear
from ui.activations.probabilities import probabilities
from ui.activations.surface import two_inputs
from ui.address import bare
from ui.page import footer, header, try_this

PARTS = {
    "Curves": curves,
    "Two inputs": two_inputs,
    "Why not linear?": why_not_linear,
    "Softmax": probabilities,
}

header("activations")
tabs = st.tabs(list(PARTS), **bare("activations", "part"), on_change="rerun")
for tab, part in zip(tabs, PARTS.values(), strict=True):
    with tab:
        part()
try_this(
    "Curves: raise the sharpness of the sigmoid to 50. Which curve does it become?",
    "Two inputs: choose AND with the sigmoid, then make all three numbers ten times as large.",
    "Softmax: add a constant until the formula as written breaks. Why once a score passes 709?",
)
footer("activations")
