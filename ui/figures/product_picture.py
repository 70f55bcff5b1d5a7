"""Matrix products drawn: the row that meets the column, and shapes that do not fit."""

from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from nncore import Array, column_of, inner_sizes, row_of, shown_sums
from ui.figures.base import TEXT, WIDTH, diagram_axes, fitted, marker, paper_label, text_width
from ui.figures.diagram_base import Place
from ui.language import _
from ui.numbers import is_exact, rounded
from ui.theme import Theme

Texts = list[list[str]]
Cells = tuple[range, range]

SIZE = TEXT + 1
"""Size of the numbers in points."""
HIGH, NAME, GAP = 0.36, 0.4, 0.5
"""Inches: the height of a cell, the room for a name above a matrix, what is between A and A·B."""
ROOMY, AIR = 0.75, 0.14
"""Inches: the width of a cell where there is room, and the least air beside a number."""


class Layout(NamedTuple):
    """How a product is drawn: A beside A·B or on top, in how many digits, how wide the cells are."""

    beside: bool
    digits: int
    wide_a: float
    wide_b: float


def product_figure(theme: Theme, A: Array, B: Array, i: int, j: int, *, hidden: bool = False) -> Figure:
    """Draw A·B where the rows of A meet the columns of B, and mark how cell i, j came about.

    A stands beside A·B and B above it; numbers too long for that send A to the top. `hidden`
    leaves the cell open, for those who guess first.
    """
    rows, columns = np.atleast_2d(A), B if B.ndim == 2 else B[:, np.newaxis]
    arrays = (rows, columns, shown_sums(rows, columns))
    beside, digits, wide_a, wide_b = _plan(*arrays)
    texts = [_texts(array, digits) for array in arrays]
    exact = all(map(_are_exact, texts, arrays))
    if hidden:
        texts[2][i][j] = "?"
    inner, across = columns.shape
    low = (0.1 if exact else 0.45) + HIGH * len(rows)
    top = low + NAME + HIGH * inner
    height = top + NAME if beside else top + NAME + HIGH * len(rows) + NAME
    figure, axes = diagram_axes(theme, height)
    left = (WIDTH - wide_a * inner - (GAP + wide_b * across if beside else 0)) / 2
    right = left + wide_a * inner + GAP if beside else (WIDTH - wide_b * across) / 2
    row, column = range(i, i + 1), range(j, j + 1)
    places = ((left, low if beside else height - NAME), (right, top), (right, low))
    names = (f"X {A.shape}", f"W {B.shape}", f"XW {shown_sums(A, B).shape}")
    marked = ((row, range(inner)), (range(inner), column), (row, column))
    for place, text, wide, name, cells in zip(
        places, texts, (wide_a, wide_b, wide_b), names, marked, strict=True
    ):
        _matrix(axes, theme, place, text, wide, name, cells)
    if not exact:
        paper_label(axes, theme, (WIDTH / 2, 0.18), _("rounded"), color=theme.muted)
    return figure


def _plan(A: Array, B: Array, product: Array) -> Layout:
    """Return the plan with the most digits that finds room, A beside A·B if that is possible at all."""
    inner, across = B.shape
    for beside, digits in ((True, 6), (True, 5), (True, 4), *((False, n) for n in (9, 6, 5, 4, 3))):
        wide_a, wide_b = _cell(A, digits), max(_cell(B, digits), _cell(product, digits))
        gap, cells = (GAP, inner + across) if beside else (0.0, max(inner, across))
        room = WIDTH - 0.3 - gap
        needed = inner * wide_a + across * wide_b if beside else max(inner * wide_a, across * wide_b)
        if needed <= room:
            break
    spare = max(room - needed, 0.0) / cells
    wide_a, wide_b = (max(wide, min(ROOMY, wide + spare)) for wide in (wide_a, wide_b))
    return Layout(beside, digits, wide_a, wide_b)


def _cell(array: Array, digits: int) -> float:
    """Return the width that a cell needs for the longest number of an array."""
    return max(text_width(text, SIZE) for row in _texts(array, digits) for text in row) + AIR


def _texts(array: Array, digits: int) -> Texts:
    return [[rounded(value, digits) for value in row] for row in array]


def _are_exact(texts: Texts, array: Array) -> bool:
    return all(map(is_exact, (text for row in texts for text in row), array.flat))


def _matrix(
    axes: Axes, theme: Theme, corner: Place, texts: Texts, wide: float, name: str, marked: Cells
) -> None:
    """Write a matrix between its brackets, its top left corner given, with its marked rows and columns."""
    left, top = corner
    right, bottom = left + wide * len(texts[0]), top - HIGH * len(texts)
    rows, columns = marked
    low = left + wide * columns.start, top - HIGH * rows.stop
    marker(axes, theme, low, wide * len(columns), HIGH * len(rows))
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            colour = theme.on_highlight if r in rows and c in columns else theme.ink
            place = left + wide * (c + 0.5), top - HIGH * (r + 0.5)
            axes.text(*place, text, ha="center", va="center", color=colour, size=SIZE, zorder=5)
    for side, inward in ((left - 0.04, 0.07), (right + 0.04, -0.07)):
        bracket = [(side + inward, top), (side, top), (side, bottom), (side + inward, bottom)]
        axes.plot(*zip(*bracket, strict=True), color=theme.muted, lw=1.2, zorder=3)
    paper_label(axes, theme, ((left + right) / 2, top + NAME / 2), name)


def mismatch_figure(theme: Theme, A: Array, B: Array) -> Figure:
    """Draw a row of A over a column of B, number by number, and the two lengths that differ."""
    figure, axes = diagram_axes(theme, 2.5)
    sizes = inner_sizes(A, B)
    _inner_numbers(axes, theme, A.shape, B.shape)
    wide, left, exact = 0.6, 1.75, True
    lines = (1.2, _("a row of X"), row_of(A, 0)), (0.35, _("a column of W"), column_of(B, 0))
    for height, name, values in lines:
        paper_label(axes, theme, (left - 0.15, height), name, ha="right")
        for n in range(max(sizes)):
            there = n < len(values)
            corner = (left + wide * n + 0.04, height - 0.19)
            edge = theme.muted if there else theme.negative
            style = "solid" if there else "dashed"
            axes.add_patch(Rectangle(corner, wide - 0.08, 0.38, fill=False, edgecolor=edge, ls=style, lw=1.2))
            text = fitted(values[n], wide - 0.12, 4) if there else "?"
            exact &= not there or is_exact(text, values[n])
            ink = theme.ink if there else theme.negative_word
            paper_label(axes, theme, (left + wide * (n + 0.5), height), text, color=ink)
    if not exact:
        paper_label(axes, theme, (left - 0.15, 0.78), _("rounded"), ha="right", color=theme.muted)
    _signs(axes, theme, left, wide, min(sizes))
    return figure


def _signs(axes: Axes, theme: Theme, left: float, wide: float, count: int) -> None:
    """Write × between the numbers that have a partner, and that the next has none."""
    for n in range(count + 1):
        sign, size = ("×", TEXT + 2) if n < count else (_("no partner"), TEXT)
        paper_label(axes, theme, (left + wide * (n + 0.5), 0.78), sign, size=size)


def _inner_numbers(axes: Axes, theme: Theme, left: tuple[int, ...], right: tuple[int, ...]) -> None:
    """Write both shapes with the two inner numbers side by side, marked, and say that they differ."""
    large, y = 17, 2.1
    a = f"({left[0]}, " if len(left) == 2 else "("
    b = f", {right[1]})" if len(right) == 2 else ",)"
    middle = WIDTH / 2
    for x, text in ((middle - 0.42, str(left[-1])), (middle + 0.42, str(right[0]))):
        marker(axes, theme, (x - 0.16, y - 0.19), 0.32, 0.38)
        axes.text(x, y, text, ha="center", va="center", size=large, color=theme.on_highlight, zorder=5)
    axes.text(middle - 0.6, y, f"X  {a}", ha="right", va="center", size=large, color=theme.ink)
    axes.text(middle + 0.6, y, f"{b}  W", ha="left", va="center", size=large, color=theme.ink)
    axes.text(middle, y, "≠", ha="center", va="center", size=large, color=theme.negative_word)
    ends = ")" if len(left) == 2 else ",)"
    axes.text(middle - 0.24, y, ends, ha="left", va="center", size=large, color=theme.muted)
    axes.text(middle + 0.24, y, "(", ha="right", va="center", size=large, color=theme.muted)
