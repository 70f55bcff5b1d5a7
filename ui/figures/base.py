"""What every matplotlib figure shares: paper, fonts, and the strokes of a network diagram.

`Figure` is used directly, never pyplot, whose global state two visitors would share. A figure
is scaled to the column it stands in: at `WIDTH` inches and 12 points, its text is 12 pixels
on the narrowest phone (328 pixels of content) and grows with the column.
"""

from functools import cache
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch
from matplotlib.textpath import TextPath

from ui.figures.pixels import show_pixels
from ui.figures.typeface import use_typefaces
from ui.numbers import rounded, scientific
from ui.theme import Theme, hex_colour, readable_on

use_typefaces()
WIDTH = 4.5
"""Width in inches of a figure that must stay readable on a phone."""
TEXT = 12
"""Size in points of the smallest text in a figure `WIDTH` inches wide."""
LINES = 0.9
"""How far apart lines are, by matplotlib's measure: the typeface brings much room of its own."""
RADIUS = 0.28
"""Radius in inches of a neuron's disc."""
IN_DISC = 1.9
"""How many radii wide a number in a disc may be."""


def new_figure(theme: Theme, height: float, width: float = WIDTH) -> tuple[Figure, Axes]:
    """Return an empty figure in the theme's colours, in inches, and its axes.

    Make a figure wider than `WIDTH` only if its text is larger in proportion.
    """
    figure = Figure(figsize=(width, height), dpi=200, layout="constrained", facecolor=theme.paper)
    axes = figure.add_subplot(facecolor=theme.paper)
    axes.tick_params(colors=theme.ink, labelsize=TEXT, length=0)
    for side, spine in axes.spines.items():
        spine.set_color(theme.line)
        spine.set_visible(side in ("left", "bottom"))
    for axis in (axes.xaxis, axes.yaxis):
        axis.label.set(color=theme.ink, size=TEXT)
        axis.labelpad = 0
    return figure, axes


def diagram_axes(theme: Theme, height: float) -> tuple[Figure, Axes]:
    """Return an empty figure without axes for a diagram: one unit is an inch, y grows upward."""
    figure = Figure(figsize=(WIDTH, height), dpi=200, facecolor=theme.paper)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(0, height), aspect="equal")
    axes.set_axis_off()
    return figure, axes


def neuron(
    axes: Axes,
    theme: Theme,
    place: tuple[float, float],
    text: str,
    colour: npt.ArrayLike,
    *,
    radius: float = RADIUS,
    now: bool = False,
    pale: bool = False,
) -> None:
    """Draw a neuron: a disc filled by its value, with the value in it.

    `now` puts the highlighter around it, `pale` shows that it is still to come.
    """
    if now:
        axes.add_patch(Circle(place, radius * 1.28, color=theme.highlight, lw=0, zorder=3))
    fill = theme.paper if pale else hex_colour(colour)
    edge = theme.line if pale else theme.ink
    axes.add_patch(Circle(place, radius, facecolor=fill, edgecolor=edge, lw=1, zorder=4))
    ink = theme.muted if pale else readable_on(theme, colour)
    axes.text(*place, text, ha="center", va="center", color=ink, size=TEXT, zorder=5)


@cache
def advance(character: str) -> float:
    """Return how far a character, or a space, moves the pen, as a share of the text's size."""
    without, with_it = (TextPath((0, 0), f"|{c}|", size=100).get_extents().width for c in ("", character))
    return float(with_it - without) / 100


def text_width(text: str, size: float = TEXT) -> float:
    """Return how wide a text is in a figure, in inches."""
    return sum(map(advance, text)) * size / 72


def fitted(value: float, width: float, digits: int = 3) -> str:
    """Return a number in as many digits as fit a width in inches, and in `digits` at most.

    A tiny one for which not even a power of ten finds room is “≈ 0”.
    """
    texts = [rounded(value, n) for n in range(digits, 0, -1)] + [scientific(value, n) for n in (1, 0)]
    return next((text for text in texts if text_width(text) <= width), "≈ 0" if abs(value) < 1 else texts[-1])


def wire(
    axes: Axes,
    theme: Theme,
    start: tuple[float, float],
    end: tuple[float, float],
    sign: float,
    thickness: float = 1.0,
    *,
    pale: bool = False,
    opacity: float = 1.0,
) -> None:
    """Draw a wire between two neurons, coloured by the sign of its weight; thickness in points."""
    colour = theme.line if pale or sign == 0 else theme.positive if sign > 0 else theme.negative
    line: dict[str, Any] = {"color": colour, "lw": thickness, "alpha": opacity}
    axes.plot(*zip(start, end, strict=True), **line, zorder=2, solid_capstyle="round")


def paper_label(axes: Axes, theme: Theme, place: tuple[float, float], text: str, **options: Any) -> None:
    """Write a short text on a small piece of paper, so that wires do not cross it."""
    box = {"boxstyle": "round,pad=0.15", "facecolor": theme.paper, "edgecolor": "none"}
    style: dict[str, Any] = {
        "ha": "center",
        "va": "center",
        "color": theme.ink,
        "size": TEXT,
        "linespacing": LINES,
    }
    axes.text(place[0], place[1], text, **(style | {"bbox": box, "zorder": 6} | options))


def marker(axes: Axes, theme: Theme, corner: tuple[float, float], width: float, height: float) -> None:
    """Lay the highlighter over a box, under everything else in the diagram."""
    style = f"round,pad=0,rounding_size={min(width, height) / 6}"
    axes.add_patch(
        FancyBboxPatch(corner, width, height, boxstyle=style, color=theme.highlight, lw=0, zorder=1)
    )


def show_figure(figure: Figure, alt: str, width: Literal["stretch", "content"] | int = "stretch") -> None:
    """Show a figure with its description for those who cannot see it.

    Not `st.pyplot`, which trims a figure to what is drawn in it: a diagram would change its size
    from step to step.
    """
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    show_pixels(np.asarray(canvas.buffer_rgba())[:, :, :3], alt, width)  # its paper is opaque
