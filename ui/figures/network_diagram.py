"""A small network at a moment of a walk, forward or back: one disc a neuron, one wire a weight.

What has been computed is filled by its value, what is computed now is highlighted, and what is still
to come is pale. Pointing at a part shows its number, its weight and their product.
"""

from collections.abc import Sequence

import numpy as np

from nncore import Array
from ui.figures.diagram_base import WIDTH, Diagram, width_of
from ui.figures.moment import Column, Head, Moment, wire_name
from ui.figures.places import Place, in_columns
from ui.language import _
from ui.numbers import minus, short
from ui.theme import Theme, activations

HEIGHT = 300
TOP = 22
"""Where the column heads stand, from the upper edge."""
MIDDLE = (HEIGHT + TOP + 20) / 2
"""The line around which the neurons stand."""
BELOW = 38
"""The room for the biases, below the neurons."""
ALONG, ALONG_BIAS = 54, (38, 64, 60)
"""How far from the start of its wire a weight or a bias is written: so no two labels meet."""
APART = (WIDTH - 85) / 3
"""The distance between columns for which these hold; for wider columns they grow half as much."""
ASIDE, ONE = 26, 15
"""How far right of its column the input that is always 1 stands, and its radius."""

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
    """Describe a network of a few neurons at a moment of a walk.

    `named` is a weight of this step's layer, by its row and column: its wire is marked and named.
    `chosen` is a neuron of this step's layer: on the way forward what goes to the others is pale. With
    `picks` a neuron of this layer can be clicked, under its layer and number: ``"2 1"``.
    """
    diagram = Diagram(theme, HEIGHT + BELOW, alt, step=f"{moment.step}", back=moment.goes_back)
    places = in_columns(moment.network.sizes, (40, WIDTH - 45), MIDDLE, 124, 172)
    if named:
        ends = places[moment.layer - 1][named[0]], places[moment.layer][named[1]]
        diagram.curve("named", ends, theme.highlight, 13)
    for layer in range(1, len(places)):
        _draw_wires(diagram, moment, layer, places, chosen, named=bool(named))
        always_one(diagram, one_of(places, layer), layer, moment)
    for layer, neurons in enumerate(places):
        column_heads(diagram, layer, neurons[0][0], moment.heads(layer))
        _draw_neurons(diagram, layer, neurons, moment.at(theme, layer), chosen, picks=picks and layer > 0)
    if named:
        (x, y), (u, v) = ends
        diagram.label("name", (x + 0.7 * (u - x), y + 0.7 * (v - y)), name_of(moment.layer, *named))
    return diagram


def name_of(layer: int, i: int, j: int) -> str:
    """Return the name of a weight by its row and column: w⁽¹⁾₁₂ for W1[1, 0]."""
    return f"w⁽{layer}⁾".translate(RAISED) + f"{j + 1}{i + 1}".translate(LOWERED)


def column_heads(diagram: Diagram, layer: int, x: float, heads: Sequence[Head]) -> None:
    """Write what a column holds above it: X, or A1 → Z1; what is computed now is marked."""
    theme = diagram.theme
    for (text, now, pale), offset in zip(heads, [-27, 27] if len(heads) > 1 else [0], strict=True):
        if now:
            wide = width_of(text) + 20
            diagram.box("head now", (x + offset - wide / 2, TOP - 14), wide, 28)
        colour = theme.on_highlight if now else theme.muted if pale else theme.ink
        diagram.text(f"head {layer} {text}", (x + offset, TOP), text, colour, bold=now)
    if len(heads) > 1:
        diagram.text(f"arrow {layer}", (x, TOP), "→", theme.muted)


def always_one(diagram: Diagram, place: Place, layer: int, moment: Moment) -> None:
    """Draw the input of a layer that is always 1: the weight on its wire is the bias."""
    tip, pale = (
        _("always 1: the weight on its wire is the bias"),
        moment.goes_back or not moment.reached(layer),
    )
    colour = activations(diagram.theme, np.ones(1))[0]
    diagram.neuron(f"one {layer}", place, "1", colour, radius=ONE, pale=pale, tip=tip)


def one_of(places: list[list[Place]], layer: int) -> Place:
    """Return where the input of a layer that is always 1 stands."""
    return places[layer - 1][0][0] + ASIDE, HEIGHT + BELOW / 2


def _draw_wires(
    diagram: Diagram,
    moment: Moment,
    layer: int,
    places: list[list[Place]],
    chosen: int | None,
    *,
    named: bool,
) -> None:
    """Draw the wires of a layer; those of a forward step that adds carry their weights."""
    starts, wires = [*places[layer - 1], one_of(places, layer)], moment.wires(layer)
    adds = moment.flows(layer) and not moment.goes_back
    only = chosen if layer == moment.layer and not moment.goes_back else None
    for i, j in np.ndindex(wires.values.shape):
        aside, pale, told = only not in (None, j), bool(wires.pale[i, j]), moment.tip(layer, i, j)
        diagram.wire(
            wire_name(moment.network, layer, i, j),
            starts[i],
            places[layer][j],
            float(wires.values[i, j]),
            1.4 if pale else 0.8 + 5.5 * float(wires.shares[i, j]),
            pale=pale,
            opacity=0.12 if aside else 1.0 if wires.now[i, j] or pale else 0.45,
            flows=moment.flows(layer) and not aside,
            tip=f"{name_of(layer, i, j)} = {told}" if named and i < len(starts) - 1 else told,
        )
    if adds:
        _label_wires(diagram, wires.values, layer, places, chosen)


def _label_wires(
    diagram: Diagram, weights: Array, layer: int, places: list[list[Place]], chosen: int | None
) -> None:
    """Write the weights on the wires of a layer, or of its chosen neuron."""
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


def _draw_neurons(
    diagram: Diagram,
    layer: int,
    places: list[Place],
    column: Column,
    chosen: int | None = None,
    *,
    picks: bool = False,
) -> None:
    """Draw the neurons of a small layer; those of the current layer can be picked."""
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
