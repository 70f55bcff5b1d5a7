"""A layer on the way back: what arrives at its neurons, and what of it comes back to one input."""

import numpy as np

from nncore import Array
from ui.figures.diagram_base import Diagram
from ui.figures.places import between
from ui.numbers import number
from ui.theme import Theme, diverging

LEFT, RIGHT = 70.0, 370.0
INPUTS, NEURONS = (60.0, 150.0, 240.0), (60.0, 150.0, 240.0)
"""The y of each; the last input is the 1 of the biases."""


def layer_back(theme: Theme, W: Array, dA: Array, chosen: int, alt: str) -> Diagram:
    """Describe a layer of two inputs and three neurons, with the wires of one input marked."""
    diagram = Diagram(theme, 290, alt, step=f"back {chosen} {dA}", back=True)
    dX = dA @ W.T
    for i, row in enumerate(W):
        for k, weight in enumerate(row):
            _wire(diagram, (i, k), float(weight), picked=i == chosen)
    for k in range(len(dA)):
        diagram.wire(f"b[{k}]", (LEFT, INPUTS[2]), (RIGHT, NEURONS[k]), 0, 0.8, pale=True, tip=f"b[{k}]")
    for i, value in enumerate(dX):
        now, colour = i == chosen, diverging(theme, value, 6.0)
        text = number(round(float(value), 4)) if now else ""
        diagram.neuron(f"input {i}", (LEFT, INPUTS[i]), text, colour, now=now, pale=not now)
        diagram.text(f"name {i}", (LEFT - 52, INPUTS[i]), f"x{i + 1}", theme.muted)
    diagram.neuron("one", (LEFT, INPUTS[2]), "1", np.ones(3), radius=16, pale=True)
    for k, value in enumerate(dA):
        diagram.neuron(f"neuron {k}", (RIGHT, NEURONS[k]), number(value), diverging(theme, value, 2.0))
        diagram.text(f"name of {k}", (RIGHT + 50, NEURONS[k]), f"dA[{k}]", theme.muted)
    return diagram


def _wire(diagram: Diagram, place: tuple[int, int], weight: float, *, picked: bool) -> None:
    """Draw a wire, with its weight if it belongs to the chosen input."""
    i, k = place
    start, end = (LEFT, INPUTS[i]), (RIGHT, NEURONS[k])
    name = f"W[{i}, {k}]"
    thick = 1.0 + 0.8 * abs(weight) if picked else 0.8
    diagram.wire(
        name, start, end, weight, thick, pale=not picked, flows=picked, tip=f"{name} = {number(weight)}"
    )
    if picked:
        diagram.label(f"{name} weight", between(start, end, 0.6), number(weight))
