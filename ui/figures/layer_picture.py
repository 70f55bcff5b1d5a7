"""A layer of neurons drawn as a network."""

import numpy as np

from nncore import Array, shown_sums
from ui.figures.diagram_base import Diagram
from ui.figures.places import Place, between
from ui.language import _
from ui.numbers import is_exact, rounded, short
from ui.theme import Theme, diverging

WIDE, ROW, RADIUS = 390.0, 84.0, 33.0


def layer_diagram(theme: Theme, x: Array, W: Array, b: Array, j: int, alt: str) -> Diagram:
    """Describe X·W + b as a small network: a neuron for each column of W; mark neuron j and its wires."""
    weights = np.vstack([W if W.ndim == 2 else W[:, np.newaxis], b])
    sums = shown_sums(x, weights[:-1], b)
    height = ROW * max(weights.shape)
    diagram = Diagram(theme, height, alt, WIDE)
    left, right = _spread(60, height, len(weights)), _spread(WIDE - 80, height, len(sums))
    for i, start in enumerate(left):
        diagram.curve(f"now {i}", [start, right[j]], theme.highlight, 8)
    largest = float(np.abs(weights).max()) or 1.0
    for (i, n), w in np.ndenumerate(weights):
        name, thick = f"b[{n}]" if i == len(x) else f"W[{i}, {n}]", 1 + 3 * abs(w) / largest
        diagram.wire(name, left[i], right[n], w, thick, tip=f"{name} = {rounded(w)}")
    for i, start in enumerate(left):
        diagram.label(f"weight {i}", between(start, right[j], 0.36), in_disc(weights[i, j]))
    _neurons(diagram, "x", left[:-1], x)
    _neurons(diagram, "a", right, sums, now=j)
    diagram.neuron("one", left[-1], "1", diverging(theme, 0.0, 1.0), radius=RADIUS, tip=_("always 1"))
    if not all(is_exact(in_disc(value), value) for value in (*x, *sums, *weights[:, j])):
        diagram.text("rounded", (WIDE / 2, height - 12), _("rounded"), theme.muted)
    return diagram


def in_disc(value: float) -> str:
    """Return a number short enough for a disc."""
    text = rounded(value, 4)
    return text if len(text) <= len("−0.574") else short(value)


def _spread(x: float, height: float, count: int) -> list[Place]:
    """Return `count` places one below the other, evenly, at the same x."""
    return [(x, height * (n + 0.5) / count) for n in range(count)]


def _neurons(diagram: Diagram, name: str, places: list[Place], values: Array, now: int = -1) -> None:
    """Draw a disc for each value, number `now` marked."""
    colours = diverging(diagram.theme, values, float(np.abs(values).max()) or 1.0)
    for n, (place, value, colour) in enumerate(zip(places, values, colours, strict=True)):
        tip = f"{name}[{n}] = {rounded(value)}"
        text = in_disc(value)
        diagram.neuron(f"{name} {n}", place, text, colour, radius=RADIUS, now=n == now, tip=tip)
