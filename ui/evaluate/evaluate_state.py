"""What the page on the test set remembers: what was asked for, and which images are looked at."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.state.session import state_of
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
    choice : object
        Which images are shown side by side.
    first : int
        Which of them is the first that is seen.
    hurt : object
        The shift that hurt last, and what read it.
    """

    race: "RaceRequest | None" = None
    timings: "TimingsRequest | None" = None
    choice: object = None
    first: int = 0
    hurt: object = None


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
