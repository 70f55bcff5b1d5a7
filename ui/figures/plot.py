"""A plot within a diagram: axes, curves, dots, in the page's own font."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nncore import Array
from ui.figures.diagram_base import WIDTH, Diagram, Place
from ui.numbers import minus, rounded
from ui.theme import Theme

Ends = tuple[float, float]
LEFT, RIGHT = 48, 24
"""The room beside a plot: for the numbers along its edge, and for the name of x."""
ROW, ACROSS = 24, 3
"""How high a row of the legend is, and how many names stand in one."""
FAR = 1e4
"""No point is drawn farther outside: numbers of any size make a picture that browsers can draw."""


@dataclass(frozen=True)
class Line:
    """A line of a plot; a name in the legend has its colour, or `word` where that is too pale to read."""

    x: npt.ArrayLike
    y: npt.ArrayLike
    colour: str
    thickness: float = 2.0
    dashes: str = "none"
    word: str = ""


@dataclass(frozen=True)
class Plot:
    """A box in a diagram, and the numbers along its edges.

    Attributes
    ----------
    diagram : Diagram
    name : str
        What the names of its parts begin with.
    corner : Place
        Its upper left.
    width, height : float
    x, y : tuple of float
        The numbers at its ends; y grows upward.
    """

    diagram: Diagram
    name: str
    corner: Place
    width: float
    height: float
    x: Ends
    y: Ends

    def at(self, x: float, y: float) -> Place:
        """Return where a point stands in the diagram."""
        return (
            self.corner[0] + self.width * (x - self.x[0]) / (self.x[1] - self.x[0]),
            self.corner[1] + self.height * (self.y[1] - y) / (self.y[1] - self.y[0]),
        )

    def frame(self, xs: Iterable[float] = (), ys: Iterable[float] = (), *, power: bool = False) -> None:
        """Draw the edges, and numbers along them; with `power` they are powers of ten."""
        left, top = self.corner
        line, muted = self.diagram.theme.line, self.diagram.theme.muted
        corners = [(left, top), (left, top + self.height), (left + self.width, top + self.height)]
        self.diagram.curve(f"{self.name} frame", corners, line, 1.2)
        for x in xs:
            place = (self.at(x, 0)[0], top + self.height + 13)
            self.diagram.text(f"{self.name} x {x}", place, _written(x, power), muted)
        for y in ys:
            place = (left - 7, self.at(0, y)[1])
            self.diagram.text(f"{self.name} y {y}", place, _written(y, power), muted, anchor="end")

    def grid(self, xs: Iterable[float], ys: Iterable[float]) -> None:
        """Draw a fine line through each number along the edges."""
        line = self.diagram.theme.line
        for x in xs:
            self.diagram.curve(f"{self.name} up {x}", [self.at(x, y) for y in self.y], line, 0.6)
        for y in ys:
            self.diagram.curve(f"{self.name} along {y}", [self.at(x, y) for x in self.x], line, 0.6)

    def reader(self, columns: Mapping[str, Array]) -> None:
        """Have the plot read by pointing at it: it tells these numbers for each of the first of them."""
        rows = zip(*(column.tolist() for column in columns.values()), strict=True)
        tips = [
            "\n".join(f"{name} {minus(rounded(value, 4))}" for name, value in zip(columns, row, strict=True))
            for row in rows
        ]
        xs = next(iter(columns.values()))
        left, right = self.at(float(xs[0]), 0)[0], self.at(float(xs[-1]), 0)[0]
        place = (left, self.corner[1])
        self.diagram.reader(f"{self.name} reader", place, right - left, self.height, tips)

    def curve(self, name: str, line: Line) -> None:
        """Draw a line as far as it lies in the box."""
        points = np.column_stack([line.x, line.y]).astype(float)
        places = np.array(self.at(*points[~np.isnan(points).any(axis=1)].T)).T.clip(-FAR, FAR)
        (x, y), spare = self.corner, line.thickness
        within = (x - spare, y - spare, self.width + 2 * spare, self.height + 2 * spare)
        self.diagram.curve(
            f"{self.name} {name}",
            [(u, v) for u, v in places.tolist()],
            line.colour,
            line.thickness,
            dashes=line.dashes,
            within=within,
        )

    def dot(
        self, name: str, x: float, y: float, colour: str, radius: float = 6, *, square: bool = False
    ) -> None:
        """Draw a point, if it lies in the box."""
        if self.x[0] <= x <= self.x[1] and self.y[0] <= y <= self.y[1]:
            theme, (u, v) = self.diagram.theme, self.at(x, y)
            look = {"fill": colour, "line": theme.ink, "thickness": 1.0, "round": 0 if square else radius}
            self.diagram.box(f"{self.name} {name}", (u - radius, v - radius), 2 * radius, **look)  # type: ignore[arg-type]


def line_chart(
    theme: Theme,
    lines: Mapping[str, Line],
    x: Ends,
    y: Ends,
    alt: str,
    *,
    height: float = 180,
    width: float = WIDTH,
    ticks: tuple[Iterable[float], Iterable[float]] = ((), ()),
    axes: tuple[str, str] = ("", ""),
    legend: Mapping[str, str] | None = None,
    now: float | None = None,
    dots: Mapping[str, tuple[float, float, str]] | None = None,
    read: Mapping[str, Array] | None = None,
    grid: bool = False,
    power: bool = False,
) -> Diagram:
    """Draw lines over one another in one plot.

    Parameters
    ----------
    theme : Theme
    lines : mapping
        The lines by their names, later ones on top.
    x, y : tuple of float
        The ends of both axes.
    alt : str
    height, width : float, optional
        Of the plot alone, and of all.
    ticks : tuple, optional
        The numbers along x and along y.
    axes : tuple of str, optional
        What both are called.
    legend : mapping, optional
        What stands above the plot, by the names of the lines.
    now : float, optional
        Where on x the highlighter marks what is now.
    dots : mapping, optional
        Points by their names: x, y and colour.
    read : mapping, optional
        What one reads by pointing at the plot, columns of numbers; the first is x, in even steps.
    grid : bool, optional
        Whether a line goes through each tick.
    power : bool, optional
        Whether the ticks are powers of ten.
    """
    words = legend or {}
    top = ROW * max(-(-len(words) // ACROSS), bool(axes[1])) + 12
    diagram = Diagram(theme, top + height + 24 + 18 * bool(axes[0]), alt, width)
    plot = Plot(diagram, "plot", (LEFT, top), width - LEFT - RIGHT, height, x, y)
    _legend(diagram, {text: lines[name] for name, text in words.items()})
    if grid:
        plot.grid(*ticks)
    plot.frame(*ticks, power=power)
    if now is not None:
        plot.curve("now", Line([now, now], y, theme.highlight, 10))
    for name, line in lines.items():
        plot.curve(name, line)
    for name, (u, v, colour) in (dots or {}).items():
        plot.dot(f"dot {name}", u, v, colour)
    middle = LEFT + plot.width / 2
    diagram.text("name x", (middle, top + height + 32), axes[0], theme.muted)
    diagram.text("name y", (0, ROW / 2), axes[1], theme.muted, anchor="start")
    if read:
        plot.reader(read)
    return diagram


def _legend(diagram: Diagram, lines: Mapping[str, Line]) -> None:
    """Write the words for lines, each beside a piece of it, above a plot."""
    slot = (diagram.width - LEFT) / min(max(len(lines), 2), ACROSS)
    for place, (name, line) in enumerate(lines.items()):
        left, middle = LEFT + 14 + slot * (place % ACROSS), ROW * (place // ACROSS + 0.5)
        ends = [(left, middle), (left + 24, middle)]
        diagram.curve(f"legend {name}", ends, line.colour, 3, dashes=line.dashes)
        word = line.word or diagram.theme.muted
        diagram.text(f"name {name}", (left + 30, middle), name, word, anchor="start")


def _written(number: float, power: bool) -> str:
    return minus(f"1e{number:g}" if power else rounded(number, 4))


def round_numbers(ends: Ends, most: int) -> list[float]:
    """Return round numbers from one end to the other, about as many as `most` at most."""
    low, high = ends
    step = next(step for step in (0.1, 0.2, 0.5, 1, 2, 5, 10) if (high - low) / step < most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(number * step, 1) for number in range(first, last + 1)]
