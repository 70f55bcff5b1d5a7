"""A small layer as tables: the row of inputs times a column of weights is a neuron's sum."""

import numpy as np

from nncore import Array, shown_sums
from ui.figures.diagram_base import Diagram
from ui.language import _
from ui.numbers import factor, number
from ui.theme import Theme, diverging

CELL, HIGH = 58, 44
"""The size of a cell."""
ROW, COLUMNS = (32.0, 150.0), (172.0, 272.0, 372.0)
"""Where the row of inputs begins, and each column of weights."""
TOP, SUM = 34.0, 218.0
LIMIT = 18.0
"""The sum at which a disc has its full colour."""


def layer_table(theme: Theme, x: Array, W: Array, j: int, alt: str) -> Diagram:
    """Describe X·W for one row of inputs, with column `j` and its sum marked; a neuron can be picked."""
    diagram = Diagram(theme, 236, alt)
    (left, row), written = ROW, _("neuron {n}: {sum}")
    middles = [start + CELL / 2 for start in COLUMNS]
    diagram.box("now row", (left, row), CELL * len(x), HIGH)
    diagram.box("now column", (COLUMNS[j], TOP), CELL, HIGH * len(x))
    for i, value in enumerate(x):
        place = left + CELL * (i + 0.5), row + HIGH / 2
        diagram.text(f"x{i + 1}", place, number(value), theme.on_highlight)
    diagram.brackets("X", left - 9, left + CELL * len(x) + 9, row, row + HIGH)
    diagram.brackets("W", COLUMNS[0] - 9, COLUMNS[-1] + CELL + 9, TOP, TOP + HIGH * len(x))
    diagram.text("name X", (left + CELL, row - 18), _("inputs X"))
    diagram.text("name W", (left + CELL, TOP + HIGH / 2), _("weights W →"), theme.muted)
    for k, (middle, total) in enumerate(zip(middles, shown_sums(x, W), strict=True)):
        diagram.text(f"neuron {k + 1}", (middle, 15), _("neuron {n}").format(n=k + 1), theme.muted)
        for i, weight in enumerate(W[:, k]):
            ink = theme.on_highlight if k == j else theme.ink
            diagram.text(f"w{i + 1}{k + 1}", (middle, TOP + HIGH * (i + 0.5)), number(weight), ink)
        place, colour, name = (middle, row + HIGH / 2), diverging(theme, total, LIMIT), str(k + 1)
        tip = written.format(n=name, sum=written_pairs(x, W[:, k]))
        diagram.neuron(
            f"sum {name}",
            place,
            number(total),
            colour,
            radius=23,
            now=k == j,
            tip=tip,
            pick=name,
            chosen=k == j,
        )
    diagram.text("written", (middles[1], SUM), written.format(n=j + 1, sum=written_pairs(x, W[:, j])))
    return diagram


def written_pairs(x: Array, w: Array) -> str:
    """Return a sum of products with its numbers plugged in: 2·3 + 1·(−2) = 4."""
    pairs = " + ".join(f"{factor(a)}·{factor(b)}" for a, b in zip(x, w, strict=True))
    return f"{pairs} = {number(float(np.dot(x, w)))}"
