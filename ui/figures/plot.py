"""A plot within a diagram: axes, curves, dots, in the page's own font."""

import itertools
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
        if self._holds(np.array([x, y])):
            theme, (u, v) = self.diagram.theme, self.at(x, y)
            look = {"fill": colour, "line": theme.ink, "thickness": 1.0, "round": 0 if square else radius}
            self.diagram.box(f"{self.name} {name}", (u - radius, v - radius), 2 * radius, **look)  # type: ignore[arg-type]

    def _holds(self, point: Array) -> bool:
        low, high = np.array([self.x, self.y]).T
        return bool(np.isfinite(point).all() and (low <= point).all() and (point <= high).all())

    def _inside(self, points: Array) -> Iterable[Array]:
        """Yield the pieces of a path that lie in the box, cut at its edges."""
        piece: list[Array] = []
        for here, there in itertools.pairwise(points):
            cut = self._cut(here, there)
            if cut is None:
                continue
            if not piece or not np.array_equal(piece[-1], cut[0]):
                if piece:
                    yield np.array(piece)
                piece = [cut[0]]
            piece.append(cut[1])
        if piece:
            yield np.array(piece)

    def _cut(self, here: Array, there: Array) -> tuple[Array, Array] | None:
        """Return the part of a segment that lies in the box, or None."""
        if not (np.isfinite(here).all() and np.isfinite(there).all()):
            return None
        start, end, way = 0.0, 1.0, there - here
        for low, high, place, step in zip(*np.array([self.x, self.y]).T, here, way, strict=True):
            if step == 0:
                if not low <= place <= high:
                    return None
                continue
            near, far = sorted(((low - place) / step, (high - place) / step))
            start, end = max(start, near), min(end, far)
        if start >= end:
            return None
        return here if start == 0 else here + start * way, there if end == 1 else here + end * way
