"""Links from when the page had tabs: each names one, and leads to the beat that says now what it said."""

from ui.address import told
from ui.components.arrive import arrive_at

BEATS = {
    "Curves": "after-the-sum",
    "Two inputs": "soft-gates",
    "Why not linear?": "why-bend",
    "Softmax": "last-layer",
}


def follow_old_link() -> None:
    """Bring the beat into view that the address means, if it still names a tab."""
    part = told("activations", "part")
    if part == "Softmax" and told("activations", "plus"):
        arrive_at("overflow")
    elif part:
        arrive_at(BEATS[part])
