"""What a chart reports of a click or of a box that was dragged, read as what it is: a stranger's message."""

from collections.abc import Sequence

from nncore import Box
from ui.components.canvas_report import is_number


def cell_of(report: object, name: str, fields: Sequence[str]) -> tuple[int, ...] | None:
    """Return what was clicked, a whole number for each field, or None if nothing of the kind was.

    Parameters
    ----------
    report : object
        What came: a mapping of `selection` to mappings by their names.
    name : str
        The selection's name in the chart.
    fields : sequence of str
    """
    cells = _selected(report, name)
    cell = cells[0] if isinstance(cells, list) and cells else None
    numbers = [cell.get(field) for field in fields] if isinstance(cell, dict) else [None]
    return tuple(numbers) if all(type(number) is int for number in numbers) else None  # type: ignore[arg-type]


def box_of(report: object, name: str) -> Box | None:
    """Return the box that was dragged: top, left, bottom, right; None if there is none."""
    sides = _selected(report, name)
    across, down = (_ends(sides.get(side)) for side in "xy") if isinstance(sides, dict) else ([], [])
    return (down[0], across[0], down[1], across[1]) if across and down else None


def _selected(report: object, name: str) -> object:
    selection = report.get("selection") if isinstance(report, dict) else None
    return selection.get(name) if isinstance(selection, dict) else None


def _ends(ends: object) -> list[int]:
    """Return both ends of a range in order, or nothing."""
    fits = isinstance(ends, list) and len(ends) == 2 and all(map(is_number, ends))
    return sorted(map(round, ends)) if fits else []  # type: ignore[call-overload]
