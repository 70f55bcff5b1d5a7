"""A neuron of two inputs as a coloured surface, with the four inputs of a gate on it."""

from typing import Any

import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import ListedColormap, Normalize
from matplotlib.figure import Figure

from nncore import Array, Perceptron, neuron_plane
from ui.figures.base import TEXT, fitted, neuron, new_figure
from ui.theme import Theme, diverging, sequential


def surface_figure(theme: Theme, h: str, w1: float, w2: float, b: float) -> Figure:
    """Colour each point of the plane by h(w1·x1 + w2·x2 + b), with the four inputs of a gate on it."""
    figure, axes = new_figure(theme, 3.9)
    side = np.linspace(-0.5, 1.5, 241)
    z = neuron_plane(h, w1, w2, b, side, side)
    signed = h in ("identity_function", "tanh")
    top = 1.0 if h in ("step_function", "sigmoid", "tanh") else float(np.abs(z).max()) or 1.0
    bottom = -top if signed else 0.0
    colour = diverging if signed else sequential
    palette = ListedColormap(colour(theme, np.linspace(bottom / top, 1, 256)))
    norm = Normalize(bottom, top)
    axes.imshow(z, palette, norm, origin="lower", extent=(-0.5, 1.5, -0.5, 1.5), interpolation="nearest")
    axes.set(xticks=[0, 1], yticks=[0, 1], xlabel="x1", ylabel="x2", xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
    bar = figure.colorbar(ScalarMappable(norm, palette), ax=axes, shrink=0.9, aspect=18)
    bar.outline.set_edgecolor(theme.line)
    bar.ax.tick_params(colors=theme.ink, labelsize=TEXT, length=0)
    _draw_boundary(axes, theme, w1, w2, b)
    for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1)):
        value = float(neuron_plane(h, w1, w2, b, [x1], [x2])[0, 0])
        neuron(axes, theme, (x1, x2), fitted(value, 0.54), palette(norm(value))[:3], radius=0.17)
    return figure


def surface_columns(h: str, w1: float, w2: float, b: float) -> dict[str, Array]:
    """Return the answers at a grid of points of the plane."""
    side = np.linspace(-0.5, 1.5, 9)
    x2, x1 = np.meshgrid(side, side, indexing="ij")
    z = neuron_plane(h, w1, w2, b, side, side)
    return {"x1": x1.ravel(), "x2": x2.ravel(), "answer": z.ravel()}


def _draw_boundary(axes: Any, theme: Theme, w1: float, w2: float, b: float) -> None:
    """Draw the line where the sum is 0, if there is one in sight."""
    sums = [Perceptron((w1, w2), b).weighted_sum(x1, x2) for x1 in (-0.5, 1.5) for x2 in (-0.5, 1.5)]
    if min(sums) < 0 < max(sums):
        side = np.linspace(-0.5, 1.5, 2)
        plane = np.add.outer(w2 * side, w1 * side) + b
        axes.contour(side, side, plane, [0.0], colors=theme.ink, linewidths=1.5, linestyles="dashed")
