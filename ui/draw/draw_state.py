"""What the page on drawing remembers: how often parts of it began anew."""

from dataclasses import dataclass

from ui.state.session import state_of


@dataclass
class DrawState:
    """What is remembered.

    Attributes
    ----------
    times_opened : int
        How often the way for a picture was opened.
    times_boxed : int
        How often the sliders of a box were replaced by new ones.
    """

    times_opened: int = 0
    times_boxed: int = 0


def draw_state() -> DrawState:
    """Return what this visitor's page remembers."""
    return state_of("draw", DrawState)
