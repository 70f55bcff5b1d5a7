"""The digit network, drawn from the live `Network` and its `Trace`.

Its 45 000 wires would be a grey smear: only those are drawn that weigh most to one neuron in
each layer, which makes a path from the pixels to the answer.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from nncore import Network, Trace, terms
from ui.figures.bars import percent
from ui.figures.base import TEXT, WIDTH, diagram_axes, marker, neuron, wire
from ui.figures.network import HEIGHT, Moment, column_head, short
from ui.theme import Array, Theme, activations, diverging, mix, rgb

Point = tuple[float, float]
MIDDLE = 1.46
"""Height of the diagram's middle line above its lower edge, in inches."""
HEADS = (0.64, 1.74, 2.64, 3.7)
"""Where the columns stand, from the left edge, in inches."""
ACROSS = 5
"""How many neurons stand side by side in a hidden layer."""
CELL = 12
"""How many pixels a neuron's cell is drawn with, a line on two sides among them."""
PICTURE = 1.12
"""Side of the input picture in inches."""


def draw_digit_network(
    theme: Theme, network: Network, trace: Trace, moment: Moment, chosen: Sequence[int]
) -> Figure:
    """Draw the digit network at one moment; `chosen` names one neuron in each layer, from layer 1 on."""
    _, axes = diagram_axes(theme, HEIGHT)
    for layer in range(len(network.sizes)):
        column_head(axes, theme, HEADS[layer], layer, trace, moment)
    for layer in range(1, moment.layer + 1):
        _draw_wires(axes, theme, network, trace, moment, layer, chosen)
    _draw_picture(axes, theme, trace, now=moment.step == 0)
    for layer in range(1, len(network.layers)):
        _draw_grid(axes, theme, network, trace, moment, layer, chosen[layer - 1])
    _draw_outputs(axes, theme, network, trace, moment, chosen[-1])
    axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    return axes.figure  # type: ignore[return-value]


def _place(network: Network, layer: int, index: int) -> Point:
    """Return where a pixel or a neuron stands."""
    if layer == 0:
        return _cell(HEADS[0], 28, 28, PICTURE / 28, index)
    if layer == len(network.layers):
        return HEADS[layer] - 0.22, MIDDLE + 0.27 * (4.5 - index)
    rows, side = _grid(network.sizes[layer])
    return _cell(HEADS[layer], rows, ACROSS, side, index)


def _grid(size: int) -> tuple[int, float]:
    """Return the number of rows of a hidden layer, and the side of a cell in inches."""
    rows = -(-size // ACROSS)
    return rows, min(0.15, 2.66 / rows)


def _cell(x: float, rows: int, columns: int, side: float, index: int) -> Point:
    row, column = divmod(index, columns)
    return x + side * (column - (columns - 1) / 2), MIDDLE + side * ((rows - 1) / 2 - row)


def _draw_wires(
    axes: Axes,
    theme: Theme,
    network: Network,
    trace: Trace,
    moment: Moment,
    layer: int,
    chosen: Sequence[int],
) -> None:
    """Draw the wires that weigh most to the chosen neuron of a layer."""
    heaviest = terms(network, trace, layer, chosen[layer - 1]).terms
    largest = max((abs(term.value * term.weight) for term in heaviest), default=1.0) or 1.0
    x, y = _place(network, layer, chosen[layer - 1])
    end = (x - 0.06, y)
    now = layer == moment.layer and moment.adds
    for term in heaviest:
        thickness = 0.6 + 2.6 * abs(term.value * term.weight) / largest
        start = _place(network, layer - 1, term.index)
        wire(axes, theme, start, end, term.weight, thickness, opacity=1.0 if now else 0.4)


def _draw_picture(axes: Axes, theme: Theme, trace: Trace, *, now: bool) -> None:
    left, bottom = HEADS[0] - PICTURE / 2, MIDDLE - PICTURE / 2
    if now:
        marker(axes, theme, (left - 0.06, bottom - 0.06), PICTURE + 0.12, PICTURE + 0.12)
    pixels = activations(theme, trace[0].value.reshape(28, 28))
    _show(axes, pixels, left, bottom, PICTURE, PICTURE)
    axes.add_patch(Rectangle((left, bottom), PICTURE, PICTURE, fill=False, ec=theme.ink, lw=0.8, zorder=1.7))


def _draw_grid(
    axes: Axes, theme: Theme, network: Network, trace: Trace, moment: Moment, layer: int, chosen: int
) -> None:
    """Draw a hidden layer as a grid of cells, in reading order, each filled by its value."""
    rows, side = _grid(network.sizes[layer])
    width, height = ACROSS * side, rows * side
    left, bottom = HEADS[layer] - width / 2, MIDDLE - height / 2
    if layer == moment.layer:
        marker(axes, theme, (left - 0.06, bottom - 0.06), width + 0.12, height + 0.12)
    _show(axes, _cells(theme, trace, moment, layer, rows), left, bottom, width, height)
    if layer <= moment.layer:
        x, y = _place(network, layer, chosen)
        corner = (x - side / 2, y - side / 2)
        axes.add_patch(Rectangle(corner, side, side, fill=False, ec=theme.ink, lw=1.8, zorder=5))


def _cells(theme: Theme, trace: Trace, moment: Moment, layer: int, rows: int) -> Array:
    """Return the picture of a hidden layer: a square for each neuron, thin lines between them."""
    cells = np.tile(rgb(theme.paper), (rows * ACROSS, 1))
    if moment.known >= 2 * layer:
        colours = activations(theme, trace[2 * layer].value)
    elif moment.known == 2 * layer - 1:
        colours = diverging(theme, trace[2 * layer - 1].value)
    else:
        colours = mix(theme.paper, theme.second, np.ones(trace[2 * layer].shape))
    cells[: len(colours)] = colours
    picture: Array = cells.reshape(rows, ACROSS, 3).repeat(CELL, axis=0).repeat(CELL, axis=1)
    line = theme.line if moment.known < 2 * layer - 1 else theme.paper
    for lines in (picture[::CELL], picture[-1:], picture[:, ::CELL], picture[:, -1:]):
        lines[:] = rgb(line)
    return picture


def _draw_outputs(
    axes: Axes, theme: Theme, network: Network, trace: Trace, moment: Moment, chosen: int
) -> None:
    """Draw the ten outputs as discs with their digits, and their values beside them."""
    layer = len(network.layers)
    pale = moment.known < 2 * layer - 1
    done = moment.known >= 2 * layer
    values = trace[2 * layer if done else 2 * layer - 1].value
    colours = (activations if done else diverging)(theme, values)
    best = int(trace.Y.argmax())
    for k, value in enumerate(values):
        x, y = _place(network, layer, k)
        fill = rgb(theme.primary) if done and k == best else colours[k]
        now = layer == moment.layer
        neuron(axes, theme, (x, y), str(k), fill, radius=0.115, now=now, pale=pale)
        if not pale:
            text = percent(float(value)) if done else short(value)
            weight = "bold" if k == (best if done else chosen) else "normal"
            style: dict[str, Any] = {"color": theme.ink, "weight": weight, "size": TEXT}
            axes.text(x + 0.17, y, text, ha="left", va="center", **style)


def _show(axes: Axes, colours: Array, left: float, bottom: float, width: float, height: float) -> None:
    extent = (left, left + width, bottom, bottom + height)
    axes.imshow(colours, extent=extent, interpolation="nearest", zorder=1.6, aspect="equal")
