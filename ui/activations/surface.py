"""A neuron of two inputs as a coloured surface, in which the gates reappear."""

import streamlit as st

from nncore import ACTIVATIONS, INPUTS, PERCEPTRONS, TRUTH_TABLES, Perceptron, neuron_plane
from ui.figures.activation_charts import LABELS
from ui.figures.base import show_figure
from ui.figures.surface import surface_columns, surface_figure
from ui.numbers import number, rounded
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.chart import as_table
from ui.widgets.controls import beside_each_other, choose_activation, presets, untouched
from ui.widgets.lesson import Live
from ui.widgets.predict_first import Guess, predict
from ui.widgets.table import show_table

SETTINGS = ("sh", "sw1", "sw2", "sb")
SURE, DOUBTFUL = 0.9, 0.2
"""What a decided AND answers at least to 1 1, and at most to the others."""


def two_inputs() -> Live:
    """Show what a neuron answers to every pair of inputs."""
    gates = {
        name: {"sw1": gate.weights[0], "sw2": gate.weights[1], "sb": gate.bias}
        for name, gate in PERCEPTRONS.items()
    }
    presets(gates)
    controls, picture = st.columns(2, gap="medium")
    with controls:
        h = choose_activation("activations", "sh")
        w1, w2, b = beside_each_other({"sw1": "w1", "sw2": "w2", "sb": "b"}, "activations")
        neuron = Perceptron((w1, w2), b)
        st.latex(rf"h({rounded(w1)}\,x_1 {w2:+g}\,x_2 {b:+g})")
    with picture:
        signs = " ".join(str(neuron(*x)) for x in INPUTS)
        guess = predict("which-corners", neuron, {"corner_signs": signs})
        if guess:
            alt = f"The plane of x1 and x2 coloured by {LABELS[h]}({w1:g}·x1 + {w2:g}·x2 + {b:g})"
            show_figure(surface_figure(current_theme(), h, w1, w2, b), alt)
            as_table("Plane of answers", lambda: surface_columns(h, w1, w2, b))
            _show_corners(h, neuron, guess)
    show_code(neuron_plane)
    return Live(
        done={"decided-and": False if untouched("activations", *SETTINGS) else decided_and(h, neuron)},
        revealed=bool(guess),
    )


def corner_answer(h: str, neuron: Perceptron, x: tuple[int, int]) -> float:
    """Return what a neuron with this activation answers."""
    return float(ACTIVATIONS[h](neuron.weighted_sum(*x)))


def _show_corners(h: str, neuron: Perceptron, guess: Guess) -> None:
    """Show the four inputs of a gate with sum and answer, and the guess whether the sum is above 0."""
    head = ["x1", "x2", "the sum a", "h(a)"] + ["you said"] * bool(guess.said)
    rows = [
        [*map(str, x), number(neuron.weighted_sum(*x)), rounded(corner_answer(h, neuron, x), 4)]
        for x in INPUTS
    ]
    for row, x, said in zip(rows, INPUTS, guess.said or (), strict=False):
        row.append(f"{said} {'✓' if int(said) == neuron(*x) else '✗'}")
    show_table(head, rows)


def decided_and(h: str, neuron: Perceptron) -> bool | str:
    """Return whether the neuron is an AND that is sure, or what helps."""
    if h != "sigmoid":
        return "not-sigmoid"
    if tuple(neuron(*x) for x in INPUTS) != TRUTH_TABLES["AND"]:
        return "wrong-line"
    *others, both = (corner_answer(h, neuron, x) for x in INPUTS)
    return (both > SURE and max(others) < DOUBTFUL) or "too-soft"
