"""Diagrams of matrix products: the row that meets the column, and shapes that do not fit."""

from collections.abc import Sequence

import numpy as np

from nncore import Array, column_of, inner_sizes, row_of, shown_sums
from ui.figures.diagram_base import WIDTH, Diagram, width_of
from ui.figures.places import Place
from ui.language import _
from ui.numbers import is_exact, rounded
from ui.theme import Theme

Texts = list[list[str]]

HIGH, NAME, GAP = 36.0, 36.0, 44.0
"""The height of a cell, the room for a name above a matrix, the gap between A and A·B."""
ROOMY, AIR = 75.0, 14.0
"""The largest width of a cell, and the space beside the longest number."""


def product_diagram(
    theme: Theme, A: Array, B: Array, i: int, j: int, alt: str, *, hidden: bool = False
) -> Diagram:
    """Describe A·B, the rows of A against the columns of B, and mark what makes cell i, j.

    A stands beside A·B, and B above it. `hidden` leaves the cell open, for a prediction.
    """
    rows, columns = np.atleast_2d(A), B if B.ndim == 2 else B[:, np.newaxis]
    arrays = (rows, columns, shown_sums(rows, columns))
    (count, inner), across = rows.shape, columns.shape[1]
    texts, wide, wide_right = _fitting(arrays)
    exact = all(map(_are_exact, texts, arrays))
    if hidden:
        texts[2][i][j] = "?"
    width = max(WIDTH, _needed(wide, inner, wide_right, across))
    low = 2 * NAME + HIGH * inner
    diagram = Diagram(theme, low + HIGH * count + (8 if exact else 30), alt, width)
    left = (width - wide * inner - GAP - wide_right * across) / 2
    right = left + wide * inner + GAP
    _matrix(diagram, f"X {A.shape}", (left, low), texts[0], wide, (range(i, i + 1), range(inner)))
    _matrix(diagram, f"W {B.shape}", (right, NAME), texts[1], wide_right, (range(inner), range(j, j + 1)))
    name = f"XW {shown_sums(A, B).shape}"
    _matrix(diagram, name, (right, low), texts[2], wide_right, (range(i, i + 1), range(j, j + 1)))
    if not exact:
        diagram.text("rounded", (width / 2, diagram.height - 12), _("rounded"), theme.muted)
    return diagram


def _fitting(arrays: Sequence[Array]) -> tuple[list[Texts], float, float]:
    """Return all numbers in as many digits as fit, and the widths of the cells."""
    (_count, inner), across = arrays[0].shape, arrays[1].shape[1]
    for digits in (6, 5, 4, 3):
        texts = [[[rounded(value, digits) for value in row] for row in array] for array in arrays]
        longest = [max(width_of(text) for row in each for text in row) + AIR for each in texts]
        wide, wide_right = longest[0], max(longest[1:])
        if _needed(wide, inner, wide_right, across) <= WIDTH:
            break
    spare = max(WIDTH - _needed(wide, inner, wide_right, across), 0) / (inner + across)
    wide, wide_right = (max(each, min(ROOMY, each + spare)) for each in (wide, wide_right))
    return texts, wide, wide_right


def _needed(wide: float, inner: int, wide_right: float, across: int) -> float:
    return wide * inner + GAP + wide_right * across + 30


def _are_exact(texts: Texts, array: Array) -> bool:
    return all(map(is_exact, (text for row in texts for text in row), array.flat))


def _matrix(
    diagram: Diagram, name: str, corner: Place, texts: Texts, wide: float, marked: tuple[range, range]
) -> None:
    """Draw a matrix in brackets from its top left corner, with marked rows and columns."""
    (left, top), (rows, columns), theme = corner, marked, diagram.theme
    right, bottom = left + wide * len(texts[0]), top + HIGH * len(texts)
    place = (left + wide * columns.start, top + HIGH * rows.start)
    diagram.box(f"{name} now", place, wide * len(columns), HIGH * len(rows))
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            ink = theme.on_highlight if r in rows and c in columns else theme.ink
            middle = (left + wide * (c + 0.5), top + HIGH * (r + 0.5))
            diagram.text(f"{name} {r} {c}", middle, text, ink)
    diagram.brackets(name, left - 5, right + 5, top, bottom)
    diagram.text(name, ((left + right) / 2, top - NAME / 2), name)


def mismatch_diagram(theme: Theme, A: Array, B: Array, alt: str) -> Diagram:
    """Describe a row of A over a column of B, number by number: their lengths differ."""
    diagram, left, wide = Diagram(theme, 250, alt), 170.0, 66.0
    row, column = row_of(A, 0), column_of(B, 0)
    _shapes(diagram, A.shape, B.shape)
    exact = _numbers(diagram, _("a row of X"), 130, row, len(column))
    exact &= _numbers(diagram, _("a column of W"), 215, column, len(row))
    if not exact:
        diagram.text("rounded", (left - 15, 172), _("rounded"), theme.muted, anchor="end")
    partners = min(inner_sizes(A, B))
    for n in range(partners + 1):
        sign = "×" if n < partners else _("no partner")
        diagram.text(f"sign {n}", (left + wide * (n + 0.5), 172), sign)
    return diagram


def _numbers(diagram: Diagram, name: str, y: float, values: Array, others: int) -> bool:
    """Write numbers in a row of boxes, a ? for each that is missing; return whether none was rounded."""
    theme, left, wide = diagram.theme, 170.0, 66.0
    diagram.text(name, (left - 15, y), name, anchor="end")
    texts = [rounded(value, 4) for value in values]
    for n in range(max(len(values), others)):
        there = n < len(values)
        edge, ink = (theme.muted, theme.ink) if there else (theme.negative, theme.negative_word)
        corner = (left + wide * n + 4, y - 19)
        diagram.box(f"{name} box {n}", corner, wide - 8, 38, fill=theme.paper, line=edge, thickness=1.4)
        place = (left + wide * (n + 0.5), y)
        diagram.text(f"{name} {n}", place, texts[n] if there else "?", ink)
    return all(map(is_exact, texts, values))


def _shapes(diagram: Diagram, left: tuple[int, ...], right: tuple[int, ...]) -> None:
    """Write both shapes with their inner numbers side by side, marked, and ≠ between them."""
    theme, middle, y = diagram.theme, WIDTH / 2, 40.0
    for x, text in ((middle - 42, str(left[-1])), (middle + 42, str(right[0]))):
        diagram.box(f"inner {x}", (x - 15, y - 17), 30, 34)
        diagram.text(f"inner number {x}", (x, y), text, theme.on_highlight)
    diagram.text("left", (middle - 66, y), f"X {left}", anchor="end")
    diagram.text("differ", (middle, y), "≠", theme.negative_word)
    diagram.text("right", (middle + 66, y), f"W {right}", anchor="start")
