"""What the page on learning remembers: how far its walks and its trainings are, and what was painted."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nncore import Array
from ui.state.of_page import state_of

if TYPE_CHECKING:
    from ui.learn.training_run import Run

Painted = tuple[tuple[float, float, int], ...]
"""Points: x, y and class."""


@dataclass
class LearnState:
    """What is remembered.

    Attributes
    ----------
    endings : set of str
        In which ways going downhill has ended.
    simple_steps : int
        How many steps the small network has taken.
    node : str, optional
        The node of the graph that was clicked.
    back_step : int
        How far the walk back is.
    back_neurons : dict of int to int
        The neuron of each layer that was clicked on that walk.
    painted : tuple of tuple
    drawing : ndarray (784,), optional
        What the network that learns digits reads meanwhile.
    runs : dict of str to Run
        The trainings, by their keys.
    handful : int
        Which few of the pictures that our network learned from are shown.
    """

    endings: set[str] = field(default_factory=set)
    simple_steps: int = 0
    node: str | None = None
    back_step: int = 0
    back_neurons: dict[int, int] = field(default_factory=dict)
    painted: Painted = ()
    drawing: Array | None = None
    runs: "dict[str, Run]" = field(default_factory=dict)
    handful: int = 0


START = {
    "p-first-2-0.6": 0.6,
    "weight_move": 0.0,
    "h_power": -4,
    "hollow_rate": 0.1,
    "xor_rate": 0.1,
    "xor_start": "a slope",
    "goes_back": False,
    "brush": "orange",
}
"""What the widgets of the page hold at first."""


def learn_state() -> LearnState:
    """Return what this visitor's page remembers."""
    return state_of("learn", LearnState)
