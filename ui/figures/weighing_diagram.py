"""The first picture of a neuron: two signals, two weights, their sum against a threshold."""

from nncore import Perceptron
from ui.figures.diagram_base import Diagram, Place
from ui.numbers import number
from ui.theme import Theme, diverging, sequential

MIDDLE, OUT, HEIGHTS = (285, 85), (415, 85), (33, 137)
LIMIT = 2.0
"""The sum at which the disc has its full colour."""


def weighing_diagram(
    theme: Theme, weights: tuple[float, float], threshold: float, x: Place, alt: str
) -> Diagram:
    """Describe a neuron without a bias: what comes in, what each counts, and whether that is enough."""
    diagram = Diagram(theme, 170, alt, step=f"{weights} {threshold} {x}")
    places = {f"x{i}": (65.0, height) for i, height in enumerate(HEIGHTS, 1)}
    rows = list(zip(places, weights, x, strict=True))
    for name, weight, value in rows:
        tip = f"{number(weight)} · {number(value)} = {number(weight * value)}"
        thick = 1.4 + 2 * abs(weight)
        diagram.wire(f"wire {name}", places[name], MIDDLE, weight, thick, flows=True, tip=tip)
    diagram.wire("wire y", MIDDLE, OUT, 0)
    for name, weight, value in rows:
        across, down = places[name]
        tip = f"{name}: the input"
        diagram.neuron(f"in {name}", places[name], number(value), sequential(theme, value), tip=tip)
        product = f"{number(weight)}·{number(value)} = {number(weight * value)}"
        diagram.label(f"on {name}", (across + 0.42 * (MIDDLE[0] - across), (down + MIDDLE[1]) / 2), product)
        diagram.text(f"name {name}", (20, down), name)
    total, y = Perceptron(weights, 0).weighted_sum(*x), Perceptron(weights, -threshold)(*x)
    tip = f"the weighted sum: {number(total)}"
    diagram.neuron("sum", MIDDLE, number(total), diverging(theme, total, LIMIT), radius=33, tip=tip)
    diagram.neuron("y", OUT, str(y), sequential(theme, y), tip=f"the answer: {y}")
    diagram.text("name sum", (MIDDLE[0], 36), "sum")
    diagram.text("name y", (OUT[0], 36), "y")
    diagram.text("enough", (345, 151), f"more than {number(threshold)}? {'Yes: it fires' if y else 'No'}")
    return diagram
