"""A small network, described from the live `Network` and its `Trace`: one disc a neuron, one wire a weight.

What has been computed is filled by its value, what is computed now is under the highlighter, and
what is still to come is pale. Whoever points at a part sees its number, its weight and their product.
"""

from dataclasses import dataclass

import numpy as np

from nncore import Array, Network, Trace
from ui.figures.diagram_base import WIDTH, Diagram, Place
from ui.numbers import minus, rounded, short
from ui.theme import Theme, activations, diverging

HEIGHT = 300
TOP = 22
"""Where the column heads stand, from the upper edge."""
BELOW = 38
"""The room for the biases, below the neurons."""
ALONG, ALONG_BIAS = 54, (38, 64, 60)
"""How far from its start a weight is written on its wire, and a bias: so no two labels meet."""
APART = (WIDTH - 85) / 3
"""How far apart the columns of three layers stand, which these distances are for; they grow with it."""
ASIDE, ONE = 26, 15
"""How far to the right of its column the input stands that is always 1, and its radius."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


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


def network_diagram(
    theme: Theme,
    network: Network,
    trace: Trace,
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
    places = places_of(network.sizes)
    if named:
        i, j = named
        ends = places[moment.layer - 1][i], places[moment.layer][j]
        diagram.curve("named", ends, theme.highlight, 13)
    for layer in range(1, len(network.sizes)):
        _wires(diagram, network, trace, moment, layer, places, named=bool(named), chosen=chosen)
        if layer == moment.layer and moment.adds:
            _label_wires(diagram, network, layer, places, chosen)
        always_one(diagram, one_of(places, layer), layer, moment)
    for layer in range(len(network.sizes)):
        column_head(diagram, places[layer][0][0], layer, trace, moment)
        _neurons(diagram, trace, moment, layer, places[layer], chosen, picks=picks and layer > 0)
    if named:
        (x, y), (u, v) = ends
        diagram.label("name", (x + 0.7 * (u - x), y + 0.7 * (v - y)), name_of(moment.layer, i, j))
    return diagram


def name_of(layer: int, i: int, j: int) -> str:
    """Return the name of a weight by its row and column: w⁽¹⁾₁₂ for W1[1, 0]."""
    return f"w⁽{layer}⁾".translate(RAISED) + f"{j + 1}{i + 1}".translate(LOWERED)


def column_head(diagram: Diagram, x: float, layer: int, trace: Trace, moment: Moment) -> None:
    """Write what a column holds above it: X, or A1 → Z1; what is computed now is marked."""
    theme = diagram.theme
    steps = [0] if layer == 0 else [2 * layer - 1, 2 * layer]
    offsets = [0] if layer == 0 else [-27, 27]
    for step, offset in zip(steps, offsets, strict=True):
        now, symbol = step == moment.step, trace.symbols[step]
        if now:
            diagram.box("head now", (x + offset - 19, TOP - 14), 38, 28)
        colour = theme.on_highlight if now else theme.muted if step > moment.step else theme.ink
        diagram.text(f"head {symbol}", (x + offset, TOP), symbol, colour, bold=now)
    if layer:
        diagram.text(f"arrow {layer}", (x, TOP), "→", theme.muted)


def always_one(diagram: Diagram, place: Place, layer: int, moment: Moment) -> None:
    """Draw the input of a layer that is always 1: the weight on its wire is the bias."""
    name, tip = f"one {layer}", "always 1: the weight on its wire is the bias"
    colour = activations(diagram.theme, np.ones(1))[0]
    diagram.neuron(name, place, "1", colour, radius=ONE, pale=layer > moment.layer, tip=tip)


def one_of(places: list[list[Place]], layer: int) -> Place:
    """Return where the input of a layer stands that is always 1."""
    return places[layer - 1][0][0] + ASIDE, HEIGHT + BELOW / 2


def places_of(sizes: tuple[int, ...]) -> list[list[Place]]:
    """Return where each neuron stands, by layer; a shorter layer spreads a little wider."""
    xs = np.linspace(40, WIDTH - 45, len(sizes))
    middle = HEIGHT - (HEIGHT - TOP - 20) / 2
    return [[(float(x), middle + y) for y in _spread(size)] for x, size in zip(xs, sizes, strict=True)]


def _spread(size: int) -> list[float]:
    """Return heights of neurons around the middle, the first on top."""
    step = 0.0 if size == 1 else min(124, 172 / (size - 1))
    return [step * (i - (size - 1) / 2) for i in range(size)]


def _wires(
    diagram: Diagram,
    network: Network,
    trace: Trace,
    moment: Moment,
    layer: int,
    places: list[list[Place]],
    *,
    named: bool,
    chosen: int | None,
) -> None:
    z, before, ends = trace[2 * (layer - 1)].value, trace.symbols[2 * (layer - 1)], places[layer]
    weights, starts = _weights(network, layer), [*places[layer - 1], one_of(places, layer)]
    flow = np.abs(weights * np.append(z, 1.0)[:, np.newaxis])
    share = flow / (flow.max() or 1.0)
    to_come, now = layer > moment.layer, layer == moment.layer and moment.adds
    for i, j in np.ndindex(weights.shape):
        weight, is_bias = float(weights[i, j]), i == len(z)
        aside = layer == moment.layer and chosen not in (None, j)
        name = f"b{layer}[{j}]" if is_bias else f"W{layer}[{i}, {j}]"
        book = f"{name_of(layer, i, j)} = " if named and not is_bias else ""
        product = "" if to_come or is_bias else f" · {before}[{i}] = {minus(rounded(z[i] * weight, 4))}"
        diagram.wire(
            name,
            starts[i],
            ends[j],
            weight,
            1.4 if to_come else 0.8 + 5.5 * share[i, j],
            pale=to_come,
            opacity=0.12 if aside else 1.0 if now or to_come else 0.45,
            flows=now and not aside,
            tip=f"{book}{name} = {rounded(weight, 4)}{product}",
        )


def _weights(network: Network, layer: int) -> Array:
    """Return the weights of a layer, and below them the biases: those of an input that is always 1."""
    return np.vstack([network[f"W{layer}"], network[f"b{layer}"]])


def _label_wires(
    diagram: Diagram, network: Network, layer: int, places: list[list[Place]], chosen: int | None
) -> None:
    """Write the weights of a layer on its wires, or of one of its neurons."""
    weights, starts = _weights(network, layer), [*places[layer - 1], one_of(places, layer)]
    wider = (places[1][0][0] - places[0][0][0]) / APART
    for i, j in np.ndindex(weights.shape):
        if chosen in (None, j):
            name = f"weight {layer} {i} {j}"
            along = ALONG_BIAS[j % len(ALONG_BIAS)] if i == len(weights) - 1 else ALONG
            _label_wire(diagram, name, starts[i], places[layer][j], float(weights[i, j]), wider * along)


def _label_wire(diagram: Diagram, name: str, start: Place, end: Place, weight: float, along: float) -> None:
    """Write a weight on its wire, so far from its start."""
    share = along / float(np.hypot(end[0] - start[0], end[1] - start[1]))
    place = (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
    theme = diagram.theme
    colour = theme.positive if weight > 0 else theme.negative_word
    diagram.label(name, place, minus(f"{weight:.3g}"), colour)


def _neurons(
    diagram: Diagram,
    trace: Trace,
    moment: Moment,
    layer: int,
    places: list[Place],
    chosen: int | None,
    *,
    picks: bool,
) -> None:
    adding, activating = max(0, 2 * layer - 1), 2 * layer
    newest = activating if moment.known >= activating else adding
    pale = moment.known < adding
    symbol, values = trace.symbols[newest], trace[newest].value
    colours = (activations if newest == activating else diverging)(diagram.theme, values)
    for i, place in enumerate(places):
        text = ("?" if layer == moment.layer else "") if pale else short(values[i])
        tip = f"{symbol}[{i}]" + ("" if pale else f" = {rounded(values[i], 6)}")
        now = layer == moment.layer
        pick = {"pick": f"{layer} {i}" if now and picks else "", "chosen": now and i == chosen}
        diagram.neuron(f"neuron {layer} {i}", place, text, colours[i], now=now, pale=pale, tip=tip, **pick)  # type: ignore[arg-type]
