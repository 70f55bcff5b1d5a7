"""A small network, drawn from the live `Network` and its `Trace`: one disc a neuron, one wire a weight.

What has been computed is filled by its value, what is computed now is under the highlighter, and
what is still to come is pale.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nncore import Network, Trace
from ui.figures.base import TEXT, WIDTH, diagram_axes, label, marker, neuron, wire
from ui.numbers import minus
from ui.theme import Array, Theme, activations, diverging

HEIGHT = 3.3
TOP = HEIGHT - 0.22
"""Height of the column heads above the lower edge, in inches."""
RADIUS = 0.29


@dataclass(frozen=True)
class Moment:
    """Where the walk is: the step computed now, and whether its values are still to be guessed."""

    step: int
    hidden: bool = False

    @property
    def known(self) -> int:
        """The last step whose values may be shown."""
        return self.step - self.hidden

    @property
    def layer(self) -> int:
        """The layer that the step belongs to: 0 for X, 1 for A1 and Z1."""
        return (self.step + 1) // 2

    @property
    def adds(self) -> bool:
        """Whether the step adds up (A) rather than activates (Z, Y)."""
        return self.step % 2 == 1


def short(value: float) -> str:
    """Return a number in at most six characters, for a disc: −0.574, 12.3, 4e+09."""
    size = abs(value)
    if size >= 99_999.5:
        text = f"{value:.0e}".replace("e+0", "e+")
    else:
        text = f"{value:.{3 if size < 9.9995 else 2 if size < 99.995 else 0}f}"
    return text.replace("-", "−") if float(text) else text.replace("-", "")


def draw_network(theme: Theme, network: Network, trace: Trace, moment: Moment) -> Figure:
    """Draw a network of a few neurons at one moment of its forward pass."""
    _, axes = diagram_axes(theme, HEIGHT)
    places = _places(network.sizes)
    for layer in range(1, len(network.sizes)):
        _draw_wires(axes, theme, network, trace, moment, layer, places)
    for layer in range(len(network.sizes)):
        column_head(axes, theme, places[layer][0][0], layer, trace, moment)
        _draw_neurons(axes, theme, trace, moment, layer, places[layer])
    return axes.figure  # type: ignore[return-value]


def column_head(axes: Axes, theme: Theme, x: float, layer: int, trace: Trace, moment: Moment) -> None:
    """Write what a column holds above it: X, or A1 → Z1; what is computed now is marked."""
    steps = [0] if layer == 0 else [2 * layer - 1, 2 * layer]
    offsets = [0.0] if layer == 0 else [-0.27, 0.27]
    for step, offset in zip(steps, offsets, strict=True):
        if step == moment.step:
            marker(axes, theme, (x + offset - 0.19, TOP - 0.14), 0.38, 0.28)
        colour = theme.on_highlight if step == moment.step else theme.ink
        colour = theme.muted if step > moment.step else colour
        weight = "bold" if step == moment.step else "normal"
        _write(axes, x + offset, trace.symbols[step], color=colour, weight=weight)
    if layer:
        _write(axes, x, "→", color=theme.muted)


def _write(axes: Axes, x: float, text: str, **style: Any) -> None:
    axes.text(x, TOP, text, ha="center", va="center", size=TEXT, **style)


def _places(sizes: tuple[int, ...]) -> list[list[tuple[float, float]]]:
    """Return where each neuron stands, by layer; a shorter layer spreads a little wider."""
    xs = np.linspace(0.4, WIDTH - 0.45, len(sizes))
    middle = (TOP - 0.2) / 2
    return [[(float(x), middle + y) for y in _spread(size)] for x, size in zip(xs, sizes, strict=True)]


def _spread(size: int) -> list[float]:
    """Return heights of neurons around the middle, the first on top."""
    step = 0.0 if size == 1 else min(1.44, 1.96 / (size - 1))
    return [step * ((size - 1) / 2 - i) for i in range(size)]


def _draw_wires(
    axes: Axes,
    theme: Theme,
    network: Network,
    trace: Trace,
    moment: Moment,
    layer: int,
    places: list[list[tuple[float, float]]],
) -> None:
    W = network[f"W{layer}"]
    flow = np.abs(W * trace[2 * (layer - 1)].value[:, np.newaxis])
    share = flow / (flow.max() or 1.0)
    to_come = layer > moment.layer
    now = layer == moment.layer and moment.adds
    for i, start in enumerate(places[layer - 1]):
        for j, end in enumerate(places[layer]):
            thickness = 1.0 if to_come else 0.6 + 4 * share[i, j]
            opacity = 1.0 if now or to_come else 0.45
            wire(axes, theme, start, end, W[i, j], thickness, pale=to_come, opacity=opacity)
            if now:
                _label_wire(axes, theme, start, end, W[i, j])


def _label_wire(
    axes: Axes, theme: Theme, start: tuple[float, float], end: tuple[float, float], weight: float
) -> None:
    """Write a weight on its wire, half an inch from its start, where no two labels meet."""
    share = 0.54 / float(np.hypot(end[0] - start[0], end[1] - start[1]))
    place = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    text = minus(f"{weight:.3g}")
    label(axes, theme, place, text, color=theme.positive if weight > 0 else theme.negative)


def _draw_neurons(
    axes: Axes, theme: Theme, trace: Trace, moment: Moment, layer: int, places: list[tuple[float, float]]
) -> None:
    adding, activating = max(0, 2 * layer - 1), 2 * layer
    newest = activating if moment.known >= activating else adding
    pale = moment.known < adding
    values = trace[newest].value
    colours: Array = (activations if newest == activating else diverging)(theme, values)
    for i, place in enumerate(places):
        text = ("?" if layer == moment.layer else "") if pale else short(values[i])
        neuron(axes, theme, place, text, colours[i], radius=RADIUS, now=layer == moment.layer, pale=pale)
