"""What the page on the test set remembers: what was asked for, how far one went, what its parts told it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.state.of_page import state_of
from ui.widgets.reset import GONE

if TYPE_CHECKING:
    from ui.evaluate.race import RaceRequest
    from ui.evaluate.timings import TimingsRequest


@dataclass
class EvaluateState:
    """What is remembered.

    Attributes
    ----------
    race : RaceRequest, optional
        The race that was asked for last.
    timings : TimingsRequest, optional
        The timings that were asked for last.
    gone_on_to : str, optional
        The section that one went on to from the end of another.
    choice : object
        Which images are shown side by side.
    images : int
        How many of them.
    hurt : object
        The shift that hurt last, and what read it.
    told : dict of str to object
        What the parts that redraw by themselves told last.
    """

    race: "RaceRequest | None" = None
    timings: "TimingsRequest | None" = None
    gone_on_to: str | None = None
    choice: object = None
    images: int = 0
    hurt: object = None
    told: dict[str, object] = field(default_factory=dict)


START = {
    "slow": False,
    "curve": "right",
    "work_race": GONE,
    "work_measured": GONE,
    "work_push": GONE,
}
"""What the widgets of the page hold at first, and the work that goes with what they hold."""


def evaluate_state() -> EvaluateState:
    """Return what this visitor's page remembers."""
    return state_of("evaluate", EvaluateState)
