"""Activation functions: their curves, gates with soft edges, why they must bend, and softmax."""

from ui.activations.every_curve import curves
from ui.activations.linear import why_not_linear
from ui.activations.probabilities import overflow, shares
from ui.activations.surface import two_inputs
from ui.widgets.lesson import begin, end, show_beats, show_together

BEATS = {"after-the-sum": curves, "soft-gates": two_inputs, "why-bend": why_not_linear}

begin("activations")
show_beats("activations", BEATS, alone=BEATS)
show_together("activations", {"last-layer": shares, "overflow": overflow})
end("activations")
