"""The digit network at a moment of a walk, forward or back.

All 45 000 wires would be a grey smear, so each layer shows only those that weigh most for one
neuron: together they are a path from the pixels to the answer. A click chooses another neuron.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from nncore import Network
from ui.figures.diagram_base import Diagram
from ui.figures.moment import Column, Head, Moment, wire_name
from ui.figures.network_diagram import BELOW, always_one, column_heads
from ui.figures.places import Place
from ui.numbers import percent, short
from ui.theme import Theme, rgb

TALL, MIDDLE = 330, 184
"""The height of the diagram without biases, and how far below its upper edge its middle line lies."""
FIRST, SECOND, LAST = 64, 174, 370
"""How far from the left edge the picture, the next column and the last one stand."""
ACROSS = 5
"""How many neurons stand side by side in a hidden layer."""
PICTURE = 112
"""The side of the input picture."""


def digit_diagram(
    theme: Theme,
    moment: Moment,
    chosen: Sequence[int],
    alt: str,
    heads: Sequence[str] = (),
) -> Diagram:
    """Describe the digit network at a moment of a walk; `chosen` names one neuron a layer, from layer 1 on.

    A neuron that can be chosen is picked under its layer and number: ``"2 17"``. `heads` stand above the
    columns in place of the symbols.
    """
    network, back = moment.network, moment.goes_back
    diagram = Diagram(theme, TALL + (0 if back else BELOW), alt, step=f"{moment.step}", back=back)
    columns, last = _columns_of(network), len(network.layers)
    shown = [moment.at(theme, layer) for layer in range(last + 1)]
    for layer, x in enumerate(columns):
        column_heads(diagram, layer, x, [Head(heads[layer])] if heads else moment.heads(layer))
    _draw_cells(diagram, network, 0, columns[0], shown[0], tips=moment.pixel_tips(chosen[0]))
    for layer in range(1, last):
        marked = chosen[layer - 1] if moment.reached(layer) else None
        _draw_cells(diagram, network, layer, columns[layer], shown[layer], marked)
    for layer in range(1, last + 1):
        _draw_heaviest(diagram, moment, layer, columns, chosen)
        if not back:
            always_one(diagram, (columns[layer - 1], TALL + BELOW / 2), layer, moment)
    _draw_outputs(diagram, network, columns[-1], shown[-1], chosen[-1], moment.best)
    return diagram


def _columns_of(network: Network) -> list[float]:
    """Return where the columns stand: the picture, then one for each layer at even distances."""
    hidden = len(network.layers) - 1
    return [FIRST, *map(float, np.linspace(SECOND, LAST, hidden + 1))] if hidden else [FIRST, LAST]


def _grid_of(network: Network, layer: int) -> tuple[int, int, float]:
    """Return the columns and rows of a layer's cells, and the side of one.

    A large layer has more columns, so that its cells stay visible.
    """
    if layer == 0:
        return 28, 28, PICTURE / 28
    size = network.sizes[layer]
    across = max(ACROSS, round((size / 4) ** 0.5))
    rows = -(-size // across)
    return across, rows, min(15, 266 / rows)


def _place_of(network: Network, layer: int, index: int, x: float) -> Place:
    """Return where a pixel or a neuron of the column at x stands."""
    if layer == len(network.layers):
        return x - 22, MIDDLE + 27 * (index - 4.5)
    across, rows, side = _grid_of(network, layer)
    row, column = divmod(index, across)
    return x + side * (column - (across - 1) / 2), MIDDLE + side * (row - (rows - 1) / 2)


def _draw_cells(
    diagram: Diagram,
    network: Network,
    layer: int,
    x: float,
    column: Column,
    chosen: int | None = None,
    tips: Mapping[int, str] | None = None,
) -> None:
    """Draw the picture or a hidden layer as cells, in reading order, each filled by its value."""
    across, rows, side = _grid_of(network, layer)
    width, height, size = across * side, rows * side, network.sizes[layer]
    left, top = x - width / 2, MIDDLE - height / 2
    if column.now:
        diagram.box("cells now", (left - 6, top - 6), width + 12, height + 12)
    look = {
        "gap": side / 10 if layer else 0.0,
        "line": diagram.theme.line if column.values is None else "none",
    }
    picks = [f"{layer} {i}" for i in range(size)] if column.now and layer else ()
    told = {i: column.tip(i) for i in range(size)} if tips is None else tips
    name, corner = f"layer {layer}", (left, top)
    diagram.grid(name, corner, across, side, column.colours, tips=told, tip="0", picks=picks, **look)  # type: ignore[arg-type]
    frame = {"fill": "none", "line": diagram.theme.ink}
    if layer == 0:
        diagram.box("picture", corner, width, round=0, **frame)  # type: ignore[arg-type]
    elif chosen is not None:
        u, v = _place_of(network, layer, chosen, x)
        corner = u - side / 2, v - side / 2
        diagram.box(f"chosen {layer}", corner, side, thickness=2.4, round=1, **frame)  # type: ignore[arg-type]


def _draw_outputs(
    diagram: Diagram, network: Network, x: float, column: Column, chosen: int, best: int | None = None
) -> None:
    """Draw the ten outputs as discs with their digits and values; the best is the answer."""
    theme, layer, values = diagram.theme, len(network.layers), column.values
    for k in range(network.sizes[-1]):
        u, v = _place_of(network, layer, k, x)
        diagram.neuron(
            f"neuron {layer} {k}",
            (u, v),
            str(k),
            rgb(theme.primary) if k == best else column.colours[k],
            radius=11.5,
            now=column.now,
            pale=values is None,
            tip=column.tip(k),
            pick=f"{layer} {k}" if column.now else "",
            chosen=k == chosen,
        )
        if values is not None:
            text = short(float(values[k])) if best is None else percent(float(values[k]))
            bold = k == (chosen if best is None else best)
            diagram.text(f"value {k}", (u + 17, v), text, bold=bold, anchor="start")


def _draw_heaviest(
    diagram: Diagram, moment: Moment, layer: int, columns: Sequence[float], chosen: Sequence[int]
) -> None:
    """Draw the wires of a layer that weigh most, as thick as what they bring."""
    wires, network, now = moment.heaviest(layer, chosen), moment.network, moment.flows(layer)
    largest = max((abs(wire.amount) for wire in wires), default=0.0) or 1.0
    for i, j, sign, amount, tip in wires:
        x, y = _place_of(network, layer, j, columns[layer])
        start = (columns[layer - 1], TALL + BELOW / 2)
        if i < network.sizes[layer - 1]:
            start = _place_of(network, layer - 1, i, columns[layer - 1])
        thick = 0.8 + 3.6 * abs(amount) / largest
        name, end = wire_name(network, layer, i, j), (x - 6, y)
        diagram.wire(name, start, end, sign, thick, opacity=1.0 if now else 0.4, flows=now, tip=tip)
