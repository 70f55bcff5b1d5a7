"""The pictures of the gates: the plane with its line, one neuron, and the two layers of XOR."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nncore import NAND, OR, PERCEPTRONS, Perceptron, boundary, firing_region
from ui.figures.diagram_base import Diagram, Place
from ui.figures.svg import Drawing
from ui.numbers import number, written_line, written_sum
from ui.theme import Theme, diverging, hex_colour, mix, sequential

LOW, HIGH = -0.5, 1.5
"""The part of the plane that is shown, on both axes."""
SIDE, LEFT, TOP, ACROSS = 288, 43, 32, 219
"""In points: the picture's side, and where in it the plane lies."""
LIMIT = 2.0
"""The sum at which a neuron's disc has its full colour."""


@dataclass(frozen=True)
class Spot:
    """One input in the plane: filled if the gate wants 1 there. `note` is written beside it."""

    place: Place
    wanted: int
    now: bool = False
    note: str = ""


def plane_picture(
    theme: Theme,
    perceptrons: Mapping[str, Perceptron],
    spots: Sequence[Spot],
    names: tuple[str, str] = ("x1", "x2"),
) -> Drawing:
    """Draw the square with its spots, each perceptron's line, and shaded where all of them fire.

    The perceptrons go by the names of their outputs. Without any, there are only the spots: what
    one sees before one has predicted.
    """
    drawing = Drawing(theme, SIDE)
    region = firing_region(list(perceptrons.values()), LOW, HIGH) if perceptrons else []
    if region:
        drawing.area([_seen(place) for place in region], hex_colour(mix(theme.paper, theme.full, 0.2)))
    _frame(drawing, names)
    drawing.text((_seen((0.5, 0))[0], TOP / 2), _title(perceptrons, names))
    if perceptrons:
        _lines(drawing, perceptrons, "everywhere" if region else "nowhere")
    for spot in spots:
        _spot(drawing, spot)
    return drawing


def _seen(place: Place) -> Place:
    """Return where a place of the plane lies in the picture."""
    scale = ACROSS / (HIGH - LOW)
    return LEFT + scale * (place[0] - LOW), TOP + scale * (HIGH - place[1])


def _frame(drawing: Drawing, names: tuple[str, str]) -> None:
    """Draw the axes, their names, and a grid through 0 and 1."""
    line = drawing.theme.line
    for value in (0, 1):
        (x, y), name = _seen((value, value)), str(value)
        drawing.line((x, TOP), (x, TOP + ACROSS), line, 0.8)
        drawing.line((LEFT, y), (LEFT + ACROSS, y), line, 0.8)
        drawing.text((x, TOP + ACROSS + 10), name)
        drawing.text((LEFT - 7, y), name)
    drawing.line((LEFT, TOP), (LEFT, TOP + ACROSS), line, 0.8)
    drawing.line((LEFT, TOP + ACROSS), (LEFT + ACROSS, TOP + ACROSS), line, 0.8)
    drawing.text((_seen((0.5, 0))[0], TOP + ACROSS + 26), names[0])
    drawing.text((LEFT - 20, _seen((0, 0.5))[1]), names[1], turned=True)


def _title(perceptrons: Mapping[str, Perceptron], names: tuple[str, str]) -> str:
    """Return the equations of the lines, under the perceptrons' names if there are several."""
    lines = {name: written_line(perceptron, names) for name, perceptron in perceptrons.items()}
    if len(lines) > 1:
        return "\n".join(f"{name}:  {line}" for name, line in lines.items())
    return next(iter(lines.values()), "")


def _lines(drawing: Drawing, perceptrons: Mapping[str, Perceptron], fires: str) -> None:
    """Draw the lines, by their names if there are several, or say why there is none."""
    lines = {name: ends for name, p in perceptrons.items() if (ends := boundary(p, LOW, HIGH))}
    for name, (start, end) in lines.items():
        drawing.line(_seen(start), _seen(end), drawing.theme.ink, 2)
        if len(lines) > 1:
            drawing.text(_seen(_between(start, end, 0.5)), name, on_paper=True)
    if not lines:
        hidden = any(any(p.weights) for p in perceptrons.values())
        words = "its line is out of sight" if hidden else "without weights, no line"
        drawing.text(_seen((0.5, 0.5)), f"{words}:\nfires here {fires}", on_paper=True)


def _spot(drawing: Drawing, spot: Spot) -> None:
    theme, place = drawing.theme, _seen(spot.place)
    if spot.now:
        drawing.disc(place, 25, theme.highlight)
    drawing.disc(place, 14, theme.full if spot.wanted else theme.paper, theme.full, 2.2)
    if spot.note:
        drawing.text((place[0], place[1] + 21), spot.note, on_paper=True)


def neuron_diagram(
    theme: Theme, perceptron: Perceptron, x: Place, alt: str, *, revealed: bool = True
) -> Diagram:
    """Describe a perceptron with what flows on its wires for one input; its sum and answer if `revealed`."""
    step = f"{perceptron} {x}"
    diagram = Diagram(theme, 232, alt, step=step)
    middle, out, heights = (320, 105), (415, 105), (33, 105, 177)
    values, factors = (*x, 1), (*perceptron.weights, perceptron.bias)
    rows = list(zip(("x1", "x2", "1"), heights, values, factors, strict=True))
    for name, height, value, factor in rows:
        tip = f"{number(factor)} · {number(value)} = {number(factor * value)}"
        diagram.wire(f"wire {name}", (65, height), middle, factor, 1.4 + 2 * abs(factor), flows=True, tip=tip)
    diagram.wire("wire y", middle, out, 0)
    for name, height, value, factor in rows:
        words = f"{name}: the input" if name != "1" else "always 1, so that the bias counts whole"
        diagram.neuron(f"in {name}", (65, height), number(value), sequential(theme, value), tip=words)
        product = f"{number(factor)}·{number(value)} = {number(factor * value)}"
        place = _between((65, height), middle, 0.45)
        diagram.label(f"on {name}", place, product if name != "1" else f"b = {number(factor)}")
        beside = ((20, height), name) if name != "1" else ((65, 221), "always 1")
        diagram.text(f"name {name}", *beside)
    a, y = perceptron.weighted_sum(*x), perceptron(*x)
    sum_colour, y_colour = diverging(theme, a, LIMIT), sequential(theme, y)
    tips = (f"the sum: {number(a)}", f"the answer: {y}") if revealed else ("the sum", "the answer")
    text = number(a) if revealed else "?"
    diagram.neuron("sum", middle, text, sum_colour, radius=33, pale=not revealed, tip=tips[0])
    diagram.neuron("y", out, str(y) if revealed else "?", y_colour, pale=not revealed, tip=tips[1])
    diagram.text("name sum", (middle[0], 56), "sum")
    diagram.text("name y", (out[0], 56), "y")
    return diagram


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
        tip = "always 1, so that the bias counts whole"
        diagram.neuron(f"one {layer}", place, "1", sequential(theme, 1), radius=16, tip=tip)
        diagram.text(f"always {layer}", (place[0], place[1] + 28), "always 1")
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
    flows = [_product(weight, value) for weight, value in zip(gate.weights, values, strict=True)]
    flows.append((f"b = {number(gate.bias)}", f"the bias: {number(gate.bias)}"))
    for i, (start, weight, words) in enumerate(zip(starts, (*gate.weights, gate.bias), flows, strict=True)):
        thick = 1.4 + 2 * abs(weight)
        diagram.wire(f"{name} {i}", start, place, weight, thick, flows=True, tip=words[1])
        diagram.label(f"{name} {i} label", _between(start, place, 0.33), words[0])
    diagram.text(f"{name} name", (place[0], place[1] - 42), name)
    if not revealed:
        diagram.neuron(name, place, "?", sequential(diagram.theme, 0), pale=True, tip=name)
        return
    known = [value for value in values if value is not None]
    y = gate(*known)
    tip = f"{name}: {written_sum(gate, *known)}, so {y}"
    diagram.neuron(name, place, str(y), sequential(diagram.theme, y), tip=tip)
    below = (place[0], place[1] + 43)
    diagram.text(f"{name} sum", below, f"sum {number(gate.weighted_sum(*known))}")


def _product(weight: float, value: float | None) -> tuple[str, str]:
    """Return what flows on a wire, as a product and with what comes of it, as far as it is known."""
    if value is None:
        return f"{number(weight)}·?", f"weight {number(weight)}"
    product = f"{number(weight)}·{number(value)}"
    return product, f"{product} = {number(weight * value)}"


def _between(start: Place, end: Place, share: float) -> Place:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
