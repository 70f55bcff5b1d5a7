"""The check of the pushed digits: a shift that hurts, and the preparation that mends it."""

from nncore import Distortion
from ui.evaluate.evaluate_state import evaluate_state
from ui.state.own_network import name_in_use

HURT, MENDED = 0.6, 0.95
"""Below this accuracy a shift hurts, and above this one it is mended."""


def state_of_the_check(by: Distortion, accuracy: float, *, prepared: bool) -> bool | str:
    """Return whether a shift was mended, or what helps; a shift that hurts is kept in mind."""
    here = by, name_in_use()
    shifted = bool(by.right or by.down)
    if not prepared and shifted and accuracy < HURT:
        evaluate_state().hurt = here
        return "now-prepare"
    if not prepared:
        return "shift-more" if shifted else False
    if not shifted or evaluate_state().hurt != here:
        return "shift-more"
    return accuracy > MENDED or (by == Distortion(right=by.right, down=by.down) and "too-far")
