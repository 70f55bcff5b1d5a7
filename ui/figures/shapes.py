"""The shapes of a forward pass, to scale: each product is a rectangle where rows meet columns.

A matrix product is drawn in Falk's way: the left factor beside the result, the right one above
it. So the rows of X run on through Z1 and Z2 to Y, and each W stands on the columns it makes.
"""

from collections.abc import Sequence

import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from ui.figures.base import LINES, TEXT, WIDTH, diagram_axes
from ui.figures.typeface import HEADLINE
from ui.language import _
from ui.theme import Theme, hex_colour, mix

LEFT, GAP, RIGHT = 0.1, 0.64, 0.34
"""Inches beside and between the matrices: room for their names."""
FLOOR, CEILING = 0.5, 0.5
"""Inches for two lines of text below and above."""
HAIR = 0.02
"""Inches of a matrix of one row: to scale it would be thinner than a hair."""
TALLEST = 784
"""The most rows that are drawn: a batch of 10 000 would be thirteen times as tall as W1."""


def batch_shapes(
    theme: Theme, sizes: Sequence[int], batch: int, names: Sequence[str] = (), weights: str = "W{n}"
) -> Figure:
    """Draw X, the weights and what comes of them for a batch of so many images, all to one scale.

    `names` are those of X and what comes of it, by default X, Z1, …, Y.
    """
    unit = (WIDTH - LEFT - RIGHT - GAP * (len(sizes) - 1)) / sum(sizes)
    rows, top = max(HAIR, min(batch, TALLEST) * unit), max(sizes[:-1]) * unit
    figure, axes = diagram_axes(theme, FLOOR + rows + GAP / 4 + top + CEILING)
    names = names or ["X", *(f"Z{n}" for n in range(1, len(sizes) - 1)), "Y"]
    left = LEFT
    for n, (name, size) in enumerate(zip(names, sizes, strict=True)):
        width = max(HAIR, size * unit)
        _matrix(axes, (left, FLOOR), (width, rows), mix(theme.paper, theme.full, 0.75))
        _name(axes, theme, (left + width / 2, FLOOR - 0.05), f"{name}\n{batch}×{size}", "top")
        if n:
            corner, height = (left, FLOOR + rows + GAP / 4), max(HAIR, sizes[n - 1] * unit)
            _matrix(axes, corner, (width, height), mix(theme.paper, theme.positive, 0.6))
            above = (left + width / 2, corner[1] + height + 0.05)
            _name(axes, theme, above, f"{weights.format(n=n)}\n{sizes[n - 1]}×{size}", "bottom")
        left += width + GAP
    words = _("1 image\nat a time") if batch == 1 else _("{count} images\nat once").format(count=batch)
    middle = (LEFT + sizes[0] * unit / 2, FLOOR + rows + GAP / 4 + top / 2)
    axes.text(
        *middle, words, ha="center", va="center", color=theme.ink, size=16, family=HEADLINE, linespacing=1
    )
    return figure


def _matrix(axes: Axes, corner: tuple[float, float], size: tuple[float, float], fill: npt.ArrayLike) -> None:
    axes.add_patch(Rectangle(corner, *size, facecolor=hex_colour(fill), lw=0))


def _name(axes: Axes, theme: Theme, place: tuple[float, float], text: str, va: str) -> None:
    axes.text(*place, text, ha="center", va=va, color=theme.ink, size=TEXT, linespacing=LINES)
