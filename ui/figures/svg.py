"""Plain pictures as SVG: what a slider redraws. Matplotlib takes 25 ms for one, this half a millisecond.

A picture is shown like any other, as an image: with its description, in print, and to be saved. An image
has none of the page's typefaces, so words are drawn as outlines, the same as in all figures. As in these, a
unit is a point: at 12 of them, and 4.5 inches across, text is 12 pixels on the narrowest phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape

import streamlit as st
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from ui.figures.base import TEXT, advance, text_width
from ui.png import data_url
from ui.theme import Theme

Place = tuple[float, float]
GRAIN = 100
"""The size at which a character's outline is kept."""
STEPS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE3: "Q", Path.CURVE4: "C", Path.CLOSEPOLY: "Z"}
RISE = 0.33
"""How far the middle of a line of text lies above its foot, as a share of its size."""
APART = 1.2
"""How far apart the feet of two lines lie, as a share of their size."""


@cache
def _outline(character: str) -> str:
    """Return a character as a path of SVG, its foot at 0 and up positive."""
    steps = TextPath((0, 0), character, size=GRAIN).iter_segments(simplify=False, curves=True)
    return "".join(
        STEPS[code] + ("" if code == Path.CLOSEPOLY else " ".join(f"{each:.1f}" for each in numbers))
        for numbers, code in steps
    )


def width_of(text: str) -> float:
    """Return how wide a text is, in points."""
    return 72 * text_width(text)


@dataclass
class Drawing:
    """A square picture, drawn in this order, later parts on top; x grows to the right and y downward.

    Attributes
    ----------
    theme : Theme
    side : float
        How wide and high it is, in points.
    """

    theme: Theme
    side: float
    _parts: list[str] = field(default_factory=list)
    _used: set[str] = field(default_factory=set)

    def area(self, corners: Sequence[Place], colour: str) -> None:
        """Fill what lies between some corners."""
        points = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)
        self._parts.append(f'<polygon points="{points}" fill="{colour}"/>')

    def line(self, start: Place, end: Place, colour: str, thickness: float) -> None:
        """Draw a straight line."""
        (x, y), (u, v) = start, end
        ends = f'x1="{x:.2f}" y1="{y:.2f}" x2="{u:.2f}" y2="{v:.2f}"'
        self._parts.append(f'<line {ends} stroke="{colour}" stroke-width="{thickness}"/>')

    def disc(self, place: Place, across: float, fill: str, edge: str = "none", thickness: float = 0) -> None:
        """Draw a disc, so wide; its edge lies half within."""
        x, y = place
        look = f'fill="{fill}" stroke="{edge}" stroke-width="{thickness}"'
        self._parts.append(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{across / 2}" {look}/>')

    def text(self, middle: Place, text: str, *, on_paper: bool = False, turned: bool = False) -> None:
        """Write words around a place: on a piece of paper, so that no line crosses them, or upward."""
        (x, y), lines = middle, text.split("\n")
        high = TEXT * APART * len(lines)
        if on_paper:
            wide = max(map(width_of, lines)) + 0.3 * TEXT
            corner = f'x="{x - wide / 2:.2f}" y="{y - high / 2 - 0.05 * TEXT:.2f}"'
            size = f'width="{wide:.2f}" height="{high + 0.1 * TEXT:.2f}"'
            self._parts.append(f'<rect {corner} {size} rx="2" fill="{self.theme.paper}"/>')
        turn = f' transform="rotate(-90 {x:.2f} {y:.2f})"' if turned else ""
        self._parts.append(f'<g aria-label="{escape(text)}"{turn}>')
        for row, line in enumerate(lines):
            foot = y + TEXT * (RISE + APART * (row - (len(lines) - 1) / 2))
            self._write(line, x - width_of(line) / 2, foot)
        self._parts.append("</g>")

    def _write(self, line: str, left: float, foot: float) -> None:
        """Write a line from a place on."""
        scale, pen, signs = TEXT / GRAIN, 0.0, []
        for character in line:
            if not character.isspace():
                signs.append(f'<use href="#u{ord(character):x}" x="{pen:.1f}"/>')
            pen += advance(character) * GRAIN
        self._used |= set("".join(line.split()))
        place = f'transform="translate({left:.2f} {foot:.2f}) scale({scale:.4g} -{scale:.4g})"'
        self._parts.append(f'<g {place} fill="{self.theme.ink}">{"".join(signs)}</g>')

    def source(self) -> str:
        """Return it as SVG."""
        kept = "".join(f'<path id="u{ord(each):x}" d="{_outline(each)}"/>' for each in sorted(self._used))
        size = (
            f'width="{2 * self.side:g}" height="{2 * self.side:g}" viewBox="0 0 {self.side:g} {self.side:g}"'
        )
        paper = f'<rect width="100%" height="100%" fill="{self.theme.paper}"/>'
        opened = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><defs>{kept}</defs>{paper}'
        return opened + "".join(self._parts) + "</svg>"


def show_drawing(drawing: Drawing, alt: str) -> None:
    """Show a picture with its description for those who cannot see it; it is its own address."""
    st.image(data_url(drawing.source().encode(), "svg+xml"), width="stretch", alt=[alt])
