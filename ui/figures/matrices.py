"""Matrix products drawn: the row that meets the column, shapes that fit or not, the layer, the scale."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from nncore import column_of, inner_sizes, layer_sums, matrix_product, row_of
from ui.figures.base import TEXT, WIDTH, diagram_axes, label, marker, neuron, wire
from ui.numbers import rounded
from ui.theme import Theme, diverging, hex_colour

Array = npt.NDArray[Any]
Point = tuple[float, float]

HIGH = 0.36
"""Height of a cell in inches."""


def product_figure(theme: Theme, A: Array, B: Array, i: int, j: int, *, hidden: bool = False) -> Figure:
    """Draw A to the left, B above and A·B where its rows meet B's columns; mark how cell i, j came about.

    `hidden` leaves the cell open, for those who guess first.
    """
    rows, columns = np.atleast_2d(A), B if B.ndim == 2 else B[:, np.newaxis]
    result = matrix_product(rows, columns)
    inner = rows.shape[1]
    wide = (WIDTH - 0.9) / max(inner + columns.shape[1], 4)
    wide = min(wide, 0.75)
    height = 0.75 + HIGH * (inner + len(rows))
    figure, axes = diagram_axes(theme, height)
    left = (WIDTH - 0.5 - wide * (inner + columns.shape[1])) / 2
    right, middle = left + wide * inner + 0.5, 0.12 + HIGH * len(rows)
    top = middle + 0.42 + HIGH * inner
    marker(axes, theme, (left, middle - HIGH * (i + 1)), wide * inner, HIGH)
    marker(axes, theme, (right + wide * j, middle + 0.42), wide, HIGH * inner)
    marker(axes, theme, (right + wide * j, middle - HIGH * (i + 1)), wide, HIGH)
    texts = [[rounded(value, 4) for value in row] for row in result]
    if hidden:
        texts[i][j] = "?"
    _matrix(axes, theme, (left, middle), _texts(rows), wide, lambda r, _: r == i)
    _matrix(axes, theme, (right, top), _texts(columns), wide, lambda _, c: c == j)
    _matrix(axes, theme, (right, middle), texts, wide, lambda r, c: (r, c) == (i, j))
    label(axes, theme, (left + wide * inner / 2, middle + 0.2), f"A {A.shape}")
    label(axes, theme, (right - 0.28, top - HIGH / 2), f"B {B.shape}", ha="right")
    label(
        axes, theme, (right + wide * columns.shape[1] / 2, middle + 0.2), f"A·B {matrix_product(A, B).shape}"
    )
    return figure


def _texts(array: Array) -> list[list[str]]:
    return [[rounded(value, 4) for value in row] for row in array]


def _matrix(
    axes: Axes, theme: Theme, corner: Point, texts: Sequence[Sequence[str]], wide: float, now: Any
) -> None:
    """Write a matrix between its brackets, its top left corner given; `now` tells the marked cells."""
    left, top = corner
    right, bottom = left + wide * len(texts[0]), top - HIGH * len(texts)
    for r, row in enumerate(texts):
        for c, text in enumerate(row):
            colour = theme.on_highlight if now(r, c) else theme.ink
            place = left + wide * (c + 0.5), top - HIGH * (r + 0.5)
            axes.text(*place, text, ha="center", va="center", color=colour, size=TEXT + 1, zorder=5)
    for side, inward in ((left - 0.04, 0.07), (right + 0.04, -0.07)):
        bracket = [(side + inward, top), (side, top), (side, bottom), (side + inward, bottom)]
        axes.plot(*zip(*bracket, strict=True), color=theme.muted, lw=1.2, zorder=3)


def mismatch_figure(theme: Theme, A: Array, B: Array) -> Figure:
    """Draw a row of A over a column of B, number by number, and the two lengths that differ."""
    figure, axes = diagram_axes(theme, 2.5)
    sizes = inner_sizes(A, B)
    _inner_numbers(axes, theme, A.shape, B.shape)
    wide, left = 0.6, 1.75
    for height, name, values in ((1.2, "a row of A", row_of(A, 0)), (0.35, "a column of B", column_of(B, 0))):
        label(axes, theme, (left - 0.15, height), name, ha="right")
        for n in range(max(sizes)):
            there = n < len(values)
            corner = (left + wide * n + 0.04, height - 0.19)
            edge = theme.muted if there else theme.negative
            style = "solid" if there else "dashed"
            axes.add_patch(Rectangle(corner, wide - 0.08, 0.38, fill=False, edgecolor=edge, ls=style, lw=1.2))
            text = rounded(values[n], 4) if there else "?"
            label(axes, theme, (left + wide * (n + 0.5), height), text, color=theme.ink if there else edge)
    for n in range(max(sizes)):
        sign = "×" if n < min(sizes) else "no partner"
        size = TEXT + 2 if n < min(sizes) else TEXT
        if n <= min(sizes):
            label(axes, theme, (left + wide * (n + 0.5), 0.78), sign, size=size)
    return figure


def _inner_numbers(axes: Axes, theme: Theme, left: tuple[int, ...], right: tuple[int, ...]) -> None:
    """Write both shapes with the two inner numbers side by side, marked, and say that they differ."""
    large, y = 17, 2.1
    a = f"({left[0]}, " if len(left) == 2 else "("
    b = f", {right[1]})" if len(right) == 2 else ",)"
    middle = WIDTH / 2
    for x, text in ((middle - 0.42, str(left[-1])), (middle + 0.42, str(right[0]))):
        marker(axes, theme, (x - 0.16, y - 0.19), 0.32, 0.38)
        axes.text(x, y, text, ha="center", va="center", size=large, color=theme.on_highlight, zorder=5)
    axes.text(middle - 0.6, y, f"A  {a}", ha="right", va="center", size=large, color=theme.ink)
    axes.text(middle + 0.6, y, f"{b}  B", ha="left", va="center", size=large, color=theme.ink)
    axes.text(middle, y, "≠", ha="center", va="center", size=large, color=theme.negative)
    ends = ")" if len(left) == 2 else ",)"
    axes.text(middle - 0.24, y, ends, ha="left", va="center", size=large, color=theme.muted)
    axes.text(middle + 0.24, y, "(", ha="right", va="center", size=large, color=theme.muted)


def layer_figure(theme: Theme, x: Array, W: Array, b: Array, j: int) -> Figure:
    """Draw X·W + b as a small network: a neuron for each column of W; mark neuron j and its wires."""
    weights = W if W.ndim == 2 else W[:, np.newaxis]
    inputs, neurons = weights.shape
    sums = layer_sums(x, weights, b)
    height = max(0.85 * max(inputs + 1, neurons), 1.8)
    figure, axes = diagram_axes(theme, height)
    left = _spread(0.55, height, inputs + 1)
    right = _spread(WIDTH - 1.0, height, neurons)
    largest = float(np.abs(np.append(weights, b)).max()) or 1.0
    for n, end in enumerate(right):
        for start, w in zip(left, [*weights[:, n], b[n]], strict=True):
            thick = 1 + 3 * abs(float(w)) / largest
            if n == j:
                axes.plot(*zip(start, end, strict=True), color=theme.highlight, lw=thick + 7, zorder=1)
            wire(axes, theme, start, end, float(w), thick)
    _name_weights(axes, theme, left, right[j], [*weights[:, j], b[j]])
    for place, value in zip(left[:-1], x, strict=True):
        neuron(axes, theme, place, rounded(value, 3), diverging(theme, value, float(np.abs(x).max()) or 1.0))
    neuron(axes, theme, left[-1], "1", diverging(theme, 0.0, 1.0))
    limit = float(np.abs(sums).max()) or 1.0
    for n, (place, value) in enumerate(zip(right, sums, strict=True)):
        neuron(axes, theme, place, rounded(value, 3), diverging(theme, value, limit), radius=0.34, now=n == j)
    return figure


def _spread(x: float, height: float, count: int) -> list[Point]:
    """Return `count` places one below the other, evenly, at the same x."""
    return [(x, height * (1 - (n + 0.5) / count)) for n in range(count)]


def _name_weights(
    axes: Axes, theme: Theme, starts: Sequence[Point], end: Point, weights: Sequence[float]
) -> None:
    """Write its weight on each wire into one neuron, nearer to where they come from."""
    for (x, y), w in zip(starts, weights, strict=True):
        place = (x + 0.36 * (end[0] - x), y + 0.36 * (end[1] - y))
        label(axes, theme, place, rounded(w, 3))


def scale_figure(theme: Theme, images: int) -> Figure:
    """Draw X (images, 784), W (784, 50) and their product to scale: an inch is 500 numbers."""
    unit = WIDTH / 1250
    rows = max(images * unit, 0.008)
    figure, axes = diagram_axes(theme, 4.1)
    shape = f"({images}, 784)" if images > 1 else "(784,)"
    result = f"({images}, 50)" if images > 1 else "(50,)"
    left, top, gap = 0.15, 3.75, 0.75
    column = left + 784 * unit + gap
    tall, narrow = 784 * unit, 50 * unit
    boxes = (
        ((left, top - tall - 0.2 - rows), 784 * unit, rows, f"X {shape}"),
        ((column, top - tall), narrow, tall, "W (784, 50)"),
        ((column, top - tall - 0.2 - rows), narrow, rows, f"X·W {result}"),
    )
    for corner, wide, high, _ in boxes:
        colour = hex_colour(diverging(theme, 0.6, 1.0))
        axes.add_patch(Rectangle(corner, wide, high, facecolor=colour, edgecolor=theme.positive, lw=1))
    bottom = top - tall - 0.2 - rows
    label(axes, theme, (left + tall / 2, bottom + rows + 0.2), f"X {shape}")
    label(axes, theme, (column + narrow / 2, top + 0.18), "W (784, 50)")
    label(axes, theme, (column + narrow / 2, bottom - 0.2), f"X·W {result}")
    label(axes, theme, (left, bottom - 0.2), f"{images * 784 * 50:,} products".replace(",", " "), ha="left")
    return figure
