"""What the learner sets on the page of the gates: the gate, three numbers, a row.

Gate, numbers and row live in the address, so that a link is a whole situation. The numbers'
defaults are the book's for the chosen gate, and a gate that is chosen anew starts from them.
"""

from dataclasses import dataclass

import streamlit as st

from nncore import INPUTS, TRUTH_TABLES, Perceptron, best_possible, right_rows
from ui.address import bound, value_of
from ui.address.settings import GATE_STARTS, OWN
from ui.language import _
from ui.widgets.controls import beside_each_other, recall

INPUTS_BY_ROW = {f"{x1} {x2}": (x1, x2) for x1, x2 in INPUTS}
"""The rows of a truth table by the name that they have on screen and in the address."""


@dataclass(frozen=True)
class Setting:
    """The wanted gate, the neuron of the sliders, and the chosen row."""

    gate: str
    wanted: tuple[int, ...]
    perceptron: Perceptron
    row: int

    @property
    def name(self) -> str:
        """The gate as a sentence calls it."""
        return _("your gate") if self.gate == OWN else self.gate

    @property
    def answers(self) -> tuple[int, ...]:
        """What the neuron answers to the four rows."""
        return tuple(self.perceptron(*x) for x in INPUTS)

    @property
    def right(self) -> int:
        """How many of the four rows are right."""
        return right_rows(self.perceptron, self.wanted)

    @property
    def separable(self) -> bool:
        """Whether one neuron can be this gate."""
        return best_possible(self.wanted) == len(INPUTS)

    @property
    def verdict(self) -> str:
        """How well the neuron does, in a sentence."""
        if self.right == len(INPUTS):
            return _("4 of 4 rows right: this neuron is {gate}.").format(gate=self.name)
        now = next((name for name, table in TRUTH_TABLES.items() if table == self.answers), None)
        words = _("{right} of 4 rows right. It is {gate}.") if now else _("{right} of 4 rows right.")
        return words.format(right=self.right, gate=now)


def setting_now() -> Setting:
    """Return what is set, whether its controls are on the screen or not."""
    gate, fires = value_of("gates", "gate"), value_of("gates", "fires")
    wanted = TRUTH_TABLES.get(gate) or tuple(int(row in fires) for row in INPUTS_BY_ROW)
    w1, w2, b = (float(value_of("gates", name)) for name in ("w1", "w2", "b"))
    row = value_of("gates", "row")
    return Setting(gate, wanted, Perceptron((w1, w2), b), list(INPUTS_BY_ROW).index(row))


def choose_gate() -> None:
    """Let the learner choose a gate; for one of their own, what it should answer."""
    st.segmented_control(_("Gate"), **bound("gates", "gate"), required=True, on_change=_start_gate)
    if st.session_state.gate == OWN:
        st.pills(_("It should fire for x1 x2 ="), **bound("gates", "fires"), selection_mode="multi")


def choose_numbers() -> None:
    """Show the sliders for w1, w2 and b."""
    beside_each_other({name: name for name in ("w1", "w2", "b")}, "gates")


def choose_row() -> None:
    """Let the learner pick an input."""
    st.segmented_control(_("Input x1 x2"), **bound("gates", "row"), required=True)


def numbers_of(perceptron: Perceptron) -> dict[str, float]:
    """Return a perceptron's numbers by the names of their sliders."""
    return dict(zip(("w1", "w2", "b"), (*perceptron.weights, perceptron.bias), strict=True))


def _start_gate() -> None:
    recall(numbers_of(GATE_STARTS[st.session_state.gate]))
