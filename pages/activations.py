"""Activation functions: step, sigmoid, ReLU and their slopes, gates with soft edges, bends, and softmax."""

from ui.activations.curves import after_the_sum, relu_and_slopes, soft_step
from ui.activations.linear import why_bend
from ui.activations.probabilities import last_layer, overflow
from ui.activations.surface import soft_gates
from ui.frame import show_page

SECTIONS = [after_the_sum, soft_step, relu_and_slopes, soft_gates, why_bend, last_layer, overflow]
show_page("activations", SECTIONS)
