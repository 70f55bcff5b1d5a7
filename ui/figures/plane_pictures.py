"""A small network that learns points in the plane: the output of each neuron as a surface."""

import math

import numpy as np

from nncore import Array, Network, Trace
from ui.figures.axis import Axis
from ui.figures.diagram_base import WIDTH, Diagram
from ui.figures.places import Place, in_columns
from ui.figures.plot import Dot, Plot
from ui.numbers import minus
from ui.theme import Theme, activations, diverging, sequential

FINE, COARSE = 48, 24
"""Places along each side of the plane, for the answer and for one neuron."""
END = 1.1
"""The plane goes from −END to END."""
SIDE = 34
"""The side of one neuron's surface."""
WIDE, HIGH = 390, 300
"""The size of the network: narrow enough for legible words in half of an instrument."""


def plane() -> Array:
    """Return the places of the plane (FINE², 2) float32, row by row from its upper left."""
    across = np.linspace(-END, END, FINE, dtype=np.float32)
    x, y = np.meshgrid(across, across[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


def network_surfaces(theme: Theme, network: Network, trace: Trace, alt: str) -> Diagram:
    """Draw each neuron as its output over the plane, and the wires between them."""
    diagram = Diagram(theme, HIGH, alt, width=WIDE)
    places = in_columns(network.sizes, (30, WIDE - 30), HIGH / 2 - 4, 56, HIGH - 100)
    for layer in range(1, len(network.sizes)):
        W, b = network[f"W{layer}"], network[f"b{layer}"]
        largest = float(np.abs(W).max()) or 1.0
        one = (places[layer - 1][0][0], HIGH - 14)
        for j, end in enumerate(places[layer]):
            for i, start in enumerate(places[layer - 1]):
                _weight(diagram, f"W{layer}[{i}, {j}]", start, end, float(W[i, j]), largest)
            _weight(diagram, f"b{layer}[{j}]", one, end, float(b[j]), largest)
        look = {"fill": theme.second, "line": theme.line, "round": 10}
        diagram.box(f"one {layer}", (one[0] - 10, one[1] - 10), 20, **look)  # type: ignore[arg-type]
        diagram.text(f"one of {layer}", one, "1", theme.muted)
    for layer, column in enumerate(places):
        values = trace[2 * layer].value.reshape(FINE, FINE, -1)[::2, ::2]
        for i, place in enumerate(column):
            tip = f"{trace.symbols[2 * layer]}[{i}]"
            _surface(diagram, f"neuron {layer} {i}", place, colours_of(theme, layer, values[..., i]), tip)
    for layer, column in enumerate(places):
        diagram.text(f"head {layer}", (column[0][0], 14), trace.symbols[2 * layer], theme.muted)
    return diagram


def _weight(diagram: Diagram, name: str, start: Place, end: Place, weight: float, largest: float) -> None:
    """Draw a wire; a bias is the weight of an input that is always 1."""
    thick = 0.4 + 4 * min(abs(weight) / largest, 1) if np.isfinite(weight) else 0.4
    begin, stop = (start[0] + SIDE / 2, start[1]), (end[0] - SIDE / 2, end[1])
    tip = minus(f"{name} = {weight:.3f}")
    diagram.wire(name, begin, stop, weight, thick, opacity=0.7, tip=tip)


def colours_of(theme: Theme, layer: int, values: Array) -> Array:
    """Colour the output of a neuron: inputs by their sign, others by the palette of activations."""
    values = np.nan_to_num(values)
    return diverging(theme, values) if layer == 0 else activations(theme, values)


def _surface(diagram: Diagram, name: str, place: Place, colours: Array, tip: str) -> None:
    corner = (place[0] - SIDE / 2, place[1] - SIDE / 2)
    diagram.picture(name, corner, SIDE, SIDE, colours, tip=tip)
    look = {"fill": "none", "line": diagram.theme.ink, "round": 1}
    diagram.box(f"{name} frame", corner, SIDE, **look)  # type: ignore[arg-type]


def answer_surface(
    theme: Theme, share: Array, points: tuple[Array, Array], alt: str, *, paints: bool = False
) -> Diagram:
    """Draw the second class's probability over the plane, with the points; `paints` lets cells be picked."""
    diagram, side = Diagram(theme, WIDTH, alt, paints=paints), WIDTH - 20
    corner = (10, 10)
    colours = diverging(theme, 1.4 * np.nan_to_num(share.reshape(FINE, FINE), nan=0.5) - 0.7, 1.0)
    if paints:
        cells = colours[::2, ::2].reshape(-1, 3)
        picks = [f"{i}" for i in range(len(cells))]
        diagram.grid("cell", corner, COARSE, side / COARSE, cells, picks=picks, tip="")
    else:
        diagram.picture("answer", corner, side, side, colours)
    plot = Plot(diagram, "plane", corner, side, side, Axis((-END, END)), Axis((-END, END)))
    x, t = points
    for number, ((u, v), colour) in enumerate(zip(x, t, strict=True)):
        fill = (theme.negative, theme.positive)[int(colour)]
        plot.dot(f"point {number}", Dot(float(u), float(v), fill, 4.5), square=not colour)
    return diagram


def cell_place(cell: int) -> tuple[float, float]:
    """Return the middle of a cell in the plane."""
    row, column = divmod(cell, COARSE)
    step = 2 * END / COARSE
    return -END + step * (column + 0.5), END - step * (row + 0.5)


def weight_sheets(theme: Theme, W: Array, alt: str) -> Diagram:
    """Draw the first layer's weights (784, neurons): a picture of 28×28 for each neuron, in a square."""
    count = W.shape[1]
    across = math.ceil(math.sqrt(count))
    rows = -(-count // across)
    sheet = np.zeros((rows * across, 28, 28), np.float32)
    sheet[:count] = np.nan_to_num(W).T.reshape(count, 28, 28)
    limit = 4 * float(sheet.std()) or 1.0
    joined = sheet.reshape(rows, across, 28, 28).swapaxes(1, 2).reshape(rows * 28, across * 28)
    colours = diverging(theme, joined, limit)
    colours[::28] = colours[:, ::28] = sequential(theme, 0.15)
    colours[-27:, (count - (rows - 1) * across) * 28 + 1 :] = sequential(theme, 0)  # where no neuron is left
    diagram = Diagram(theme, WIDTH * rows / across, alt)
    diagram.picture("sheet", (0, 0), WIDTH, WIDTH * rows / across, colours)
    return diagram
