"""A neuron of two inputs as a coloured surface, with the four inputs of a gate on it."""

import numpy as np
import numpy.typing as npt

from nncore import ACTIVATIONS, INPUTS, Array, Perceptron, boundary, neuron_plane
from ui.figures.axis import Axis
from ui.figures.diagram_base import Diagram
from ui.figures.plot import Line, Plot
from ui.language import _
from ui.numbers import rounded, short
from ui.theme import Theme, diverging, sequential

LOW, HIGH = -0.5, 1.5
"""The part of the plane that is shown, on both axes."""
FINE = 121
"""The resolution of the surface along each side."""


def surface_diagram(theme: Theme, h: str, neuron: Perceptron, alt: str) -> Diagram:
    """Describe the plane coloured by h of the neuron's sum, with the four inputs of a gate on it."""
    diagram = Diagram(theme, 350, alt, 420, columns=_columns(h, neuron))
    axis = Axis((LOW, HIGH), ticks=(0, 1))
    plot = Plot(diagram, "plane", (40, 10), 300, 300, axis, axis)
    z = answers(h, neuron, FINE)
    signed = h in ("identity_function", "tanh")
    top = 1.0 if h in ("step_function", "sigmoid", "tanh") else float(np.abs(z).max()) or 1.0

    def colours(values: npt.ArrayLike) -> Array:
        return diverging(theme, values, top) if signed else sequential(theme, np.asarray(values) / top)

    diagram.picture("answers", plot.corner, plot.width, plot.height, colours(z[::-1]))
    plot.frame()
    diagram.text("name x1", (plot.at(0.5, 0)[0], 338), "x1")
    diagram.text("name x2", (16, plot.at(0, 0.5)[1]), "x2")
    if ends := boundary(neuron, LOW, HIGH):
        (x, y), (u, v) = ends
        plot.curve("where the sum is 0", Line((x, u), (y, v), theme.ink, 2, "7 5"))
    for x1, x2 in INPUTS:
        value = float(ACTIVATIONS[h](neuron.weighted_sum(x1, x2)))
        name, tip = f"corner {x1} {x2}", f"h({x1}, {x2}) = {rounded(value)}"
        diagram.neuron(name, plot.at(x1, x2), short(value), colours(value), radius=25, tip=tip)
    low = -top if signed else 0.0
    diagram.picture("scale", (358, 10), 14, 300, colours(np.linspace(top, low, 100)[:, np.newaxis]))
    for share, tick in ((0.0, top), (0.5, (top + low) / 2), (1.0, low)):
        diagram.text(f"scale {share}", (378, 18 + 284 * share), rounded(tick, 2), anchor="start")
    return diagram


def answers(h: str, neuron: Perceptron, count: int) -> Array:
    """Return the outputs of a neuron on a grid, row by row from the lower left."""
    (w1, w2), side = neuron.weights, np.linspace(LOW, HIGH, count)
    return neuron_plane(h, w1, w2, neuron.bias, side, side)


def _columns(h: str, neuron: Perceptron) -> dict[str, Array]:
    """Return the table of outputs on a coarse grid."""
    x2, x1 = np.meshgrid(*[np.linspace(LOW, HIGH, 9)] * 2, indexing="ij")
    return {"x1": x1.ravel(), "x2": x2.ravel(), _("answer"): answers(h, neuron, 9).ravel()}
