"""Shares as lines: how much of something there is against what a slider sets, with the numbers as a table."""

from collections.abc import Mapping

from ui.figures.curves import shares_chart
from ui.figures.vega import rows_of
from ui.theme import current_theme
from ui.widgets.chart import Column, show_chart


def show_shares(
    lines: Mapping[str, tuple[Column, Column]],
    across: str,
    alt: str,
    name: str,
    now: float,
    *,
    lowest: float = 0.0,
    ends: tuple[float, float] = (0.0, 1.0),
    height: int = 280,
) -> None:
    """Show one or two lines of shares, the first in the primary colour, and the way to their numbers.

    Parameters
    ----------
    lines : mapping
        x and the shares, 0 to 1, by the name of a line: all begin at the same x and take the same steps.
    across : str
        What x is.
    alt, name : str
        See `show_chart`.
    now : float
        Where on x the highlighter marks what is now.
    lowest : float
        The share at which the axis begins.
    ends : tuple of float
        Where x begins and ends.
    height : int
        In pixels.
    """
    theme = current_theme()
    rows = [row for kind, (x, y) in lines.items() for row in rows_of(x=x, share=y, kind=kind)]
    colours = dict(zip(lines, (theme.primary, theme.muted), strict=False))
    chart = shares_chart(theme, rows, across, now, colours, lowest, ends) | {"height": height}
    longest = max((x for x, _ in lines.values()), key=len)
    columns = {across: longest, **{kind: y for kind, (_, y) in lines.items()}}
    show_chart(chart, alt, name, lambda: columns)
