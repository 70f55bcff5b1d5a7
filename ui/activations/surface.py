"""A neuron of two inputs as a coloured surface, in which the gates reappear."""

import streamlit as st

from nncore import ACTIVATIONS, INPUTS, PERCEPTRONS, TRUTH_TABLES, Perceptron, neuron_plane
from ui.figures.activation_charts import LABELS
from ui.figures.surface import surface_diagram
from ui.language import _
from ui.numbers import number, rounded
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import beside_each_other, chips, presets, untouched
from ui.widgets.guess import ask_guess, guessed_rows
from ui.widgets.live import Live
from ui.widgets.table import show_table

SETTINGS = ("sh", "sw1", "sw2", "sb", "k")
LABELLED = {"sw1": "w1", "sw2": "w2", "sb": "b"}
SURE, DOUBTFUL = 0.9, 0.2
"""What a decided AND answers at least to 1 1, and at most to the others."""


def soft_gates() -> Live:
    """Show what a neuron answers to every pair of inputs."""
    presets(
        {
            name: {"sw1": gate.weights[0], "sw2": gate.weights[1], "sb": gate.bias, "k": 1.0}
            for name, gate in PERCEPTRONS.items()
        }
    )
    h = str(chips(_("Activation h"), "activations", "sh"))
    w1, w2, b, k = beside_each_other(LABELLED | {"k": _("Sharpness")}, "activations")
    neuron = Perceptron((round(k * w1, 12), round(k * w2, 12)), round(k * b, 12))
    signs = " ".join(str(neuron(*x)) for x in INPUTS)
    revealed = ask_guess("which-corners", neuron, {"corner_signs": signs})
    if revealed:
        st.markdown(f"$h(a) = h({rounded(k)}\\,({rounded(w1)}\\,x_1 {w2:+g}\\,x_2 {b:+g}))$")
        picture, table = st.columns([5, 3], gap="small", vertical_alignment="center")
        with picture:
            _show_plane(h, neuron)
        with table:
            _show_corners(h, neuron)
    return Live(
        done={"decided-and": False if untouched("activations", *SETTINGS) else decided_and(h, neuron)},
        revealed=revealed,
        code=[neuron_plane],
    )


def _show_plane(h: str, neuron: Perceptron) -> None:
    (w1, w2), b = neuron.weights, neuron.bias
    formula = f"{_(LABELS[h])}({w1:g}·x1 + {w2:g}·x2 + {b:g})"
    alt = _("The plane of x1 and x2 coloured by {formula}").format(formula=formula)
    diagram = surface_diagram(current_theme(), h, neuron, alt)
    show_plot(diagram, "surface", _("Plane of answers"), 21)


def corner_answer(h: str, neuron: Perceptron, x: tuple[int, int]) -> float:
    """Return what a neuron with this activation answers."""
    return float(ACTIVATIONS[h](neuron.weighted_sum(*x)))


def _show_corners(h: str, neuron: Perceptron) -> None:
    """Show the four inputs of a gate with sum and answer, and the guess whether the sum is above 0."""
    guesses = guessed_rows("which-corners")
    head = ["x1 x2", _("sum a"), "h(a)"] + [_("you said")] * bool(guesses)
    rows = [
        [f"{x[0]} {x[1]}", number(neuron.weighted_sum(*x)), rounded(corner_answer(h, neuron, x), 3)]
        for x in INPUTS
    ]
    for row, x, said in zip(rows, INPUTS, guesses, strict=False):
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
