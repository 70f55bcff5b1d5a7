"""The digit network, described from the live `Network` and its `Trace`.

Its 45 000 wires would be a grey smear: only those are drawn that weigh most to one neuron in
each layer, which makes a path from the pixels to the answer. Another neuron is chosen by a click.
"""

from collections.abc import Sequence

import numpy as np

from nncore import Array, Network, Trace, contributions, terms
from ui.figures.diagram_base import Diagram, Place
from ui.figures.network_diagram import BELOW, TOP, Moment, always_one, column_head
from ui.numbers import fixed, percent, short
from ui.theme import Theme, activations, diverging, mix, rgb

TALL, MIDDLE = 330, 184
"""How high the diagram is, and where its middle line lies from its upper edge."""
FIRST, SECOND, LAST = 64, 174, 370
"""Where the picture, the next column and the last one stand, from the left edge."""
ACROSS = 5
"""How many neurons stand side by side in a hidden layer."""
PICTURE = 112
"""Side of the input picture."""


def digit_diagram(
    theme: Theme,
    network: Network,
    trace: Trace,
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
    columns = columns_of(network)
    for layer, x in enumerate(columns):
        if heads:
            diagram.text(f"head {layer}", (x, TOP), heads[layer], theme.muted)
        else:
            column_head(diagram, x, layer, trace, moment)
    _picture(diagram, network, trace, moment, chosen, columns[0])
    for layer in range(1, len(network.layers)):
        _hidden(diagram, network, trace, moment, layer, chosen[layer - 1], columns[layer])
    for layer in range(1, moment.layer + 1):
        _wires(diagram, network, trace, moment, layer, chosen, columns)
    for layer in range(1, len(columns)):
        always_one(diagram, (columns[layer - 1], TALL + BELOW / 2), layer, moment)
    _outputs(diagram, network, trace, moment, chosen[-1], columns[-1])
    return diagram


def columns_of(network: Network) -> list[float]:
    """Return where the columns stand: the picture, and evenly after it one for each layer."""
    hidden = len(network.layers) - 1
    return [FIRST, *map(float, np.linspace(SECOND, LAST, hidden + 1))] if hidden else [FIRST, LAST]


def grid_of(size: int, across: int = ACROSS) -> tuple[int, float]:
    """Return the number of rows of a grid of neurons, and the side of a cell."""
    rows = -(-size // across)
    return rows, min(15, 266 / rows)


def place_of(network: Network, layer: int, index: int, x: float) -> Place:
    """Return where a pixel or a neuron stands, in the column at x."""
    if layer == len(network.layers):
        return x - 22, MIDDLE + 27 * (index - 4.5)
    across = 28 if layer == 0 else across_of(network.sizes[layer])
    rows, side = (28, PICTURE / 28) if layer == 0 else grid_of(network.sizes[layer], across)
    row, column = divmod(index, across)
    return x + side * (column - (across - 1) / 2), MIDDLE + side * (row - (rows - 1) / 2)


def across_of(size: int) -> int:
    """Return how many neurons stand side by side: more in a large layer, so that cells stay visible."""
    return max(ACROSS, round((size / 4) ** 0.5))


def _wires(
    diagram: Diagram,
    network: Network,
    trace: Trace,
    moment: Moment,
    layer: int,
    chosen: Sequence[int],
    columns: Sequence[float],
) -> None:
    """Draw the wires that weigh most to the chosen neuron of a layer."""
    k = chosen[layer - 1]
    heaviest = terms(network, trace, layer, k).terms
    largest = max((abs(term.value * term.weight) for term in heaviest), default=1.0) or 1.0
    x, y = place_of(network, layer, k, columns[layer])
    now = layer == moment.layer and moment.adds
    bias, start = float(network[f"b{layer}"][k]), (columns[layer - 1], TALL + BELOW / 2)
    thick = 0.8 + 3.6 * min(1.0, abs(bias) / largest)
    look, tip = {"opacity": 1.0 if now else 0.4, "flows": now}, f"b{layer}[{k}] = {fixed(bias, 3)}"
    diagram.wire(f"b{layer}[{k}]", start, (x - 6, y), bias, thick, tip=tip, **look)  # type: ignore[arg-type]
    for term in heaviest:
        name = f"W{layer}[{term.index}, {k}]"
        diagram.wire(
            name,
            place_of(network, layer - 1, term.index, columns[layer - 1]),
            (x - 6, y),
            term.weight,
            0.8 + 3.6 * abs(term.value * term.weight) / largest,
            **look,  # type: ignore[arg-type]
            tip=f"{name} = {fixed(term.weight, 3)}\n{_product(trace, layer, term.index, term.weight)}",
        )


def _product(trace: Trace, layer: int, index: int, weight: float) -> str:
    """Return in numbers what one input adds to a sum: Z1[3] 0.981 · 0.52 = 0.510."""
    value = float(trace[2 * (layer - 1)].value[index])
    name = f"pixel [{index // 28}, {index % 28}]" if layer == 1 else f"Z{layer - 1}[{index}]"
    return f"{name} = {value:.3f}, times {fixed(weight, 3)} is {fixed(value * weight, 3)}"


def _picture(
    diagram: Diagram, network: Network, trace: Trace, moment: Moment, chosen: Sequence[int], x: float
) -> None:
    """Draw the input picture; a pixel with ink tells what it adds to the chosen neuron of layer 1."""
    left, top, pixels = x - PICTURE / 2, MIDDLE - PICTURE / 2, trace[0].value
    if moment.step == 0:
        diagram.box("picture now", (left - 6, top - 6), PICTURE + 12)
    added = contributions(network, trace, 1, chosen[0])
    tips = {
        int(i): f"pixel [{i // 28}, {i % 28}] = {pixels[i]:.3f}"
        + (f"\nadds {fixed(added[i], 3)} to A1[{chosen[0]}]" if moment.known >= 1 else "")
        for i in np.flatnonzero(pixels)
    }
    colours = activations(diagram.theme, pixels)
    diagram.grid("pixel", (left, top), 28, PICTURE / 28, colours, tips=tips, tip="a blank pixel: 0")
    style = {"fill": "none", "line": diagram.theme.ink, "round": 0}
    diagram.box("picture", (left, top), PICTURE, **style)  # type: ignore[arg-type]


def _hidden(
    diagram: Diagram, network: Network, trace: Trace, moment: Moment, layer: int, chosen: int, x: float
) -> None:
    """Draw a hidden layer as a grid of cells, in reading order, each filled by its value."""
    size = network.sizes[layer]
    across = across_of(size)
    rows, side = grid_of(size, across)
    width, height = across * side, rows * side
    left, top = x - width / 2, MIDDLE - height / 2
    if layer == moment.layer:
        diagram.box("layer now", (left - 6, top - 6), width + 12, height + 12)
    colours, symbol, values = _shown(diagram.theme, trace, moment, layer)
    tips = {
        i: f"neuron {i}" if values is None else f"{symbol}[{i}] = {fixed(v, 4)}"
        for i, v in enumerate(trace[2 * layer].value if values is None else values)
    }
    line = diagram.theme.line if values is None else "none"
    picks = [f"{layer} {i}" for i in range(size)] if layer == moment.layer else ()
    diagram.grid(
        f"layer {layer}", (left, top), across, side, colours, gap=side / 10, line=line, tips=tips, picks=picks
    )
    if layer <= moment.layer:
        u, v = place_of(network, layer, chosen, x)
        style = {"fill": "none", "line": diagram.theme.ink, "thickness": 2.4, "round": 1}
        diagram.box(f"chosen {layer}", (u - side / 2, v - side / 2), side, **style)  # type: ignore[arg-type]


def _shown(theme: Theme, trace: Trace, moment: Moment, layer: int) -> tuple[Array, str, Array | None]:
    """Return the colours of a hidden layer's cells, and what they show: Z, before that A, first nothing."""
    for step, colour in ((2 * layer, activations), (2 * layer - 1, diverging)):
        if moment.known >= step:
            return colour(theme, trace[step].value), trace.symbols[step], trace[step].value
    return mix(theme.paper, theme.second, np.ones(trace[2 * layer].shape)), "", None


def _outputs(diagram: Diagram, network: Network, trace: Trace, moment: Moment, chosen: int, x: float) -> None:
    """Draw the ten outputs as discs with their digits, and their values beside them."""
    theme, layer = diagram.theme, len(network.layers)
    pale, done = moment.known < 2 * layer - 1, moment.known >= 2 * layer
    values = trace[2 * layer if done else 2 * layer - 1].value
    colours = (activations if done else diverging)(theme, values)
    best, now = int(trace.Y.argmax()), layer == moment.layer
    for k, value in enumerate(values):
        u, v = place_of(network, layer, k, x)
        text = percent(float(value)) if done else short(value)
        diagram.neuron(
            f"neuron {layer} {k}",
            (u, v),
            str(k),
            rgb(theme.primary) if done and k == best else colours[k],
            radius=11.5,
            now=now,
            pale=pale,
            tip=f"output {k}" if pale else f"{'Y' if done else f'A{layer}'}[{k}] = {fixed(value, 4)}",
            pick=f"{layer} {k}" if now else "",
            chosen=k == chosen,
        )
        if not pale:
            diagram.text(
                f"value {k}", (u + 17, v), text, bold=k == (best if done else chosen), anchor="start"
            )
