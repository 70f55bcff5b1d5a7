"""The plane of the gates with its points and lines, and the same as a table."""

from collections.abc import Mapping, Sequence

from nncore import INPUTS, Perceptron
from ui.figures.gate_plane import Spot, gate_plane
from ui.theme import current_theme
from ui.widgets.chart import show_plot


def spots(wanted: tuple[int, ...], row: int | None = None, notes: tuple[str, ...] = ("",) * 4) -> list[Spot]:
    """Return the four inputs in the plane, filled where the gate wants 1."""
    rows = enumerate(zip(INPUTS, wanted, notes, strict=True))
    return [Spot(x, t, number == row, note) for number, (x, t, note) in rows]


def show_plane(
    lines: Mapping[str, Perceptron],
    spots: Sequence[Spot],
    alt: str,
    name: str,
    key: str,
    axes: tuple[str, str] = ("x1", "x2"),
) -> None:
    """Show the points, each perceptron's line by the name of its output, and under it the way to its numbers.

    Parameters
    ----------
    lines : mapping
    spots : sequence of Spot
    alt, name : str
        As for `ui.widgets.chart.show_chart`.
    key : str
    axes : tuple of str, optional
        What both axes are called.
    """
    diagram = gate_plane(current_theme(), lines, spots, alt, axes)
    show_plot(diagram, f"plane-of-{key}", name, 21)
