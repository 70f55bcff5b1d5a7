"""Small tables of numbers in Markdown, which fit a phone."""

from collections.abc import Mapping, Sequence

from nncore import Array, value_and_slope
from ui.figures.activation_charts import LABELS
from ui.numbers import rounded
from ui.widgets.table import markdown_table

FORMULAS = {
    "step_function": "1 if *kx* > 0 else 0",
    "sigmoid": r"$\frac{1}{1 + e^{-kx}}$",
    "relu": "max(0, *kx*)",
    "tanh": "tanh(*kx*)",
    "identity_function": "*kx*",
}


def values_table(names: Sequence[str], k: float, x: float, *, known: bool = True) -> str:
    """Return each curve's formula, its value at x and its slope there; both as “?” if not yet `known`."""
    rows = []
    for name in names:
        value, slope = value_and_slope(name, x, k)
        numbers = rounded(value, 4), "none" if slope is None else rounded(slope, 4)
        rows.append((LABELS[name], FORMULAS[name], *(numbers if known else "??")))
    return markdown_table(("curve", "formula", "value", "slope"), rows)


def softmax_table(columns: Mapping[str, Sequence[float] | Array], total: float) -> str:
    """Return the stages of softmax as columns of numbers, with the sums of the last two below."""
    values = list(columns.values())
    rows = [[rounded(value, 5) for value in row] for row in zip(*values, strict=True)]
    blank = [""] * (len(columns) - 3)
    share = float(sum(values[-1]))
    return markdown_table(tuple(columns), [*rows, ["sum", *blank, rounded(total, 5), rounded(share, 5)]])
