"""A diagram as a list of shapes: discs, wires, curves, grids, words. `ui.components.diagram` draws it.

A diagram is `WIDTH` units wide and its text `TEXT` units high: 11 pixels on the narrowest phone, whose
column has 328, and larger in a wider column. x grows to the right and y downward.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore import Array
from ui.figures.places import Place
from ui.png import data_url, png
from ui.theme import Theme, hex_colour, readable_on

WIDTH = 450
TEXT = 15.4
RADIUS = 28
"""The radius of a neuron's disc."""
Cell = str | int | float
Column = Sequence[Cell] | Array
Columns = Mapping[str, Column]
"""A table by its columns; what is missing at the end of one is empty."""


@dataclass
class Diagram:
    """Shapes in the order in which they are drawn, later ones on top.

    Attributes
    ----------
    theme : Theme
    height : float
    alt : str
        A description for those who cannot see it.
    width : float
    step : str
        When it changes, dots flow along the wires named in `flow`.
    back : bool
        Whether they flow from a wire's end to its start.
    paints : bool
        Whether a pointer picks all parts that it is dragged over.
    columns : mapping
        The numbers that it shows, for the table beside it.
    """

    theme: Theme
    height: float
    alt: str
    width: float = WIDTH
    step: str = ""
    back: bool = False
    paints: bool = False
    shapes: list[dict[str, Any]] = field(default_factory=list)
    flow: list[str] = field(default_factory=list)
    columns: Columns = field(default_factory=dict)

    @property
    def picks(self) -> set[str]:
        """The names of all parts that can be picked."""
        singles = {shape["pick"] for shape in self.shapes if shape.get("pick")}
        return singles.union(*(shape["picks"] for shape in self.shapes if shape.get("picks")))

    def described(self) -> dict[str, Any]:
        """Return what the browser needs to draw it."""
        colours = {"ink": self.theme.ink, "paper": self.theme.paper}
        names = ("width", "height", "alt", "step", "back", "paints", "shapes", "flow")
        return colours | {name: getattr(self, name) for name in names}

    def wire(
        self,
        name: str,
        start: Place,
        end: Place,
        sign: float,
        thickness: float = 1.4,
        *,
        pale: bool = False,
        opacity: float = 1.0,
        flows: bool = False,
        tip: str = "",
    ) -> None:
        """Draw a wire, coloured by the sign of its weight."""
        theme = self.theme
        colour = theme.line if pale or sign == 0 else theme.positive if sign > 0 else theme.negative
        look = {"colour": colour, "thickness": round(thickness, 2), "opacity": opacity, "tip": tip}
        self._add("wire", name, look | {"from": _at(start), "to": _at(end)})
        if flows:
            self.flow.append(name)

    def neuron(
        self,
        name: str,
        place: Place,
        text: str,
        colour: npt.ArrayLike,
        *,
        radius: float = RADIUS,
        now: bool = False,
        pale: bool = False,
        tip: str = "",
        pick: str = "",
        chosen: bool = False,
    ) -> None:
        """Draw a neuron: a disc filled by its value, with the value in it.

        `now` puts the highlighter around it, `pale` shows that it is still to come. It can be picked under
        the name `pick`, if it has one.
        """
        theme, (x, y) = self.theme, _at(place)
        if now:
            self.box(
                f"{name} now", (x - 1.28 * radius, y - 1.28 * radius), 2.56 * radius, round=1.28 * radius
            )
        fill = theme.paper if pale else hex_colour(colour)
        look = {"x": x, "y": y, "radius": radius, "fill": fill, "edge": theme.line if pale else theme.ink}
        ink = theme.muted if pale else readable_on(theme, colour)
        words = {"text": text, "ink": ink, "size": TEXT, "tip": tip, "pick": pick, "chosen": chosen}
        self._add("disc", name, look | words)

    def box(
        self,
        name: str,
        corner: Place,
        width: float,
        height: float | None = None,
        *,
        fill: str | None = None,
        line: str = "none",
        thickness: float = 1.0,
        round: float = 4.0,  # noqa: A002
    ) -> None:
        """Draw a box, filled by the highlighter unless `fill` is given; a square unless it has a height."""
        (x, y), high = _at(corner), width if height is None else height
        look = {"x": x, "y": y, "width": width, "height": high, "fill": fill or self.theme.highlight}
        self._add("box", name, look | {"line": line, "thickness": thickness, "round": round})

    def text(
        self,
        name: str,
        place: Place,
        text: str,
        colour: str = "",
        *,
        bold: bool = False,
        anchor: str = "middle",
    ) -> None:
        """Write a word or two; `anchor` is start, middle or end."""
        x, y = _at(place)
        look = {"x": x, "y": y, "text": text, "ink": colour or self.theme.ink}
        self._add("text", name, look | {"size": TEXT, "bold": bold, "anchor": anchor})

    def label(self, name: str, place: Place, text: str, colour: str = "") -> None:
        """Write a short text on a patch of paper, so that no wire crosses it."""
        x, y = _at(place)
        look = {"x": x, "y": y, "text": text, "ink": colour or self.theme.ink, "size": TEXT}
        self._add("label", name, look | {"paper": self.theme.paper, "width": width_of(text) + 4})

    def brackets(self, name: str, left: float, right: float, top: float, bottom: float) -> None:
        """Draw the brackets of a matrix."""
        for side, edge, inward in (("left", left, 6), ("right", right, -6)):
            places = [(edge + inward, top), (edge, top), (edge, bottom), (edge + inward, bottom)]
            self.curve(f"{name} {side}", places, self.theme.muted, 1.5)

    def grid(
        self,
        name: str,
        corner: Place,
        columns: int,
        side: float,
        colours: Array,
        *,
        gap: float = 0.0,
        line: str = "none",
        tips: Mapping[int, str] = {},
        tip: str = "",
        picks: Sequence[str] = (),
    ) -> None:
        """Draw square cells in reading order, colours (n, 3) from 0 to 1; `tip` is the default of `tips`."""
        (x, y), greys = _at(corner), np.round(np.asarray(colours) * 255).astype(np.uint8)
        look = {"x": x, "y": y, "side": side, "columns": columns, "gap": gap, "line": line}
        words = {"tips": {str(i): text for i, text in tips.items()}, "tip": tip}
        self._add("grid", name, look | words | {"colours": greys.tobytes().hex(), "picks": list(picks)})

    def cell(
        self, name: str, corner: Place, width: float, height: float, colour: npt.ArrayLike, tip: str
    ) -> None:
        """Draw a cell of a table, which is picked under its name."""
        (x, y), look = _at(corner), {"line": self.theme.line, "fill": hex_colour(colour), "tip": tip}
        self._add("cell", name, look | {"x": x, "y": y, "width": width, "height": height, "pick": name})

    def curve(
        self,
        name: str,
        places: Iterable[Place],
        colour: str,
        thickness: float = 2.0,
        *,
        dashes: str = "none",
        fill: str = "none",
        within: tuple[float, float, float, float] | None = None,
    ) -> None:
        """Draw a line through many places, clipped to `within`: x, y, width, height."""
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        look = {"colour": colour, "thickness": thickness, "dashes": dashes, "fill": fill}
        self._add(
            "curve", name, look | {"points": points, "within": within or (0, 0, self.width, self.height)}
        )

    def picture(
        self, name: str, corner: Place, width: float, height: float, colours: Array, *, tip: str = ""
    ) -> None:
        """Draw a picture of pixels with hard edges, colours (H, W, 3) from 0 to 1."""
        (x, y), source = _at(corner), data_url(png(np.round(255 * colours).astype(np.uint8)))
        look = {"x": x, "y": y, "width": width, "height": height, "source": source, "tip": tip}
        self._add("picture", name, look)

    def reader(
        self, name: str, corner: Place, width: float, height: float, tips: Mapping[float, str]
    ) -> None:
        """Let pointing at a box show a line at the nearest of some places on x, and the tip of that place."""
        (x, y), look = _at(corner), {"ink": self.theme.muted, "width": round(width, 2), "height": height}
        self._add("reader", name, look | {"x": x, "y": y, "xs": list(tips), "tips": list(tips.values())})

    def _add(self, kind: str, name: str, look: dict[str, Any]) -> None:
        self.shapes.append({"kind": kind, "id": name} | look)


def _at(place: Place) -> list[float]:
    return [round(float(place[0]), 2), round(float(place[1]), 2)]


def width_of(text: str) -> float:
    """Return about how wide a text is; letters of Korean and Japanese are as wide as they are high."""
    return TEXT * sum(1.0 if unicodedata.east_asian_width(sign) in "WF" else 0.56 for sign in text)
