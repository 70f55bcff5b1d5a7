"""What the network reads of what is on the desk: every beat of the page is about it."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from nncore import Array, Network, is_sure, predict
from ui.state.on_screen import Shown, what_is_shown
from ui.state.own_network import network_in_use
from ui.widgets.lesson import UNKNOWN


@dataclass(frozen=True, eq=False)
class Read:
    """What is shown, and what the network answers to it.

    Attributes
    ----------
    shown : Shown
    y : ndarray (n, 10)
        The probabilities for each digit that is shown.
    x : ndarray (n, 784)
        What the network read.
    network : Network
        Whose answers they are.
    revealed : bool
        False while the learner is still to guess.
    """

    shown: Shown
    y: Array
    x: Array
    network: Network
    revealed: bool = True

    @property
    def answer(self) -> int:
        """The answer to the chosen digit."""
        return int(self.y[self.shown.number].argmax())

    @property
    def sure(self) -> Array:
        """Which answers count as sure, (n,) bool."""
        return is_sure(self.network, self.x)

    @property
    def row(self) -> str:
        """The answers to all digits, one after the other."""
        return "".join(map(str, self.y.argmax(axis=1)))


def read_desk() -> Read | None:
    """Read what is on the desk; None if no digit is to be seen there."""
    shown = what_is_shown()
    if shown is None:
        return None
    x = np.stack([digit.pixels.ravel() for digit in shown.digits])
    network = network_in_use()
    return Read(shown, predict(network, x), x, network)


def values_of(read: Read | None) -> dict[str, object]:
    """Return what the prose of all beats says of it."""
    if read is None:
        return {"drawing": "drawing", "answer": UNKNOWN, "row": UNKNOWN}
    return {"drawing": read.shown.name, "answer": read.answer, "row": read.row}


def ask_for_a_digit() -> None:
    """Say where a beat's instrument will stand."""
    st.caption("Draw a digit above first.")
