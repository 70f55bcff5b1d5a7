"""What the page on the test set remembers: what was run at the press of a button, and a shift that hurt."""

from dataclasses import dataclass

from nncore import Timed, Timings
from ui.session import state_of
from ui.work import Work


@dataclass
class EvaluateState:
    """What is remembered.

    Attributes
    ----------
    race : Work, optional
        The two loops; asked for with the network, the batch and how many times slower.
    timings : Work, optional
        Seconds by batch size; asked for with the network.
    hurt : object
        The shift, and whose answers it spoiled.
    """

    race: Work[tuple[Timed, ...]] | None = None
    timings: Work[Timings] | None = None
    hurt: object = None


def evaluate_state() -> EvaluateState:
    """Return what this visitor's page remembers."""
    return state_of("evaluate", EvaluateState)
