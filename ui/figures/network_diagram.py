"""A small network, described from the live `Network` and its `Trace`: one disc a neuron, one wire a weight.

What has been computed is filled by its value, what is computed now is under the highlighter, and
what is still to come is pale. Whoever points at a part sees its number, its weight and their product.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from nncore import Array, Network
from ui.figures.diagram_base import WIDTH, Diagram, Place
from ui.figures.moment import Column, Moment
from ui.language import _
from ui.numbers import minus, rounded, short
from ui.theme import Theme, activations

HEIGHT = 300
TOP = 22
"""Where the column heads stand, from the upper edge."""
BELOW = 38
"""The room for the biases, below the neurons."""
ALONG, ALONG_BIAS = 54, (38, 64, 60)
"""How far from its start a weight is written on its wire, and a bias: so no two labels meet."""
APART = (WIDTH - 85) / 3
"""How far apart the columns of three layers stand, which these distances are for; they grow half as much."""
ASIDE, ONE = 26, 15
"""How far to the right of its column the input stands that is always 1, and its radius."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def network_diagram(
    theme: Theme,
    moment: Moment,
    alt: str,
    named: tuple[int, int] | None = None,
    chosen: int | None = None,
    *,
    picks: bool = False,
) -> Diagram:
    """Describe a network of a few neurons at one moment of its forward pass.

    `named` is a weight of this step's layer, by its row and column: its wire is marked and named.
    `chosen` is a neuron of this step's layer: what goes to the others is pale. With `picks` a neuron of
    this layer can be clicked, under its layer and number: ``"2 1"``.
    """
    diagram = Diagram(theme, HEIGHT + BELOW, alt, step=f"{moment.step}")
    places = places_of(moment.network.sizes)
    if named:
        ends = places[moment.layer - 1][named[0]], places[moment.layer][named[1]]
        diagram.curve("named", ends, theme.highlight, 13)
    for layer in range(1, len(places)):
        _forward_wires(diagram, moment, layer, places, chosen, named=bool(named))
        always_one(diagram, one_of(places, layer), layer, pale=layer > moment.layer)
    for layer, neurons in enumerate(places):
        column_head(diagram, neurons[0][0], layer, moment)
        draw_neurons(diagram, layer, neurons, moment.at(theme, layer), chosen, picks=picks and layer > 0)
    if named:
        (x, y), (u, v) = ends
        diagram.label("name", (x + 0.7 * (u - x), y + 0.7 * (v - y)), name_of(moment.layer, *named))
    return diagram


def name_of(layer: int, i: int, j: int) -> str:
    """Return the name of a weight by its row and column: w⁽¹⁾₁₂ for W1[1, 0]."""
    return f"w⁽{layer}⁾".translate(RAISED) + f"{j + 1}{i + 1}".translate(LOWERED)


def column_head(diagram: Diagram, x: float, layer: int, moment: Moment) -> None:
    """Write what a column holds above it: X, or A1 → Z1; what is computed now is marked."""
    theme = diagram.theme
    steps = [0] if layer == 0 else [2 * layer - 1, 2 * layer]
    offsets = [0] if layer == 0 else [-27, 27]
    for step, offset in zip(steps, offsets, strict=True):
        now, symbol = step == moment.step, moment.trace.symbols[step]
        if now:
            diagram.box("head now", (x + offset - 19, TOP - 14), 38, 28)
        colour = theme.on_highlight if now else theme.muted if step > moment.step else theme.ink
        diagram.text(f"head {symbol}", (x + offset, TOP), symbol, colour, bold=now)
    if layer:
        diagram.text(f"arrow {layer}", (x, TOP), "→", theme.muted)


def places_of(sizes: tuple[int, ...]) -> list[list[Place]]:
    """Return where each neuron stands, by layer; a shorter layer spreads a little wider."""
    xs = np.linspace(40, WIDTH - 45, len(sizes))
    middle = HEIGHT - (HEIGHT - TOP - 20) / 2
    return [[(float(x), middle + y) for y in _spread(size)] for x, size in zip(xs, sizes, strict=True)]


def _spread(size: int) -> list[float]:
    """Return heights of neurons around the middle, the first on top."""
    step = 0.0 if size == 1 else min(124, 172 / (size - 1))
    return [step * (i - (size - 1) / 2) for i in range(size)]


def always_one(diagram: Diagram, place: Place, layer: int, *, pale: bool = False) -> None:
    """Draw the input of a layer that is always 1: the weight on its wire is the bias."""
    tip = _("always 1: the weight on its wire is the bias")
    colour = activations(diagram.theme, np.ones(1))[0]
    diagram.neuron(f"one {layer}", place, "1", colour, radius=ONE, pale=pale, tip=tip)


def one_of(places: list[list[Place]], layer: int) -> Place:
    """Return where the input of a layer stands that is always 1."""
    return places[layer - 1][0][0] + ASIDE, HEIGHT + BELOW / 2


def parameters_of(network: Network, layer: int) -> Array:
    """Return the weights of a layer, and below them the biases: those of an input that is always 1."""
    return np.vstack([network[f"W{layer}"], network[f"b{layer}"]])


def draw_wires(
    diagram: Diagram,
    layer: int,
    places: list[list[Place]],
    values: Array,
    thickness: Array,
    tip: Callable[[int, int], str],
    *,
    pale: npt.ArrayLike = False,
    now: npt.ArrayLike = False,
    flows: bool = False,
    only: int | None = None,
) -> None:
    """Draw the wires of a layer, coloured by their values; the last row comes from the input always 1.

    `thickness` is a share of the thickest, `pale` and `now` hold for all of them or for each, `only` is the
    neuron whose wires are not set aside.
    """
    starts, ends = [*places[layer - 1], one_of(places, layer)], places[layer]
    paleness, newness = (np.broadcast_to(each, values.shape) for each in (pale, now))
    for i, j in np.ndindex(values.shape):
        aside, is_pale = only not in (None, j), bool(paleness[i, j])
        diagram.wire(
            f"b{layer}[{j}]" if i == len(values) - 1 else f"W{layer}[{i}, {j}]",
            starts[i],
            ends[j],
            float(values[i, j]),
            1.4 if is_pale else 0.8 + 5.5 * float(thickness[i, j]),
            pale=is_pale,
            opacity=0.12 if aside else 1.0 if newness[i, j] or is_pale else 0.45,
            flows=flows and not aside,
            tip=tip(i, j),
        )


def _forward_wires(
    diagram: Diagram,
    moment: Moment,
    layer: int,
    places: list[list[Place]],
    chosen: int | None,
    *,
    named: bool,
) -> None:
    """Draw the wires of a layer, as thick as what flows on them; now their weights stand on them."""
    inputs, weights = moment.trace[2 * (layer - 1)], parameters_of(moment.network, layer)
    z, before, to_come = inputs.value, inputs.symbol, layer > moment.layer
    flow = np.abs(weights * np.append(z, 1.0)[:, np.newaxis])
    now, only = layer == moment.layer and moment.adds, chosen if layer == moment.layer else None

    def tip(i: int, j: int) -> str:
        if i == len(z):
            return f"b{layer}[{j}] = {rounded(weights[i, j], 4)}"
        weight = f"W{layer}[{i}, {j}] = {rounded(weights[i, j], 4)}"
        product = "" if to_come else f" · {before}[{i}] = {minus(rounded(z[i] * weights[i, j], 4))}"
        return f"{name_of(layer, i, j)} = {weight}{product}" if named else weight + product

    share = flow / (flow.max() or 1.0)
    draw_wires(diagram, layer, places, weights, share, tip, pale=to_come, now=now, flows=now, only=only)
    if now:
        _label_wires(diagram, weights, layer, places, chosen)


def _label_wires(
    diagram: Diagram, weights: Array, layer: int, places: list[list[Place]], chosen: int | None
) -> None:
    """Write the weights of a layer on its wires, or of one of its neurons."""
    theme, starts = diagram.theme, [*places[layer - 1], one_of(places, layer)]
    wider = (1 + (places[1][0][0] - places[0][0][0]) / APART) / 2
    for i, j in np.ndindex(weights.shape):
        if chosen in (None, j):
            (x, y), (u, v) = starts[i], places[layer][j]
            along = ALONG_BIAS[j % len(ALONG_BIAS)] if i == len(weights) - 1 else ALONG
            share = wider * along / float(np.hypot(u - x, v - y))
            place, weight = (x + share * (u - x), y + share * (v - y)), float(weights[i, j])
            colour = theme.positive if weight > 0 else theme.negative_word
            diagram.label(f"weight {layer} {i} {j}", place, minus(f"{weight:.3g}"), colour)


def draw_neurons(
    diagram: Diagram,
    layer: int,
    places: list[Place],
    column: Column,
    chosen: int | None = None,
    *,
    picks: bool = False,
) -> None:
    """Draw the neurons of a small layer; those of the layer that is computed now can be picked."""
    unknown = "?" if column.now else ""
    for i, place in enumerate(places):
        diagram.neuron(
            f"neuron {layer} {i}",
            place,
            unknown if column.values is None else short(float(column.values[i])),
            column.colours[i],
            now=column.now,
            pale=column.values is None,
            tip=column.tip(i),
            pick=f"{layer} {i}" if column.now and picks else "",
            chosen=column.now and i == chosen,
        )
