"""What the page on back-propagation remembers: how far its walk is, and what was clicked."""

from dataclasses import dataclass, field

from ui.session import state_of


@dataclass
class BackpropState:
    """What is remembered.

    Attributes
    ----------
    node : str, optional
        The node of the graph that was clicked.
    back_step : int
        How far the walk back is.
    back_neurons : dict of int to int
        The neuron of each layer that was clicked on that walk.
    """

    node: str | None = None
    back_step: int = 0
    back_neurons: dict[int, int] = field(default_factory=dict)


def backprop_state() -> BackpropState:
    """Return what this visitor's page remembers."""
    return state_of("backprop", BackpropState)
