"""A layer of neurons drawn as a network."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nncore import Array, shown_sums
from ui.figures.base import IN_DISC, WIDTH, diagram_axes, fitted, neuron, paper_label, wire
from ui.figures.diagram_base import Place
from ui.language import _
from ui.numbers import is_exact
from ui.theme import Theme, diverging

WIDER = 0.34
"""Radius in inches of a neuron here: there is room, and a sum can be long."""


def layer_figure(theme: Theme, x: Array, W: Array, b: Array, j: int) -> Figure:
    """Draw X·W + b as a small network: a neuron for each column of W; mark neuron j and its wires."""
    weights = W if W.ndim == 2 else W[:, np.newaxis]
    inputs, neurons = weights.shape
    sums = shown_sums(x, weights, b)
    height = max(0.85 * max(inputs + 1, neurons), 1.8)
    figure, axes = diagram_axes(theme, height)
    left = _spread(0.55, height, inputs + 1)
    right = _spread(WIDTH - 1.0, height, neurons)
    largest = float(np.abs(np.append(weights, b)).max()) or 1.0
    for n, end in enumerate(right):
        for start, w in zip(left, [*weights[:, n], b[n]], strict=True):
            thick = 1 + 3 * abs(float(w)) / largest
            if n == j:
                axes.plot(*zip(start, end, strict=True), color=theme.highlight, lw=thick + 7, zorder=1)
            wire(axes, theme, start, end, float(w), thick)
    _name_weights(axes, theme, left, right[j], [*weights[:, j], b[j]])
    exact = _neurons(axes, theme, left[:-1], x) & _neurons(axes, theme, right, sums, j)
    neuron(axes, theme, left[-1], "1", diverging(theme, 0.0, 1.0), radius=WIDER)
    if not exact:
        paper_label(axes, theme, (WIDTH / 2, 0.14), _("rounded"), color=theme.muted)
    return figure


def _spread(x: float, height: float, count: int) -> list[Place]:
    """Return `count` places one below the other, evenly, at the same x."""
    return [(x, height * (1 - (n + 0.5) / count)) for n in range(count)]


def _neurons(axes: Axes, theme: Theme, places: Sequence[Place], values: Array, now: int = -1) -> bool:
    """Draw a disc for each value, number `now` marked; return whether all numbers fit without rounding."""
    limit = float(np.abs(values).max())
    texts = [fitted(value, IN_DISC * WIDER) for value in values]
    for n, (place, value, text) in enumerate(zip(places, values, texts, strict=True)):
        neuron(axes, theme, place, text, diverging(theme, value, limit), radius=WIDER, now=n == now)
    return all(map(is_exact, texts, values))


def _name_weights(
    axes: Axes, theme: Theme, starts: Sequence[Place], end: Place, weights: Sequence[float]
) -> None:
    """Write its weight on each wire into one neuron, nearer to where they come from."""
    for (x, y), w in zip(starts, weights, strict=True):
        place = (x + 0.36 * (end[0] - x), y + 0.36 * (end[1] - y))
        paper_label(axes, theme, place, fitted(w, 0.6))
