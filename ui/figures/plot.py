"""A plot within a diagram: axes, curves, dots, in the page's own font."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ui.figures.axis import Axis, cell_text
from ui.figures.diagram_base import WIDTH, Column, Columns, Diagram, width_of
from ui.figures.places import Place
from ui.theme import Theme

LEFT, RIGHT = 48, 24
"""The room left of a plot for the numbers along its edge, and right of it."""
ROW = 24
"""The height of a row of the legend."""
FAR = 1e4
"""The farthest that a point is drawn outside: so browsers can draw numbers of any size."""


@dataclass(frozen=True)
class Line:
    """A line of a plot; its name in the legend has its colour, or `word` if that is too pale to read."""

    x: npt.ArrayLike
    y: npt.ArrayLike
    colour: str
    thickness: float = 2.0
    dashes: str = "none"
    word: str = ""


class Dot(NamedTuple):
    """A point of a plot."""

    x: float
    y: float
    colour: str
    radius: float = 6.0


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
    x, y : Axis
        Its axes; y grows upward.
    """

    diagram: Diagram
    name: str
    corner: Place
    width: float
    height: float
    x: Axis
    y: Axis

    def at(self, x: float, y: float) -> Place:
        """Return where a point stands in the diagram."""
        across, up = self.x.share(x), self.y.share(y)
        return self.corner[0] + self.width * across, self.corner[1] + self.height * (1 - up)

    def frame(self) -> None:
        """Draw the edges with numbers along them."""
        left, top = self.corner
        line, muted = self.diagram.theme.line, self.diagram.theme.muted
        corners = [(left, top), (left, top + self.height), (left + self.width, top + self.height)]
        self.diagram.curve(f"{self.name} frame", corners, line, 1.2)
        for x in self.x.numbers:
            place = (self.at(x, self.y.ends[0])[0], top + self.height + 13)
            self.diagram.text(f"{self.name} x {x}", place, self.x.write(x), muted)
        for y in self.y.numbers:
            place = (left - 7, self.at(self.x.ends[0], y)[1])
            self.diagram.text(f"{self.name} y {y}", place, self.y.write(y), muted, anchor="end")

    def grid(self) -> None:
        """Draw a fine line through each number along the edges."""
        line = self.diagram.theme.line
        for x in self.x.numbers:
            self.diagram.curve(f"{self.name} up {x}", [self.at(x, y) for y in self.y.ends], line, 0.6)
        for y in self.y.numbers:
            self.diagram.curve(f"{self.name} along {y}", [self.at(x, y) for x in self.x.ends], line, 0.6)

    def reader(self, columns: Columns, xs: Iterable[float]) -> None:
        """Let pointing at the plot show a row of these columns for each of `xs`."""
        texts = [tuple(map(cell_text, row)) for row in zip_longest(*columns.values(), fillvalue="")]
        pairs = [zip(columns, row, strict=True) for row in texts]
        rows = ["\n".join(f"{name} {text}" for name, text in row if text) for row in pairs]
        places = (round(float(self.at(x, self.y.ends[0])[0]), 2) for x in xs)
        if tips := dict(zip(places, rows, strict=True)):
            self.diagram.reader(f"{self.name} reader", self.corner, self.width, self.height, tips)

    def curve(self, name: str, line: Line) -> None:
        """Draw a line, clipped to the box."""
        points = np.column_stack([line.x, line.y]).astype(float)
        places = np.array(self.at(*points[~np.isnan(points).any(axis=1)].T)).T.clip(-FAR, FAR)
        (x, y), spare = self.corner, min(line.thickness, 3)  # a broad one does not stand out of it
        within = (x - spare, y - spare, self.width + 2 * spare, self.height + 2 * spare)
        whole, curve = f"{self.name} {name}", [(u, v) for u, v in places.tolist()]
        self.diagram.curve(whole, curve, line.colour, line.thickness, dashes=line.dashes, within=within)

    def dot(self, name: str, dot: Dot, *, square: bool = False) -> None:
        """Draw a point, if it lies in the box."""
        x, y, colour, radius = dot
        if all(low <= here <= high for here, (low, high) in ((x, self.x.ends), (y, self.y.ends))):
            theme, (u, v) = self.diagram.theme, self.at(x, y)
            look = {"fill": colour, "line": theme.ink, "thickness": 1.0, "round": 0 if square else radius}
            self.diagram.box(f"{self.name} {name}", (u - radius, v - radius), 2 * radius, **look)  # type: ignore[arg-type]


def line_chart(
    theme: Theme,
    lines: Mapping[str, Line],
    x: Axis,
    y: Axis,
    alt: str,
    *,
    height: float = 180,
    width: float = WIDTH,
    legend: Mapping[str, str] = {},
    now: float | None = None,
    dots: Sequence[Dot] = (),
    columns: Mapping[str, Column] = {},
    grid: bool = False,
) -> Diagram:
    """Draw lines over one another in one plot.

    Parameters
    ----------
    theme : Theme
    lines : mapping
        The lines by their names, later ones on top.
    x, y : Axis
    alt : str
    height, width : float, optional
        Of the plot alone, and of all.
    legend : mapping, optional
        What stands above the plot, by the names of the lines.
    now : float, optional
        Where on x the highlighter marks what is now.
    dots : sequence of Dot, optional
    columns : mapping, optional
        Its numbers, of which one also reads a row by pointing at the plot; the first are x, or names of
        1, 2, 3, …
    grid : bool, optional
        Whether a line goes through each number along the axes.
    """
    across = _across(legend.values(), width)
    top = ROW * max(-(-len(legend) // across), bool(y.name)) + 12
    diagram = Diagram(theme, top + height + 24 + 18 * bool(x.name), alt, width, columns=columns)
    plot = Plot(diagram, "plot", (LEFT, top), width - LEFT - RIGHT, height, x, y)
    _legend(diagram, {text: lines[name] for name, text in legend.items()}, across)
    if grid:
        plot.grid()
    plot.frame()
    if now is not None:
        plot.curve("now", Line([now, now], y.ends, theme.highlight, 10))
    for name, line in lines.items():
        plot.curve(name, line)
    for number, dot in enumerate(dots):
        plot.dot(f"dot {number}", dot)
    middle = LEFT + plot.width / 2
    diagram.text("name x", (middle, top + height + 32), x.name, theme.muted)
    diagram.text("name y", (0, ROW / 2), y.name, theme.muted, anchor="start")
    if columns:
        first = next(iter(columns.values()))
        plot.reader(columns, [n if isinstance(x, str) else x for n, x in enumerate(first, 1)])
    return diagram


def _across(words: Collection[str], width: float) -> int:
    """Return how many words of a legend stand in one row: as many as fit, three at most."""
    longest = max(map(width_of, words), default=0)
    return max(
        n for n in (1, 2, 3) if n == 1 or (n <= max(len(words), 2) and n * (longest + 34) <= width - LEFT)
    )


def _legend(diagram: Diagram, lines: Mapping[str, Line], across: int) -> None:
    """Write the legend above a plot: each name beside a piece of its line."""
    slot = (diagram.width - LEFT) / across
    for place, (name, line) in enumerate(lines.items()):
        left, middle = LEFT + 14 + slot * (place % across), ROW * (place // across + 0.5)
        ends = [(left, middle), (left + 24, middle)]
        diagram.curve(f"legend {name}", ends, line.colour, 3, dashes=line.dashes)
        word = line.word or diagram.theme.muted
        diagram.text(f"name {name}", (left + 30, middle), name, word, anchor="start")
