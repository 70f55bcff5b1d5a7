"""The plane of the gates: the four inputs as points, and the lines of neurons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nncore import Perceptron, boundary, firing_region
from ui.figures.axis import Axis
from ui.figures.diagram_base import Columns, Diagram
from ui.figures.places import Place
from ui.figures.plot import Line, Plot
from ui.language import _
from ui.numbers import written_line
from ui.theme import Theme, hex_colour, mix

LOW, HIGH = -0.5, 1.5
"""The part of the plane that is shown, on both axes."""
SIDE, LEFT, TOP, ACROSS = 370, 44, 44, 290
"""The side of the picture, and the place and side of the plane in it."""


@dataclass(frozen=True)
class Spot:
    """One input in the plane: filled if the gate wants 1 there. `note` is written beside it."""

    place: Place
    wanted: int
    now: bool = False
    note: str = ""


def gate_plane(
    theme: Theme,
    perceptrons: Mapping[str, Perceptron],
    spots: Sequence[Spot],
    alt: str,
    names: tuple[str, str] = ("x1", "x2"),
) -> Diagram:
    """Describe the plane with its spots and each perceptron's line, shaded where all perceptrons fire.

    The perceptrons go by the names of their outputs.
    """
    diagram = Diagram(theme, SIDE, alt, SIDE, columns=_columns(perceptrons, spots, names))
    axis = Axis((LOW, HIGH), ticks=(0, 1))
    plot = Plot(diagram, "plane", (LEFT, TOP), ACROSS, ACROSS, axis, axis)
    region = firing_region(list(perceptrons.values()), LOW, HIGH)
    shade = hex_colour(mix(theme.paper, theme.full, 0.2))
    diagram.curve("fires", [plot.at(*place) for place in region], "none", fill=shade)
    plot.grid()
    plot.frame()
    diagram.text("name across", (plot.at(0.5, 0)[0], SIDE - 23), names[0])
    diagram.text("name up", (LEFT - 24, plot.at(0, 0.5)[1]), names[1])
    _title(diagram, perceptrons, names)
    _lines(plot, perceptrons, _("fires here everywhere") if region else _("fires here nowhere"))
    for number, spot in enumerate(spots):
        _spot(plot, number, spot)
    return diagram


def _columns(lines: Mapping[str, Perceptron], spots: Sequence[Spot], names: tuple[str, str]) -> Columns:
    """Return the table of the points: what is wanted there, and each perceptron's sum."""
    places = [spot.place for spot in spots]
    across, up = zip(*places, strict=True)
    sums = {
        _("sum of {name}").format(name=name): [line.weighted_sum(*place) for place in places]
        for name, line in lines.items()
    }
    return {names[0]: across, names[1]: up, _("wanted"): [spot.wanted for spot in spots], **sums}


def _title(diagram: Diagram, perceptrons: Mapping[str, Perceptron], names: tuple[str, str]) -> None:
    """Write the equations of the lines, under the perceptrons' names if there are several."""
    for row, (name, perceptron) in enumerate(perceptrons.items()):
        line = written_line(perceptron, names)
        place = (LEFT + ACROSS / 2, 11 + 20 * row if len(perceptrons) > 1 else 22)
        diagram.text(f"line {name}", place, f"{name}:  {line}" if len(perceptrons) > 1 else line)


def _lines(plot: Plot, perceptrons: Mapping[str, Perceptron], fires: str) -> None:
    """Draw the lines, by their names if there are several, or say why there is none."""
    lines = {name: ends for name, p in perceptrons.items() if (ends := boundary(p, LOW, HIGH))}
    for name, ((x, y), (u, v)) in lines.items():
        plot.curve(name, Line((x, u), (y, v), plot.diagram.theme.ink, 2.5))
        if len(lines) > 1:
            plot.diagram.label(f"name {name}", plot.at((x + u) / 2, (y + v) / 2), name)
    if not lines:
        hidden = any(any(p.weights) for p in perceptrons.values())
        words = _("its line is out of sight:") if hidden else _("without weights, no line:")
        plot.diagram.label("no line", plot.at(0.5, 0.58), words)
        plot.diagram.label("fires where", plot.at(0.5, 0.42), fires)


def _spot(plot: Plot, number: int, spot: Spot) -> None:
    diagram, (x, y) = plot.diagram, plot.at(*spot.place)
    theme, radius = diagram.theme, 9
    if spot.now:
        diagram.box(f"now {number}", (x - 16, y - 16), 32, round=16)
    look = {"fill": theme.full if spot.wanted else theme.paper, "line": theme.full, "round": radius}
    diagram.box(f"spot {number}", (x - radius, y - radius), 2 * radius, thickness=2.8, **look)  # type: ignore[arg-type]
    if spot.note:
        diagram.label(f"note {number}", (x, y + 26), spot.note)
