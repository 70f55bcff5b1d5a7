"""What the page on losses remembers: how walks downhill have ended, and how far the small network is."""

from dataclasses import dataclass, field

from ui.session import state_of


@dataclass
class LossState:
    """What is remembered.

    Attributes
    ----------
    endings : set of str
        In which ways going downhill has ended.
    simple_steps : int
        How many steps the small network has taken.
    """

    endings: set[str] = field(default_factory=set)
    simple_steps: int = 0


def loss_state() -> LossState:
    """Return what this visitor's page remembers."""
    return state_of("loss", LossState)
