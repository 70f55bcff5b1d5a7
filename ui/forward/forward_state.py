"""What the page on the forward pass remembers: how far the walk has come."""

from dataclasses import dataclass

from ui.state.session import state_of


@dataclass
class ForwardState:
    """What is remembered.

    Attributes
    ----------
    playing : bool
        Whether the walk moves by itself.
    pace : float
        Seconds that each step stays while it does.
    walked : frozenset of str
        The steps of the book's network at which the learner has been.
    erased : int, optional
        How many pixels are erased, once the learner has said so.
    """

    playing: bool = False
    pace: float = 1.5
    walked: frozenset[str] = frozenset()
    erased: int | None = None


def forward_state() -> ForwardState:
    """Return what this visitor's page remembers."""
    return state_of("forward", ForwardState)
