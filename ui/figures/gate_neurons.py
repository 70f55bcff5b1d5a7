"""Diagrams of a gate's neuron and of the two layers of XOR, with what flows on their wires."""

from collections.abc import Sequence

from nncore import NAND, OR, PERCEPTRONS, Perceptron
from ui.figures.diagram_base import Diagram
from ui.figures.places import Place, between
from ui.language import N_, _
from ui.numbers import number, written_sum
from ui.theme import Theme, diverging, sequential

LIMIT = 2.0
"""The sum at which a neuron's disc has its full colour."""
ALWAYS = N_("always 1, so that the bias counts whole")


def neuron_diagram(
    theme: Theme, neuron: Perceptron, x: Place, alt: str, *, revealed: bool = True, threshold: bool = False
) -> Diagram:
    """Describe a perceptron with what flows on its wires for one input; its sum and answer if `revealed`.

    With `threshold` it has no bias: its sum is compared with a threshold, which is minus that bias.
    """
    diagram = Diagram(theme, 170 if threshold else 232, alt, step=f"{neuron} {x}")
    heights = (33, 137) if threshold else (33, 105, 177)
    middle, out = (320, sum(heights) / len(heights)), (415, sum(heights) / len(heights))
    values, factors = (*x, 1), (*neuron.weights, neuron.bias)
    for name, height, value, factor in zip(("x1", "x2", "1"), heights, values, factors, strict=False):
        _input(diagram, name, (65, height), middle, value, factor)
    diagram.wire("wire y", middle, out, 0)
    a = Perceptron(neuron.weights, 0 if threshold else neuron.bias).weighted_sum(*x)
    y = neuron(*x)
    texts = (number(a), str(y)) if revealed else ("?", "?")
    tips = _("the sum: {sum}").format(sum=texts[0]), _("the answer: {answer}").format(answer=texts[1])
    colours, pale = (diverging(theme, a, LIMIT), sequential(theme, y)), not revealed
    diagram.neuron("sum", middle, texts[0], colours[0], radius=33, pale=pale, tip=tips[0])
    diagram.neuron("y", out, texts[1], colours[1], pale=pale, tip=tips[1])
    name = _("weighted sum") if threshold else _("sum a")
    diagram.text("name sum", (middle[0], middle[1] - 49), name)
    diagram.text("name y", (out[0], middle[1] - 49), "y")
    if threshold:
        words = _("more than {threshold}? Yes: it fires") if y else _("more than {threshold}? No")
        diagram.text("enough", (345, 151), words.format(threshold=number(-neuron.bias)))
    return diagram


def _input(diagram: Diagram, name: str, place: Place, end: Place, value: float, factor: float) -> None:
    """Draw an input of a neuron, and its wire with the product on it."""
    bias, product = name == "1", f"{number(factor)}·{number(value)} = {number(factor * value)}"
    diagram.wire(f"wire {name}", place, end, factor, 1.4 + 2 * abs(factor), flows=True, tip=product)
    tip = _(ALWAYS) if bias else _("{name}: the input").format(name=name)
    diagram.neuron(f"in {name}", place, number(value), sequential(diagram.theme, value), tip=tip)
    diagram.label(f"on {name}", between(place, end, 0.45), f"b = {number(factor)}" if bias else product)
    beside = ((65, 221), _("always 1")) if bias else ((20, place[1]), name)
    diagram.text(f"name {name}", *beside)


def two_layer_diagram(theme: Theme, x: Place, alt: str, *, revealed: bool = True) -> Diagram:
    """Describe XOR's two layers for one input: s1 = NAND, s2 = OR, y = AND; their values if `revealed`."""
    diagram = Diagram(theme, 322, alt, step=f"{x}")
    inputs, hidden = ((40, 62), (40, 177), (40, 283)), ((235, 62), (235, 177), (235, 283))
    s = (NAND(*x), OR(*x)) if revealed else (None, None)
    _gate(diagram, "y = AND", (405, 120), hidden, s, revealed)
    _gate(diagram, "s1 = NAND", hidden[0], inputs, x, revealed)
    _gate(diagram, "s2 = OR", hidden[1], inputs, x, revealed)
    for place, value, name in zip(inputs, x, ("x1", "x2"), strict=False):
        diagram.neuron(
            f"in {name}", place, number(value), sequential(theme, value), tip=f"{name} = {number(value)}"
        )
        diagram.text(f"name {name}", (place[0], place[1] - 42), name)
    for layer, place in enumerate((inputs[2], hidden[2])):
        diagram.neuron(f"one {layer}", place, "1", sequential(theme, 1), radius=16, tip=_(ALWAYS))
        diagram.text(f"always {layer}", (place[0], place[1] + 28), _("always 1"))
    return diagram


def _gate(
    diagram: Diagram,
    name: str,
    place: Place,
    starts: Sequence[Place],
    values: Sequence[float | None],
    revealed: bool,
) -> None:
    """Draw a gate with its wires, what flows on each, its answer in it and its sum below."""
    gate = PERCEPTRONS[name.split()[-1]]
    factors = [f"·{'?' if value is None else number(value)}" for value in values]
    flows = [f"{number(weight)}{factor}" for weight, factor in zip(gate.weights, factors, strict=True)]
    flows.append(f"b = {number(gate.bias)}")
    for i, (start, weight, words) in enumerate(zip(starts, (*gate.weights, gate.bias), flows, strict=True)):
        thick = 1.4 + 2 * abs(weight)
        diagram.wire(f"{name} {i}", start, place, weight, thick, flows=True, tip=words)
        diagram.label(f"{name} {i} label", between(start, place, 0.33), words)
    diagram.text(f"{name} name", (place[0], place[1] - 42), name)
    if not revealed:
        diagram.neuron(name, place, "?", sequential(diagram.theme, 0), pale=True, tip=name)
        return
    known = [value for value in values if value is not None]
    y = gate(*known)
    tip = _("{name}: {sum}, so {answer}").format(name=name, sum=written_sum(gate, *known), answer=y)
    diagram.neuron(name, place, str(y), sequential(diagram.theme, y), tip=tip)
    below = (place[0], place[1] + 43)
    total = _("sum {sum}").format(sum=number(gate.weighted_sum(*known)))
    diagram.text(f"{name} sum", below, total)
