"""What a chart reports of a click or of a box that was dragged, read as what it is: a stranger's message."""

from collections.abc import Sequence
from typing import Any

from nncore import Box
from ui.state.canvas_report import number


def cell_of(report: Any, name: str, fields: Sequence[str]) -> tuple[int, ...] | None:
    """Return what was clicked, a whole number for each field, or None if nothing of the kind was.

    Parameters
    ----------
    report : object
        What came: a mapping of `selection` to mappings by their names.
    name : str
        The selection's name in the chart.
    fields : sequence of str
    """
    try:
        numbers = tuple(report["selection"][name][0][field] for field in fields)
    except (IndexError, KeyError, TypeError):
        return None
    return numbers if all(type(number) is int for number in numbers) else None


def box_of(report: Any, name: str) -> Box | None:
    """Return the box that was dragged: top, left, bottom, right; None if there is none."""
    try:
        sides = report["selection"][name]
        (left, right), (top, bottom) = (sorted(round(number(end)) for end in sides[side]) for side in "xy")
    except (KeyError, TypeError, ValueError):
        return None
    return top, left, bottom, right
