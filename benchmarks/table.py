"""Figures with their spread and what they are held against, in one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isnan, nan

import numpy as np

HEAD = ("what", "value", "9 of 10", "beside", "reach", "")


@dataclass(frozen=True)
class Figure:
    """One measured figure.

    Attributes
    ----------
    what : str
    values : sequence of float
        NaN among them was not measured.
    unit : str
    floor : Figure, optional
        What it is held against, measured in the same run.
    most, times : float, optional
        What is to be reached: at most so many units, or so many times its floor.
    percentile : float
        Which of the values is shown: the median by default.
    """

    what: str
    values: Sequence[float]
    unit: str
    floor: "Figure | None" = None
    most: float | None = None
    times: float | None = None
    percentile: float = 50

    def at(self, percentile: float) -> float:
        """Return the value below which so many of a hundred lie; NaN if nothing was measured."""
        known = [each for each in self.values if not isnan(each)]
        return float(np.percentile(known, percentile)) if known else nan

    @property
    def value(self) -> float:
        """The value that is shown."""
        return self.at(self.percentile)

    @property
    def ratio(self) -> float:
        """How many times as large it is as its floor."""
        return self.value / self.floor.value if self.floor and self.floor.value > 0 else nan

    @property
    def reached(self) -> bool | None:
        """Whether it reaches what it should, if anything; what was not measured does not."""
        if self.times is not None:
            return self.ratio <= self.times
        return None if self.most is None else self.value <= self.most

    def row(self) -> tuple[str, ...]:
        """Return its cells."""
        shown = f"{short(self.value)} {self.unit}".rstrip()
        spread = f"{short(self.at(5))}–{short(self.at(95))}" if len(self.values) > 1 else ""
        beside = f"{short(self.ratio)} × {self.floor.what}" if self.floor else ""
        reach = f"≤ {self.times:g} ×" if self.times is not None else ""
        reach = f"≤ {self.most:g} {self.unit}".rstrip() if self.most is not None else reach
        return self.what, shown, spread, beside, reach, {True: "yes", False: "NO", None: ""}[self.reached]


def short(value: float) -> str:
    """Return a number in three digits or so."""
    return "–" if isnan(value) else f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def in_markdown(figures: Iterable[Figure]) -> str:
    """Return the table in Markdown."""
    rows = [HEAD, ("---",) * len(HEAD), *(each.row() for each in figures)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)
