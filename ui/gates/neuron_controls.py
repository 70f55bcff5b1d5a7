"""What the learner sets on the page of the gates: the gate, three numbers, a row.

Gate, numbers and row live in the address, so that a link is a whole situation. The numbers'
defaults are the book's for the chosen gate, and a gate that is chosen anew starts from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from nncore import INPUTS, PERCEPTRONS, TRUTH_TABLES, Perceptron, best_possible, right_rows
from ui.address import bound, parameter
from ui.address.table import OWN
from ui.widgets.controls import recall

FIRST_GATE = str(parameter("gates", "gate").default)
STARTS = {**PERCEPTRONS, "XOR": PERCEPTRONS["OR"], OWN: PERCEPTRONS["OR"]}
"""The numbers that a gate starts from; the last two have none in the book and borrow OR's."""
ROWS = {f"{x1} {x2}": (x1, x2) for x1, x2 in INPUTS}
"""The rows of a truth table by the name that they have on screen and in the address."""
NEXT = "next settings"
"""Where the session keeps what the controls shall be set to before they are shown again."""


@dataclass(frozen=True)
class Setting:
    """The gate that is wanted, the neuron that shall be it, and the row that is looked at."""

    gate: str
    wanted: tuple[int, ...]
    perceptron: Perceptron
    row: int

    @property
    def name(self) -> str:
        """The gate as a sentence calls it."""
        return "your gate" if self.gate == OWN else self.gate

    @property
    def right(self) -> int:
        """How many of the four rows are right."""
        return right_rows(self.perceptron, self.wanted)

    @property
    def verdict(self) -> str:
        """How well the neuron does, in a sentence of Markdown."""
        if self.right == 4:
            return f"**4 of 4 rows right: this neuron is {self.name}.**"
        if best_possible(self.wanted) == 3:
            end = ", and no single neuron can do better.**" if self.right == 3 else "**; the best is 3."
            return f"**{self.right} of 4 rows right{end}"
        return f"**{self.right} of 4 rows right.** Which number would you move?"


def choose_gate() -> tuple[str, tuple[int, ...]]:
    """Let the learner choose a gate, and return its name and what it must answer."""
    recall(st.session_state.pop(NEXT, {}))
    gate = st.segmented_control(
        "Gate", **bound("gates", "gate"), required=True, persist_state="session", on_change=_start_gate
    )
    gate = str(gate or FIRST_GATE)
    if gate != OWN:
        return gate, TRUTH_TABLES[gate]
    fires = st.pills(
        "It shall fire for x1 x2 =",
        **bound("gates", "fires"),
        selection_mode="multi",
        persist_state="session",
    )
    return gate, tuple(int(row in fires) for row in ROWS)


def choose_neuron(gate: str) -> Perceptron:
    """Show the sliders for w1, w2 and b, and return the perceptron that they make."""
    columns = st.columns(3)
    numbers = {
        name: column.slider(
            name, **bound("gates", name) | {"value": value}, step=0.1, persist_state="session"
        )
        for column, (name, value) in zip(columns, numbers_of(STARTS[gate]).items(), strict=True)
    }
    return Perceptron((numbers["w1"], numbers["w2"]), numbers["b"])


def choose_row() -> int:
    """Let the learner pick an input, and return the number of its row."""
    row = st.segmented_control(
        "Look at the input x1 x2 =", **bound("gates", "row"), required=True, persist_state="session"
    )
    return list(ROWS).index(str(row or parameter("gates", "row").default))


def numbers_of(perceptron: Perceptron) -> dict[str, float]:
    """Return a perceptron's numbers by the names of their sliders."""
    return dict(zip(("w1", "w2", "b"), (*perceptron.weights, perceptron.bias), strict=True))


def run_anew(settings: Mapping[str, object]) -> NoReturn:
    """Run the page again with some controls set: those on screen can be set only before they are shown."""
    st.session_state[NEXT] = settings
    st.rerun()


def _start_gate() -> None:
    recall({"challenge": None, **numbers_of(STARTS[st.session_state.gate])})
