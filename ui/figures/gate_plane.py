"""The pictures of the gates: the plane with its line, one neuron, and the two layers of XOR."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from nncore import NAND, OR, PERCEPTRONS, Perceptron, boundary, firing_region
from ui.figures.base import LINES, TEXT, new_figure, paper_label
from ui.figures.diagram_base import Diagram, Place
from ui.numbers import number, written_line, written_sum
from ui.theme import Theme, diverging, hex_colour, mix, sequential

LOW, HIGH = -0.5, 1.5
"""The part of the plane that is shown, on both axes."""
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
) -> Figure:
    """Draw the square with its spots, each perceptron's line, and shaded where all of them fire.

    The perceptrons go by the names of their outputs. Without any, there are only the spots: what
    one sees before one has predicted.
    """
    figure, axes = new_figure(theme, height=4.0, width=4.0)
    figure.set_layout_engine("none")  # a fixed place: nothing jumps, and it is drawn twice as fast
    axes.set_position((0.15, 0.13, 0.76, 0.76))
    ticks = {"xticks": (0, 1), "yticks": (0, 1), "xlim": (LOW, HIGH), "ylim": (LOW, HIGH)}
    axes.set(xlabel=names[0], ylabel=names[1], aspect="equal", **ticks)
    axes.grid(color=theme.line, lw=0.8)
    axes.set_axisbelow(True)
    axes.set_title(_title(perceptrons, names), size=TEXT, color=theme.ink, linespacing=LINES, pad=5)
    if perceptrons:
        _shade(axes, theme, perceptrons)
    for spot in spots:
        _spot(axes, theme, spot)
    return figure


def _title(perceptrons: Mapping[str, Perceptron], names: tuple[str, str]) -> str:
    """Return the equations of the lines, under the perceptrons' names if there are several."""
    lines = {name: written_line(perceptron, names) for name, perceptron in perceptrons.items()}
    if len(lines) > 1:
        return "\n".join(f"{name}:  {line}" for name, line in lines.items())
    return next(iter(lines.values()), " ")  # a blank title holds the place of one to come


def _shade(axes: Axes, theme: Theme, perceptrons: Mapping[str, Perceptron]) -> None:
    region = firing_region(list(perceptrons.values()), LOW, HIGH)
    if region:
        colour = hex_colour(mix(theme.paper, theme.full, 0.2))
        axes.add_patch(Polygon(region, closed=True, color=colour, lw=0, zorder=0.5))
    lines = {name: ends for name, p in perceptrons.items() if (ends := boundary(p, LOW, HIGH))}
    for name, ends in lines.items():
        axes.plot(*zip(*ends, strict=True), color=theme.ink, lw=2, zorder=2)
        if len(lines) > 1:
            paper_label(axes, theme, _between(ends[0], ends[1], 0.5), name)
    if not lines:
        hidden = any(any(p.weights) for p in perceptrons.values())
        words = "its line is out of sight" if hidden else "without weights, no line"
        answer = "fires here everywhere" if region else "fires here nowhere"
        paper_label(axes, theme, (0.5, 0.5), f"{words}:\n{answer}")


def _spot(axes: Axes, theme: Theme, spot: Spot) -> None:
    if spot.now:
        axes.plot(*spot.place, "o", ms=25, color=theme.highlight, mew=0, zorder=3)
    fill = theme.full if spot.wanted else theme.paper
    axes.plot(*spot.place, "o", ms=14, mfc=fill, mec=theme.full, mew=2.2, zorder=4)
    if spot.note:
        place = (spot.place[0], spot.place[1] - 0.19)
        paper_label(axes, theme, place, spot.note)


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
    diagram = Diagram(theme, 290, alt, step=f"{x}")
    inputs, hidden, out = ((40, 80), (40, 225)), ((235, 80), (235, 225)), (405, 152.5)
    s = (NAND(*x), OR(*x)) if revealed else (None, None)
    _gate(diagram, "y = AND", out, hidden, s, revealed)
    _gate(diagram, "s1 = NAND", hidden[0], inputs, x, revealed)
    _gate(diagram, "s2 = OR", hidden[1], inputs, x, revealed)
    for place, value, name in zip(inputs, x, ("x1", "x2"), strict=True):
        diagram.neuron(
            f"in {name}", place, number(value), sequential(theme, value), tip=f"{name} = {number(value)}"
        )
        diagram.text(f"name {name}", (place[0], place[1] - 42), name)
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
    for i, (start, weight, value) in enumerate(zip(starts, gate.weights, values, strict=True)):
        product, come = _product(weight, value)
        diagram.wire(f"{name} {i}", start, place, weight, 1.4 + 2 * abs(weight), flows=True, tip=come)
        diagram.label(f"{name} {i} label", _between(start, place, 0.36), product)
    diagram.text(f"{name} name", (place[0], place[1] - 42), name)
    below = (place[0], place[1] + 46)
    if not revealed:
        diagram.neuron(name, place, "?", sequential(diagram.theme, 0), pale=True, tip=name)
        diagram.text(f"{name} sum", below, f"b = {number(gate.bias)}")
        return
    known = [value for value in values if value is not None]
    y = gate(*known)
    tip = f"{name}: {written_sum(gate, *known)}, so {y}"
    diagram.neuron(name, place, str(y), sequential(diagram.theme, y), tip=tip)
    diagram.text(f"{name} sum", below, f"sum {number(gate.weighted_sum(*known))}")


def _product(weight: float, value: float | None) -> tuple[str, str]:
    """Return what flows on a wire, as a product and with what comes of it, as far as it is known."""
    if value is None:
        return f"{number(weight)}·?", f"weight {number(weight)}"
    product = f"{number(weight)}·{number(value)}"
    return product, f"{product} = {number(weight * value)}"


def _between(start: Place, end: Place, share: float) -> Place:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
