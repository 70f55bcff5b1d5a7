"""What the page on learning remembers: how far its trainings are, and what was painted."""

from dataclasses import dataclass, field

from ui.learn.run import Run
from ui.session import state_of

Painted = tuple[tuple[float, float, int], ...]
"""Points: x, y and class."""


@dataclass
class LearnState:
    """What is remembered.

    Attributes
    ----------
    painted : tuple of tuple
    runs : dict of str to Run
        The trainings, by their keys.
    """

    painted: Painted = ()
    runs: dict[str, Run] = field(default_factory=dict)


def learn_state() -> LearnState:
    """Return what this visitor's page remembers."""
    return state_of("learn", LearnState)
