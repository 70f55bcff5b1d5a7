"""Figures with their spread and what they are held against: one table to read, and JSON beside it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from nncore.base.whole_file import whole_file

UNMEASURED = "not measured"
HEAD = ("what", "median", "9 of 10", "beside", "reach", "")


@dataclass(frozen=True)
class Figure:
    """One measured figure.

    Attributes
    ----------
    what : str
    value : float
        A median, where there are several values.
    unit : str
    low, high : float
        Between these lie nine of ten values.
    count : int
        How many there were.
    beside : str
        What it is held against, measured in the same run.
    ratio : float, optional
        How many times as large it is as that.
    reach : str
        What is to be reached.
    reached : bool, optional
    """

    what: str
    value: float
    unit: str
    low: float
    high: float
    count: int = 1
    beside: str = ""
    ratio: float | None = None
    reach: str = ""
    reached: bool | None = None

    def row(self) -> tuple[str, ...]:
        """Return its cells."""
        spread = f"{short(self.low)}–{short(self.high)}" if self.count > 1 else ""
        beside = f"{self.ratio:.2f} × {self.beside}" if self.ratio is not None else self.beside
        verdict = {True: "yes", False: "NO", None: ""}[self.reached]
        return self.what, f"{short(self.value)} {self.unit}".rstrip(), spread, beside, self.reach, verdict


def figure(
    what: str,
    values: Sequence[float],
    unit: str,
    *,
    floor: "Figure | None" = None,
    most: float | None = None,
    most_ratio: float | None = None,
    percentile: float = 50,
) -> Figure:
    """Return a figure of some values.

    Parameters
    ----------
    what : str
    values : sequence of float
    unit : str
    floor : Figure, optional
        What it is held against.
    most, most_ratio : float, optional
        What is to be reached.
    percentile : float
        Which of the values is told: the median, if nothing is said.
    """
    values = [each for each in values if not np.isnan(each)]
    value = float(np.percentile(values, percentile)) if values else float("nan")
    ratio = value / floor.value if floor and floor.value > 0 else float("nan")
    held = ratio if most_ratio is not None else value
    limit = most_ratio if most_ratio is not None else most
    low, high = np.percentile(values, [5, 95]).tolist() if values else (value, value)
    if floor:
        beside = (
            f"{floor.what}, {short(floor.value)} {floor.unit}"
            if floor.value > 0
            else f"{floor.what}: {UNMEASURED}"
        )
    else:
        beside = UNMEASURED if most_ratio is not None else ""
    return Figure(
        what,
        value,
        unit,
        low,
        high,
        len(values),
        beside,
        None if np.isnan(ratio) else ratio,
        "" if limit is None else f"≤ {limit:g} {'×' if most_ratio is not None else unit}",
        None if limit is None else bool(held <= limit),  # what was not measured is not reached
    )


def missing(what: str, why: str, reach: str = "") -> Figure:
    """Return the line of what could not be measured; if it had to reach something, it does not."""
    return Figure(what, float("nan"), "", 0, 0, beside=why, reach=reach, reached=False if reach else None)


def failed(what: str, error: BaseException) -> Figure:
    """Return the line of what failed, or was interrupted: it does not reach what it should."""
    (said, *_) = str(error).splitlines() or [""]
    return replace(missing(what, f"{type(error).__name__}: {said}"[:100]), reached=False)


def short(value: float) -> str:
    """Return a number in three digits or so."""
    return "–" if np.isnan(value) else f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def show(figures: Iterable[Figure]) -> None:
    """Print a table."""
    rows = [HEAD, *(each.row() for each in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip(), flush=True
        )


def in_markdown(figures: Iterable[Figure]) -> str:
    """Return the table in Markdown."""
    rows = [HEAD, ("---",) * len(HEAD), *(each.row() for each in figures)]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |\n" for row in rows)


def save(figures: Iterable[Figure], path: Path) -> None:
    """Write them as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(json.dumps([asdict(each) for each in figures], indent=1).encode())
