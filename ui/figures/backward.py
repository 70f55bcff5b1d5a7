"""The walk backwards on the same diagrams: what arrives at each neuron, and what leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nncore import Array, Backward, Network, Trace
from ui.figures.diagram_base import Diagram, Place
from ui.figures.digit_diagram import (
    TALL,
    Wire,
    columns_of,
    draw_cells,
    draw_heaviest,
    draw_outputs,
    place_of,
)
from ui.figures.moment import Column
from ui.figures.network_diagram import (
    BELOW,
    HEIGHT,
    TOP,
    always_one,
    draw_neurons,
    draw_wires,
    one_of,
    parameters_of,
    places_of,
)
from ui.language import _
from ui.numbers import fixed, minus
from ui.theme import Theme, activations, diverging

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

    def at(self, theme: Theme, layer: int) -> Column:
        """Return what a layer's neurons show: the newest gradient that is known there."""
        names = (f"dA{layer}", f"dZ{layer}") if layer else ("dX",)
        name, now = next((name for name in names if name in self.known), ""), layer == self.layer
        if name:
            return Column(name, self.back[name], diverging(theme, self.back[name]), now)
        zeros = np.zeros(self.network.sizes[layer])
        ink = activations(theme, zeros if layer else self.trace[0].value)
        return Column("", None, ink, now)


def toy_back(theme: Theme, moment: BackMoment, chosen: int, alt: str) -> Diagram:
    """Describe a small network at one moment of the walk back."""
    diagram = Diagram(theme, HEIGHT + BELOW, alt, step=f"back {moment.step}", back=True)
    places = places_of(moment.network.sizes)
    for layer in range(len(places) - 1, 0, -1):
        _toy_wires(diagram, moment, layer, places)
        always_one(diagram, one_of(places, layer), layer, pale=True)
    for layer, neurons in enumerate(places):
        column = moment.at(theme, layer)
        _head(diagram, column, layer, neurons[0][0])
        draw_neurons(diagram, layer, neurons, column, chosen, picks=layer > 0)
    return diagram


def _toy_wires(diagram: Diagram, moment: BackMoment, layer: int, places: list[list[Place]]) -> None:
    """Draw a layer's wires: first by weight and bias, and by gradient once that is known."""
    values = parameters_of(moment.network, layer)
    rows, goes = [slice(0, -1), slice(-1, None)], moment.symbol == (f"dZ{layer - 1}" if layer > 1 else "dX")
    known, now = np.zeros((len(values), 1), bool), np.zeros((len(values), 1), bool)
    for name, row in zip((f"dW{layer}", f"db{layer}"), rows, strict=True):
        if name in moment.known:
            values[row], known[row] = moment.back[name], True
        now[row] = moment.symbol == name or (goes and row is rows[0])
    thick = np.minimum(np.abs(values) / (np.abs(values[:-1]).max() or 1.0), 1.0)

    def tip(i: int, j: int) -> str:
        name = f"b{layer}[{j}]" if i == len(values) - 1 else f"W{layer}[{i}, {j}]"
        return f"{'d' * bool(known[i, 0])}{name} = {fixed(float(values[i, j]), 6)}"

    draw_wires(diagram, layer, places, values, thick, tip, pale=~known & ~now, now=now, flows=goes)


def _head(diagram: Diagram, column: Column, layer: int, x: float) -> None:
    """Write what a column shows above it."""
    theme, now = diagram.theme, column.now and bool(column.name)
    if now:
        diagram.box("head now", (x - 22, TOP - 14), 44, 28)
    text = column.name or ("X" if layer == 0 else _("layer {n}").format(n=layer))
    diagram.text(f"head {layer}", (x, TOP), text, theme.on_highlight if now else theme.muted, bold=now)


def digit_back(theme: Theme, moment: BackMoment, chosen: Sequence[int], alt: str) -> Diagram:
    """Describe the digit network at one moment of the walk back; `chosen` is one neuron a layer."""
    network = moment.network
    diagram = Diagram(theme, TALL, alt, step=f"back {moment.step}", back=True)
    columns, last = columns_of(network), len(network.layers)
    shown = [moment.at(theme, layer) for layer in range(last + 1)]
    for layer, x in enumerate(columns):
        _head(diagram, shown[layer], layer, x)
    draw_cells(diagram, network, 0, columns[0], shown[0], tips=_pixel_tips(moment, shown[0].values))
    for layer in range(1, last):
        marked = chosen[layer - 1] if layer >= moment.layer else None
        draw_cells(diagram, network, layer, columns[layer], shown[layer], marked)
    for layer in range(moment.layer, last):
        now = layer == moment.layer and moment.symbol in (f"dZ{layer}", "dX")
        draw_heaviest(diagram, _strongest(moment, layer, chosen, columns), now=now)
    draw_outputs(diagram, network, columns[-1], shown[-1], chosen[-1])
    return diagram


def _pixel_tips(moment: BackMoment, values: Array | None) -> dict[int, str]:
    """Return what each pixel tells: its ink, if there is any, and its gradient once that is known."""
    ink = moment.trace[0].value
    shown = np.flatnonzero(ink) if values is None else np.arange(len(ink))
    told = {
        int(i): _("pixel [{row}, {column}] = {value}").format(
            row=i // 28, column=i % 28, value=f"{ink[i]:.3f}"
        )
        for i in shown
    }
    if values is None:
        return told
    return {i: f"{said}\ndX[{i}] = {minus(f'{values[i]:.2e}')}" for i, said in told.items()}


def _strongest(moment: BackMoment, layer: int, chosen: Sequence[int], columns: Sequence[float]) -> list[Wire]:
    """Return the wires by which most comes back to the chosen neuron of a layer."""
    network = moment.network
    pixel = int(np.abs(network["W1"] @ moment.back["dA1"]).argmax()) if layer == 0 else 0
    k = chosen[layer - 1] if layer else pixel
    weights, start = network[f"W{layer + 1}"][k], place_of(network, layer, k, columns[layer])
    parts, wires = weights * moment.back[f"dA{layer + 1}"], []
    for j in np.argsort(-np.abs(parts))[:WIRES].tolist():
        name, part = f"W{layer + 1}[{k}, {j}]", float(parts[j])
        tip = f"{name} = {fixed(weights[j], 3)}\n· dA{layer + 1}[{j}] = {minus(f'{part:.2e}')}"
        end = place_of(network, layer + 1, j, columns[layer + 1])
        wires.append(Wire(name, start, end, part, part, tip))
    return wires
