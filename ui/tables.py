"""Numbers as people write them, and small tables of them in Markdown, which fit a phone."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy.typing as npt

from nncore import value_and_slope
from ui.figures.activations import LABELS

FORMULAS = {
    "step_function": "1 if *kx* > 0",
    "sigmoid": r"$\frac{1}{1 + e^{-kx}}$",
    "relu": "max(0, *kx*)",
    "tanh": "tanh(*kx*)",
    "identity_function": "*kx*",
}
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float, digits: int = 6) -> str:
    """Return a number in few digits with a true minus: 0.5, −12, 2.06·10⁻⁹, nan."""
    size, large = abs(value), 1e9 if digits > 4 else 1e6
    if 0 < size < 1e-4 or large <= size < math.inf:
        mantissa, exponent = f"{value:.2e}".split("e")
        text = f"{float(mantissa):g}·10{str(int(exponent)).translate(SUPERSCRIPTS)}"
    elif size < large and (value == round(value) or size >= 10**digits - 0.5):
        text = f"{value + 0:.0f}"
    else:
        text = f"{value:.{digits}g}"
    return text.replace("-", "−")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown: the first column to the left, the others to the right."""
    sides = [":--", *["--:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, sides, *rows))


def values_table(names: Sequence[str], k: float, x: float) -> str:
    """Return each curve's formula, its value at x and its slope there."""
    rows = []
    for name in names:
        value, slope = value_and_slope(name, x, k)
        shown = "none" if slope is None else number(slope, 4)
        rows.append((LABELS[name], FORMULAS[name], number(value, 4), shown))
    return table(("curve", "formula", "value", "slope"), rows)


def stages_table(columns: Mapping[str, Sequence[float] | npt.NDArray[Any]], total: float) -> str:
    """Return the stages of softmax as columns of numbers, with the sums of the last two below."""
    values = list(columns.values())
    rows = [[number(value, 5) for value in row] for row in zip(*values, strict=True)]
    blank = [""] * (len(columns) - 3)
    share = float(sum(values[-1]))
    return table(
        tuple(columns), [*rows, ["**sum**", *blank, f"**{number(total, 5)}**", f"**{number(share, 5)}**"]]
    )
