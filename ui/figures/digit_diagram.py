"""The digit network, described from the live `Network` and its `Trace`.

Its 45 000 wires would be a grey smear: only those are drawn that weigh most to one neuron in
each layer, which makes a path from the pixels to the answer. Another neuron is chosen by a click.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nncore import Network, contributions, terms
from ui.figures.diagram_base import Diagram, Place
from ui.figures.moment import Column, Moment
from ui.figures.network_diagram import BELOW, TOP, always_one, column_head
from ui.numbers import fixed, percent, short
from ui.theme import Theme, rgb

TALL, MIDDLE = 330, 184
"""How high the diagram is, and where its middle line lies from its upper edge."""
FIRST, SECOND, LAST = 64, 174, 370
"""Where the picture, the next column and the last one stand, from the left edge."""
ACROSS = 5
"""How many neurons stand side by side in a hidden layer."""
PICTURE = 112
"""Side of the input picture."""


@dataclass(frozen=True)
class Wire:
    """One of the wires that weigh most: its ends, what it brings, which colours it, and what it tells."""

    name: str
    start: Place
    end: Place
    sign: float
    amount: float
    tip: str


def digit_diagram(
    theme: Theme,
    moment: Moment,
    chosen: Sequence[int],
    alt: str,
    heads: Sequence[str] = (),
) -> Diagram:
    """Describe the digit network at one moment; `chosen` names one neuron a layer, from layer 1 on.

    A neuron that can be chosen is picked under its layer and number: ``"2 17"``. `heads` stand above the
    columns in place of the symbols.
    """
    diagram = Diagram(theme, TALL + BELOW, alt, step=f"{moment.step}")
    network = moment.network
    columns, last = columns_of(network), len(network.layers)
    shown = [moment.at(theme, layer) for layer in range(last + 1)]
    for layer, x in enumerate(columns):
        if heads:
            diagram.text(f"head {layer}", (x, TOP), heads[layer], theme.muted)
        else:
            column_head(diagram, x, layer, moment)
    draw_cells(diagram, network, 0, columns[0], shown[0], tips=_pixels(moment, chosen[0]))
    for layer in range(1, last):
        marked = chosen[layer - 1] if layer <= moment.layer else None
        draw_cells(diagram, network, layer, columns[layer], shown[layer], marked)
    for layer in range(1, moment.layer + 1):
        wires = _heaviest(moment, layer, chosen, columns)
        draw_heaviest(diagram, wires, now=layer == moment.layer and moment.adds)
    for layer, x in enumerate(columns[:-1], 1):
        always_one(diagram, (x, TALL + BELOW / 2), layer, pale=layer > moment.layer)
    best = int(moment.trace.Y.argmax()) if moment.known >= 2 * last else None
    draw_outputs(diagram, network, columns[-1], shown[-1], chosen[-1], best)
    return diagram


def columns_of(network: Network) -> list[float]:
    """Return where the columns stand: the picture, and evenly after it one for each layer."""
    hidden = len(network.layers) - 1
    return [FIRST, *map(float, np.linspace(SECOND, LAST, hidden + 1))] if hidden else [FIRST, LAST]


def grid_of(network: Network, layer: int) -> tuple[int, int, float]:
    """Return how many cells stand side by side and below each other, and the side of one.

    A large layer has more of them side by side, so that cells stay visible.
    """
    if layer == 0:
        return 28, 28, PICTURE / 28
    size = network.sizes[layer]
    across = max(ACROSS, round((size / 4) ** 0.5))
    rows = -(-size // across)
    return across, rows, min(15, 266 / rows)


def place_of(network: Network, layer: int, index: int, x: float) -> Place:
    """Return where a pixel or a neuron stands, in the column at x."""
    if layer == len(network.layers):
        return x - 22, MIDDLE + 27 * (index - 4.5)
    across, rows, side = grid_of(network, layer)
    row, column = divmod(index, across)
    return x + side * (column - (across - 1) / 2), MIDDLE + side * (row - (rows - 1) / 2)


def draw_cells(
    diagram: Diagram,
    network: Network,
    layer: int,
    x: float,
    column: Column,
    chosen: int | None = None,
    tips: Mapping[int, str] | None = None,
) -> None:
    """Draw the picture or a hidden layer as cells, in reading order, each filled by its value."""
    across, rows, side = grid_of(network, layer)
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
        u, v = place_of(network, layer, chosen, x)
        corner = u - side / 2, v - side / 2
        diagram.box(f"chosen {layer}", corner, side, thickness=2.4, round=1, **frame)  # type: ignore[arg-type]


def _pixels(moment: Moment, neuron: int) -> dict[int, str]:
    """Return what each pixel with ink tells: its grey, and what it adds to a neuron of layer 1."""
    pixels, added = moment.trace[0].value, contributions(moment.network, moment.trace, 1, neuron)
    return {
        int(i): f"[{i // 28}, {i % 28}] = {pixels[i]:.3f}"
        + (f"\n→ A1[{neuron}]: {fixed(added[i], 3)}" if moment.known >= 1 else "")
        for i in np.flatnonzero(pixels)
    }


def draw_outputs(
    diagram: Diagram, network: Network, x: float, column: Column, chosen: int, best: int | None = None
) -> None:
    """Draw the ten outputs as discs with their digits, with their values; the best is the answer."""
    theme, layer, values = diagram.theme, len(network.layers), column.values
    for k in range(network.sizes[-1]):
        u, v = place_of(network, layer, k, x)
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


def draw_heaviest(diagram: Diagram, wires: Sequence[Wire], *, now: bool) -> None:
    """Draw the wires that weigh most, as thick as what they bring."""
    largest = max((abs(wire.amount) for wire in wires), default=0.0) or 1.0
    for wire in wires:
        diagram.wire(
            wire.name,
            wire.start,
            wire.end,
            wire.sign,
            0.8 + 3.6 * abs(wire.amount) / largest,
            opacity=1.0 if now else 0.4,
            flows=now,
            tip=wire.tip,
        )


def _heaviest(moment: Moment, layer: int, chosen: Sequence[int], columns: Sequence[float]) -> list[Wire]:
    """Return the wires that weigh most to the chosen neuron of a layer, and that of its bias."""
    network, trace, k = moment.network, moment.trace, chosen[layer - 1]
    inputs = trace[2 * (layer - 1)].value
    x, y = place_of(network, layer, k, columns[layer])
    end, bias = (x - 6, y), float(network[f"b{layer}"][k])
    start, name = (columns[layer - 1], TALL + BELOW / 2), f"b{layer}[{k}]"
    wires = [Wire(name, start, end, bias, bias, f"{name} = {fixed(bias, 3)}")]
    for term in terms(network, trace, layer, k).terms:
        name, place = f"W{layer}[{term.index}, {k}]", divmod(term.index, 28)
        source = f"X[{place[0]}, {place[1]}]" if layer == 1 else f"Z{layer - 1}[{term.index}]"
        value, product = float(inputs[term.index]), term.value * term.weight
        tip = f"{name} = {fixed(term.weight, 3)}\n· {source} {value:.3f} = {fixed(product, 3)}"
        start = place_of(network, layer - 1, term.index, columns[layer - 1])
        wires.append(Wire(name, start, end, term.weight, product, tip))
    return wires
