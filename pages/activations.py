"""Activation functions: their curves, gates with soft edges, why they must bend, and softmax."""

from ui.activations.every_curve import curves
from ui.activations.linear import why_not_linear
from ui.activations.old_links import follow_old_link
from ui.activations.probabilities import overflow, shares
from ui.activations.surface import two_inputs
from ui.widgets.lesson import show_lesson

show_lesson(
    "activations",
    {
        "after-the-sum": curves,
        "soft-gates": two_inputs,
        "why-bend": why_not_linear,
        "last-layer": shares,
        "overflow": overflow,
    },
    alone=["after-the-sum", "soft-gates", "why-bend"],
)
follow_old_link()
