"""What the network reads on the paper: every section of the page is about it."""

from dataclasses import dataclass

import numpy as np

from nncore import ACTIVATIONS, Array, Network, scores, sure_of_scores
from ui.language import N_, _
from ui.state.on_screen import Shown, what_is_shown
from ui.state.own_network import network_in_use
from ui.widgets.live import UNKNOWN

NAMES = {"drawing": N_("drawing"), "picture": N_("picture")}
"""What sentences call what is shown."""


@dataclass(frozen=True, eq=False)
class Read:
    """What is shown, and what the network answers to it.

    Attributes
    ----------
    shown : Shown
    scores : ndarray (n, 10)
        The sums of the last layer for each digit that is shown.
    y : ndarray (n, 10)
        The probabilities that they become.
    network : Network
        Whose answers they are.
    revealed : bool
        False while the learner is still to guess.
    """

    shown: Shown
    scores: Array
    y: Array
    network: Network
    revealed: bool = True

    @property
    def answer(self) -> int:
        """The answer to the chosen digit."""
        return int(self.y[self.shown.number].argmax())

    @property
    def sure(self) -> Array:
        """Which answers count as sure, (n,) bool."""
        return sure_of_scores(self.network, self.scores)

    @property
    def row(self) -> str:
        """The answers to all digits, one after the other."""
        return "".join(map(str, self.y.argmax(axis=1)))


def read_paper() -> Read | None:
    """Read what is on the paper; None if no digit is to be seen there."""
    shown = what_is_shown()
    if shown is None:
        return None
    x = np.stack([digit.pixels.ravel() for digit in shown.digits])
    network = network_in_use()
    a = scores(network, x)
    return Read(shown, a, ACTIVATIONS[network.layers[-1].h](a), network)


def values_of(read: Read | None) -> dict[str, object]:
    """Return what the prose of all sections says of it."""
    if read is None:
        return {"drawing": _("drawing"), "answer": UNKNOWN, "row": UNKNOWN}
    return {"drawing": _(NAMES[read.shown.name]), "answer": read.answer, "row": read.row}


def agreement(labels: Array, answer: int) -> tuple[str, dict[str, object]]:
    """Return the section's state by how many labels agree with the answer, and its live values."""
    others = labels[labels != answer].tolist()
    same = len(labels) - len(others)
    state = "all-agree" if not others else "some-agree" if same else "none-agree"
    return state, {"same": same, "others": ", ".join(map(str, others))}
