"""Small tables of numbers, which fit a phone."""

from collections.abc import Mapping, Sequence

from nncore import Array, value_and_slope
from ui.figures.activation_charts import LABELS
from ui.numbers import rounded
from ui.widgets.table import show_table


def show_values(names: Sequence[str], a: float, *, slopes: bool) -> None:
    """Show what each curve answers to the sum a, a column for each, and on demand its slope there."""
    values, steep = zip(*(value_and_slope(name, a) for name in names), strict=True)
    rows = [(f"h({rounded(a)})", *(rounded(value, 4) for value in values))]
    if slopes:
        rows.append(("slope", *("none" if slope is None else rounded(slope, 4) for slope in steep)))
    show_table(("h", *(LABELS[name] for name in names)), rows)


def show_softmax(columns: Mapping[str, Sequence[float] | Array], total: float) -> None:
    """Show the stages of softmax as columns of numbers, with the sums of the last two below."""
    values = list(columns.values())
    rows = [[rounded(value, 5) for value in row] for row in zip(*values, strict=True)]
    blank = [""] * (len(columns) - 3)
    share = float(sum(values[-1]))
    show_table(tuple(columns), [*rows, ["sum", *blank, rounded(total, 5), rounded(share, 5)]])
