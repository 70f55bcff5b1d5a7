"""The truth table of a neuron, live: its sums written out, its answers, the learner's guesses."""

from collections.abc import Sequence

import streamlit as st

from nncore import INPUTS, NAND, OR, XOR, Perceptron
from ui.gates.neuron_controls import ROWS, Setting
from ui.numbers import written_sum
from ui.theme import Theme
from ui.widgets.table import show_table


def guess_rows(perceptron: Perceptron) -> list[int | None]:
    """Ask what the neuron will say to each row; a neuron with other numbers asks anew."""
    st.markdown("**Predict first.** What will this neuron say to x1 x2 =")
    with st.container(horizontal=True):
        return [
            st.segmented_control(row, (0, 1), key=f"guess {row} {perceptron}", width="content")
            for row in ROWS
        ]


def show_truth_table(theme: Theme, setting: Setting, guesses: Sequence[int | None], hidden: bool) -> None:
    """Show the four rows: sums, answers, marks, and guesses if there are any; or not yet if `hidden`."""
    said = [setting.perceptron(*x) for x in INPUTS]
    sums = [written_sum(setting.perceptron, *x) for x in INPUTS]
    columns: dict[str, Sequence[str]] = {
        "x1": [str(x1) for x1, _ in INPUTS],
        "x2": [str(x2) for _, x2 in INPUTS],
        "weighted sum": ["?"] * 4 if hidden else sums,
        "y": ["?"] * 4 if hidden else [str(y) for y in said],
        f"{setting.name} wants": [
            "?" if hidden else _mark(t, y) for t, y in zip(setting.wanted, said, strict=True)
        ],
    }
    if guesses and not hidden:
        columns["you said"] = [_mark(guess, y) for guess, y in zip(guesses, said, strict=True)]
    show_table(theme, list(columns), list(zip(*columns.values(), strict=True)), setting.row)


def show_two_layer_table(theme: Theme, row: int) -> None:
    """Show XOR made of two layers: s1 = NAND, s2 = OR, y = AND(s1, s2)."""
    rows = [[str(n) for n in (*x, NAND(*x), OR(*x), XOR(*x))] for x in INPUTS]
    show_table(theme, ("x1", "x2", "s1 = NAND", "s2 = OR", "y = AND(s1, s2)"), rows, row)


def _mark(value: int | None, y: int) -> str:
    return f"{value} {'✓' if value == y else '✗'}"
