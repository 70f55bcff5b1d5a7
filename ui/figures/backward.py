"""The walk backwards on the same diagrams: what arrives at each neuron, and what leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nncore import Array, Backward, Network, Trace
from ui.figures.diagram_base import Diagram, Place
from ui.figures.digit_diagram import MIDDLE, PICTURE, TALL, across_of, columns_of, grid_of, place_of
from ui.figures.network_diagram import HEIGHT, TOP, places_of
from ui.numbers import fixed, minus, short
from ui.theme import Theme, activations, diverging

BELOW, ASIDE, ONE = 38, 26, 15
"""The room for the inputs that are always 1, below the neurons; how far right of a column; their radius."""
WIRES = 6
"""So many of the wires that weigh most are drawn in the digit network."""


@dataclass(frozen=True)
class BackMoment:
    """Where the walk back is: a network, its forward pass, all backward steps, and the step that is shown."""

    network: Network
    trace: Trace
    back: Backward
    step: int

    @property
    def symbol(self) -> str:
        """The name of the step: dA3."""
        return self.back.symbols[self.step]

    @property
    def layer(self) -> int:
        """Whose numbers it is about: 0 for the inputs."""
        return int(self.symbol[2:] or 0)

    @property
    def known(self) -> tuple[str, ...]:
        """The steps up to here."""
        return self.back.symbols[: self.step + 1]

    def at(self, layer: int) -> tuple[str, Array | None]:
        """Return the newest gradient that is known at a layer's neurons, with its name."""
        names = (f"dA{layer}", f"dZ{layer}") if layer else ("dX",)
        found = next((name for name in names if name in self.known), "")
        return found, self.back[found] if found else None


def toy_back(theme: Theme, moment: BackMoment, chosen: int, alt: str) -> Diagram:
    """Describe a small network at one moment of the walk back."""
    network = moment.network
    diagram = Diagram(theme, HEIGHT + BELOW, alt, step=f"back {moment.step}", back=True)
    places = places_of(network.sizes)
    for layer in range(len(network.sizes) - 1, 0, -1):
        _toy_wires(diagram, moment, layer, places)
    for layer, column in enumerate(places):
        _head(diagram, moment, layer, column[0][0])
        name, values = moment.at(layer)
        colours = diverging(theme, np.zeros(len(column)) if values is None else values)
        now = layer == moment.layer and moment.symbol[1] in "AZX"
        for i, place in enumerate(column):
            text = "" if values is None else short(float(values[i]))
            tip = f"neuron {i}" if values is None else f"{name}[{i}] = {fixed(values[i], 6)}"
            pick, picked = (f"{layer} {i}", layer == moment.layer and i == chosen) if layer else ("", False)
            diagram.neuron(
                f"neuron {layer} {i}",
                place,
                text,
                colours[i],
                now=now,
                pale=values is None,
                tip=tip,
                pick=pick if layer == moment.layer else "",
                chosen=picked,
            )
    return diagram


def _toy_wires(diagram: Diagram, moment: BackMoment, layer: int, places: Sequence[Sequence[Place]]) -> None:
    """Draw a layer's wires: first by weight, and by gradient once that is known."""
    name = f"dW{layer}"
    known, goes = name in moment.known, moment.symbol == (f"dZ{layer - 1}" if layer > 1 else "dX")
    values = moment.back[name] if known else moment.network[f"W{layer}"]
    _biases(diagram, moment, layer, places)
    largest = float(np.abs(values).max()) or 1.0
    now = goes or moment.symbol == name
    for i, start in enumerate(places[layer - 1]):
        for j, end in enumerate(places[layer]):
            value, what = float(values[i, j]), f"{name if known else f'W{layer}'}[{i}, {j}]"
            diagram.wire(
                f"W{layer}[{i}, {j}]",
                start,
                end,
                value,
                0.8 + 4 * abs(value) / largest,
                pale=not known and not goes,
                opacity=1.0 if now else 0.45,
                flows=goes,
                tip=f"{what} = {fixed(value, 6)}",
            )


def _biases(diagram: Diagram, moment: BackMoment, layer: int, places: Sequence[Sequence[Place]]) -> None:
    """Draw a layer's input that is always 1, and its wires: by bias, and by gradient once that is known."""
    known = f"db{layer}" in moment.known
    values = moment.back[f"db{layer}"] if known else moment.network[f"b{layer}"]
    one = places[layer - 1][0][0] + ASIDE, HEIGHT + BELOW / 2
    for j, end in enumerate(places[layer]):
        name, value = f"{'d' * known}b{layer}[{j}]", float(values[j])
        now = moment.symbol == f"db{layer}"
        thick, tip = 0.8 + min(4 * abs(value), 4), f"{name} = {fixed(value, 6)}"
        look = {"pale": not known, "opacity": 1.0 if now else 0.45}
        diagram.wire(f"b{layer}[{j}]", one, end, value, thick, tip=tip, **look)  # type: ignore[arg-type]
    diagram.neuron(f"one {layer}", one, "1", np.ones(3), radius=ONE, pale=True)


def _head(diagram: Diagram, moment: BackMoment, layer: int, x: float) -> None:
    """Write what a column shows above it."""
    theme, name = diagram.theme, moment.at(layer)[0]
    now = layer == moment.layer and bool(name)
    if now:
        diagram.box("head now", (x - 22, TOP - 14), 44, 28)
    text = name or ("X" if layer == 0 else f"layer {layer}")
    diagram.text(f"head {layer}", (x, TOP), text, theme.on_highlight if now else theme.muted, bold=now)


def digit_back(theme: Theme, moment: BackMoment, chosen: Sequence[int], alt: str) -> Diagram:
    """Describe the digit network at one moment of the walk back; `chosen` is one neuron a layer."""
    network = moment.network
    diagram = Diagram(theme, TALL, alt, step=f"back {moment.step}", back=True)
    columns, last = columns_of(network), len(network.layers)
    for layer, x in enumerate(columns):
        _head(diagram, moment, layer, x)
        if layer < last:
            _cells(diagram, moment, layer, x, chosen)
    for layer in range(moment.layer, last):
        _strongest(diagram, moment, layer, chosen, columns)
    name, values = moment.at(last)
    colours = diverging(theme, np.zeros(10) if values is None else values)
    for k in range(network.sizes[-1]):
        u, v = place_of(network, last, k, columns[-1])
        value = "" if values is None else short(float(values[k]))
        now, picks = last == moment.layer, f"{last} {k}" if last == moment.layer else ""
        look = {"radius": 11.5, "now": now, "pale": values is None, "chosen": k == chosen[-1]}
        tip = f"{name}[{k}] = {value}"
        diagram.neuron(f"neuron {last} {k}", (u, v), str(k), colours[k], tip=tip, pick=picks, **look)  # type: ignore[arg-type]
        diagram.text(f"value {k}", (u + 17, v), value, anchor="start")
    return diagram


def _cells(diagram: Diagram, moment: BackMoment, layer: int, x: float, chosen: Sequence[int]) -> None:
    """Draw the picture or a hidden layer as cells, each filled by its gradient once that is known."""
    network, theme = moment.network, diagram.theme
    size, across = (784, 28) if layer == 0 else (network.sizes[layer], across_of(network.sizes[layer]))
    rows, side = (28, PICTURE / 28) if layer == 0 else grid_of(size, across)
    corner = (x - across * side / 2, MIDDLE - rows * side / 2)
    name, values = moment.at(layer)
    if layer == moment.layer:
        diagram.box("cells now", (corner[0] - 6, corner[1] - 6), across * side + 12, rows * side + 12)
    if values is None:
        colours = activations(theme, moment.trace[0].value if layer == 0 else np.zeros(size))
    else:
        colours = diverging(theme, values)
    tips = _pixel_tips(moment, values) if layer == 0 else _cell_tips(name, values)
    picks = [f"{layer} {i}" for i in range(size)] if layer == moment.layer and layer else ()
    gap, line = (0.0, "none") if layer == 0 else (side / 10, theme.line if values is None else "none")
    diagram.grid(f"cells {layer}", corner, across, side, colours, gap=gap, line=line, tips=tips, picks=picks)
    if layer and layer >= moment.layer:
        u, v = place_of(network, layer, chosen[layer - 1], x)
        style = {"fill": "none", "line": theme.ink, "thickness": 2.4, "round": 1}
        diagram.box(f"chosen {layer}", (u - side / 2, v - side / 2), side, **style)  # type: ignore[arg-type]


def _cell_tips(name: str, values: Array | None) -> dict[int, str]:
    return {} if values is None else {i: f"{name}[{i}] = {minus(f'{v:.2e}')}" for i, v in enumerate(values)}


def _pixel_tips(moment: BackMoment, values: Array | None) -> dict[int, str]:
    """Return what each pixel tells: its ink, if there is any, and its gradient once that is known."""
    ink = moment.trace[0].value
    shown = np.flatnonzero(ink) if values is None else np.arange(len(ink))
    words = {int(i): f"pixel [{i // 28}, {i % 28}] = {ink[i]:.3f}" for i in shown}
    if values is None:
        return words
    return {i: f"{said}\ndX[{i}] = {minus(f'{values[i]:.2e}')}" for i, said in words.items()}


def _strongest(
    diagram: Diagram, moment: BackMoment, layer: int, chosen: Sequence[int], columns: Sequence[float]
) -> None:
    """Draw the wires by which most comes back to the chosen neuron of a layer."""
    network = moment.network
    pixel = int(np.abs(network["W1"] @ moment.back["dA1"]).argmax()) if layer == 0 else 0
    k = chosen[layer - 1] if layer else pixel
    weights = network[f"W{layer + 1}"][k]
    parts = weights * moment.back[f"dA{layer + 1}"]
    largest = float(np.abs(parts).max()) or 1.0
    now = layer == moment.layer and moment.symbol in (f"dZ{layer}", "dX")
    for j in np.argsort(-np.abs(parts))[:WIRES]:
        start = place_of(network, layer, k, columns[layer])
        end = place_of(network, layer + 1, int(j), columns[layer + 1])
        diagram.wire(
            f"W{layer + 1}[{k}, {j}]",
            start,
            end,
            float(parts[j]),
            0.8 + 3.6 * abs(float(parts[j])) / largest,
            opacity=1.0 if now else 0.4,
            flows=now,
            tip=f"W{layer + 1}[{k}, {j}] = {fixed(weights[j], 3)}\n"
            f"times dA{layer + 1}[{j}] brings back {minus(f'{parts[j]:.2e}')}",
        )
