"""A plot within a diagram: axes, curves, dots, in the page's own font."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nncore import Array
from ui.figures.diagram_base import Diagram, Place
from ui.numbers import minus, rounded

Ends = tuple[float, float]


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

    def frame(self, xs: Sequence[float] = (), ys: Sequence[float] = ()) -> None:
        """Draw the edges, and numbers along them."""
        left, top = self.corner
        line, muted = self.diagram.theme.line, self.diagram.theme.muted
        corners = [(left, top), (left, top + self.height), (left + self.width, top + self.height)]
        self.diagram.curve(f"{self.name} frame", corners, line, 1.2)
        for x in xs:
            place = (self.at(x, 0)[0], top + self.height + 13)
            self.diagram.text(f"{self.name} x {x}", place, minus(rounded(x, 4)), muted)
        for y in ys:
            place = (left - 7, self.at(0, y)[1])
            self.diagram.text(f"{self.name} y {y}", place, minus(rounded(y, 4)), muted, anchor="end")

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw the edges with numbers along them, and a fine line through each number."""
        (left, top), line = self.corner, self.diagram.theme.line
        for x in xs:
            u = self.at(x, 0)[0]
            self.diagram.curve(f"{self.name} up {x}", [(u, top), (u, top + self.height)], line, 0.6)
        for y in ys:
            v = self.at(0, y)[1]
            self.diagram.curve(f"{self.name} along {y}", [(left, v), (left + self.width, v)], line, 0.6)
        self.frame(xs, ys)

    def reader(self, xs: Array, tips: Sequence[str]) -> None:
        """Have the plot read by pointing at it: there is a tip for each of these x, from left to right."""
        u, v = self.at(float(xs[0]), 0)[0], self.at(float(xs[-1]), 0)[0]
        self.diagram.reader(f"{self.name} reader", (u, self.corner[1]), v - u, self.height, tips)

    def curve(
        self, name: str, x: npt.ArrayLike, y: npt.ArrayLike, colour: str, thickness: float = 2.0, **look: str
    ) -> None:
        """Draw a curve as far as it lies in the box."""
        for number, part in enumerate(self._inside(np.column_stack([x, y]).astype(float))):
            places = [self.at(u, v) for u, v in part]
            self.diagram.curve(f"{self.name} {name} {number}", places, colour, thickness, **look)  # type: ignore[arg-type]

    def dot(
        self, name: str, x: float, y: float, colour: str, radius: float = 6, *, square: bool = False
    ) -> None:
        """Draw a point, if it lies in the box."""
        if self._holds(np.array([x, y], dtype=float)):
            theme, (u, v) = self.diagram.theme, self.at(x, y)
            look = {"fill": colour, "line": theme.ink, "thickness": 1.0, "round": 0 if square else radius}
            self.diagram.box(f"{self.name} {name}", (u - radius, v - radius), 2 * radius, **look)  # type: ignore[arg-type]

    def _holds(self, points: Array) -> Array:
        """Return which points lie in the box."""
        low, high = np.array([self.x, self.y]).T
        return np.asarray(((low <= points) & (points <= high)).all(axis=-1))

    def _inside(self, points: Array) -> Iterable[Sequence[Place]]:
        """Yield the pieces of a path that lie in the box, cut at its edges."""
        path: list[Place] = [(u, v) for u, v in points.tolist()]
        if self._holds(points).all():
            yield path
            return
        piece: list[Place] = []
        for here, there in itertools.pairwise(path):
            cut = self._cut(here, there)
            if cut is None:
                continue
            if piece and piece[-1] == cut[0]:
                piece.append(cut[1])
            else:
                if piece:
                    yield piece
                piece = [*cut]
        if piece:
            yield piece

    def _cut(self, here: Place, there: Place) -> tuple[Place, Place] | None:
        """Return the part of a segment that lies in the box, or None."""
        if not all(map(math.isfinite, (*here, *there))):
            return None
        start, end = 0.0, 1.0
        for (low, high), place, goal in zip((self.x, self.y), here, there, strict=True):
            step = goal - place
            if step == 0:
                if not low <= place <= high:
                    return None
                continue
            near, far = sorted(((low - place) / step, (high - place) / step))
            start, end = max(start, near), min(end, far)
        if start >= end:
            return None
        return _between(here, there, start), _between(here, there, end)


def _between(here: Place, there: Place, share: float) -> Place:
    if share in (0, 1):
        return there if share else here
    return here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])


def round_numbers(ends: Ends, most: int) -> list[float]:
    """Return round numbers from one end to the other, about as many as `most` at most."""
    low, high = ends
    step = next(step for step in (0.1, 0.2, 0.5, 1, 2, 5, 10) if (high - low) / step < most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [round(number * step, 1) for number in range(first, last + 1)]
