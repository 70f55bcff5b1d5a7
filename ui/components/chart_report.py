"""The box that was dragged over a picture, read from an untrusted report."""

from typing import Any

from nncore import Box
from ui.state.canvas_report import number


def box_of(report: Any, name: str) -> Box | None:
    """Return the dragged box (top, left, bottom, right), or None if there is none."""
    try:
        sides = report["selection"][name]
        (left, right), (top, bottom) = (sorted(round(number(end)) for end in sides[side]) for side in "xy")
    except (KeyError, TypeError, ValueError):
        return None
    return top, left, bottom, right
