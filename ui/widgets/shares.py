"""Shares as lines: how much of something there is against what a slider sets, with the numbers as a table."""

from ui.figures.curves import Curves, shares_chart
from ui.theme import current_theme
from ui.widgets.chart import show_plot


def show_shares(
    curves: Curves,
    across: str,
    alt: str,
    name: str,
    now: float,
    *,
    lowest: float = 0.0,
    ends: tuple[float, float] = (0.0, 1.0),
    most: float = 17.5,
) -> None:
    """Show one or two lines of shares, the first in the primary colour, and the way to their numbers.

    Parameters
    ----------
    curves : mapping
        x and the shares, 0 to 1, by the name of a line.
    across : str
        What x is.
    alt, name : str
        See `show_plot`.
    now : float
        Where on x the highlighter marks what is now.
    lowest : float
        The share at which the axis begins.
    ends : tuple of float
        Where x begins and ends.
    most : float
        How high it may be, in rem.
    """
    chart = shares_chart(current_theme(), curves, across, now, alt, lowest, ends)
    show_plot(chart, "shares", name, most)
