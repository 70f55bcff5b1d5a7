"""What the learner sets on the page of the gates: the gate, three numbers, a row.

Gate, numbers and row live in the address, so that a link is a whole situation. The numbers'
defaults are the book's for the chosen gate, and a gate that is chosen anew starts from them.
"""

import math
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NoReturn

import streamlit as st

from nncore import INPUTS, PERCEPTRONS, TRUTH_TABLES, Perceptron, best_possible, right_rows
from ui.controls import recall

OWN = "your own"
FIRST_GATE, FIRST_ROW = "AND", "1 1"
"""Where one starts, and what an address with an empty choice (`?gate=`) gets."""
STARTS = {**PERCEPTRONS, "XOR": PERCEPTRONS["OR"], OWN: PERCEPTRONS["OR"]}
"""The numbers that a gate starts from; the last two have none in the book and borrow OR's."""
ROWS = {f"{x1} {x2}": (x1, x2) for x1, x2 in INPUTS}
"""The rows of a truth table by the name that they have on screen and in the address."""
LIMIT = 2.0
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
        "Gate",
        (*TRUTH_TABLES, OWN),
        default=FIRST_GATE,
        required=True,
        key="gate",
        bind="query-params",
        persist_state="session",
        on_change=_start_gate,
    )
    gate = gate or FIRST_GATE
    if gate != OWN:
        return gate, TRUTH_TABLES[gate]
    fires = st.pills(
        "It shall fire for x1 x2 =",
        list(ROWS),
        selection_mode="multi",
        default=["0 1"],
        key="fires",
        bind="query-params",
        persist_state="session",
    )
    return gate, tuple(int(row in fires) for row in ROWS)


def choose_neuron(gate: str) -> Perceptron:
    """Show the sliders for w1, w2 and b, and return the perceptron that they make."""
    columns = st.columns(3)
    look: dict[str, Any] = {"bind": "query-params", "persist_state": "session"}
    numbers = {
        name: column.slider(name, -LIMIT, LIMIT, value, 0.1, key=name, **look)
        for column, (name, value) in zip(columns, numbers_of(STARTS[gate]).items(), strict=True)
    }
    return Perceptron((numbers["w1"], numbers["w2"]), numbers["b"])


def rounded_numbers(link: Mapping[str, str]) -> dict[str, str]:
    """Return the numbers of a link that have more than the two digits that sliders show, rounded."""
    rounded = {}
    for name in link.keys() & {"w1", "w2", "b"}:
        with suppress(ValueError):
            value = float(link[name])
            if math.isfinite(value) and value != round(value, 2):
                rounded[name] = f"{round(value, 2):g}"
    return rounded


def choose_row() -> int:
    """Let the learner pick an input, and return the number of its row."""
    row = st.segmented_control(
        "Look at the input x1 x2 =",
        list(ROWS),
        default=FIRST_ROW,
        required=True,
        key="row",
        bind="query-params",
        persist_state="session",
    )
    return list(ROWS).index(row or FIRST_ROW)


def numbers_of(perceptron: Perceptron) -> dict[str, float]:
    """Return a perceptron's numbers by the names of their sliders."""
    return dict(zip(("w1", "w2", "b"), (*perceptron.weights, perceptron.bias), strict=True))


def run_anew(settings: Mapping[str, object]) -> NoReturn:
    """Run the page again with some controls set: those on screen can be set only before they are shown."""
    st.session_state[NEXT] = settings
    st.rerun()


def _start_gate() -> None:
    recall({"challenge": None, **numbers_of(STARTS[st.session_state.gate])})
