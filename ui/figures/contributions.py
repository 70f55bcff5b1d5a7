"""A bar chart of what each input adds to a neuron's sum."""

import numpy as np

from nncore import Array
from ui.figures.axis import Axis
from ui.figures.diagram_base import Columns, Diagram
from ui.figures.plot import LEFT, RIGHT, Line, line_chart
from ui.language import _
from ui.theme import Theme

WIDE = 210
"""The width of all bars together, small enough for words that are legible in half of an instrument."""


def contribution_bars(theme: Theme, values: Array, weights: Array, symbol: str, alt: str) -> Diagram:
    """Draw input × weight for every input as a bar, the largest first; pointing reads the product."""
    products, count = values * weights, len(values)
    order = np.argsort(-products, kind="stable")
    bars = {
        f"bar {n}": Line((n, n), (0, part), theme.negative if part < 0 else theme.positive, WIDE / count)
        for n, part in enumerate(products[order].tolist(), 1)
    }
    ends = min(float(products.min()), 0.0), max(float(products.max()), 0.0)
    columns: Columns = {_("input"): [f"{symbol}[{i}]" for i in order], _("value"): values[order]}
    columns = {**columns, _("weight"): weights[order], _("product"): products[order]}
    x, y = Axis((0, count + 1), ticks=()), Axis(ends, most=6)
    return line_chart(theme, bars, x, y, alt, height=200, width=WIDE + LEFT + RIGHT, columns=columns)
