"""The way down: in a round hollow, and on the loss of a real network along two of its weights."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from nncore import Array, gradient_descent, numerical_gradient, read_only
from ui.address import bound
from ui.figures.learning_charts import descent
from ui.language import _
from ui.numbers import rounded
from ui.resources import xor_hollow
from ui.session import state_of
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.live import Live
from ui.widgets.table import show_table

START = (-3.0, 4.0)
STEPS = 100
BEGINNINGS = {"slope": (0.0, 0.0), "plain": (3.0, -3.5), "valley": (-3.0, 2.5)}
"""Where the walk on the real loss can begin."""
HOLLOW = read_only(np.linspace(-5, 5, 41))
PLACES = (-4, -2, 0, 2, 4)
"""Where arrows of the hollow begin, on both axes."""


def two_numbers() -> Live:
    """Show the way down a round hollow, with the rate under a slider."""
    rate = _rate("hollow_rate")
    path = gradient_descent(squares, START, rate, STEPS)
    alt = _("The hollow from above, and the path at rate {rate} to {place}.")
    alt = alt.format(rate=f"{rate:g}", place=_where(path[-1]))
    surface = HOLLOW[:, np.newaxis] ** 2 + HOLLOW**2
    levels = [k**2 for k in range(1, 8)]
    losses = [squares(w) for w in path]
    plot = descent(current_theme(), HOLLOW, surface, levels, _arrows(), (path, losses), alt)
    show_plot(plot, "hollow", _("Path"), 16)
    _show_steps(path, losses)
    ending = end_of(path)
    tried = state_of("loss", set)
    tried |= {ending} - {""}
    return Live(
        values={"end": _where(path[-1]), "rate_now": f"{rate:g}"},
        seen={ending} & {"flown", "still"},
        done={"three-ends": True if len(tried) == 3 else "one-more" if len(tried) == 2 else "two-more"},
        code=[gradient_descent],
    )


def _arrows() -> list[tuple[float, float, float, float]]:
    """Return arrows that point down the hollow: where each begins, and how far it goes."""
    places = [(x, y) for x in PLACES for y in PLACES if x or y]
    return [(x, y, *(-0.16 * numerical_gradient(squares, np.array([x, y], float)))) for x, y in places]


def squares(w: Array) -> float:
    """Return w0² + w1²."""
    return float(w[0] ** 2 + w[1] ** 2)


def end_of(path: Array) -> str:
    """Return how a way down the hollow ends: it has arrived, flown away, or hardly moved; else empty."""
    far = np.abs(path[-1]).max()
    if far < 1e-6:
        return "arrived"
    if not far < 100:
        return "flown"
    return "still" if np.abs(path[-1] - START).max() < 0.01 else ""


def real_loss() -> Live:
    """Show the loss of a real network along two of its weights, and the same walk down there."""
    rate, hollow = _rate("xor_rate"), xor_hollow()
    begin = str(st.segmented_control(_("Begin"), **bound("loss", "xor_start"), required=True))
    path = gradient_descent(hollow.loss, BEGINNINGS[begin], rate, STEPS)
    levels = np.quantile(hollow.surface, np.linspace(0.06, 0.94, 9))
    alt = _("The loss along two weights, and a path at rate {rate}.").format(rate=f"{rate:g}")
    losses = [hollow.loss(w) for w in path]
    plot = descent(current_theme(), hollow.grid, hollow.surface, levels, [], (path, losses), alt)
    show_plot(plot, "xor_hollow", _("Path on this loss"), 14)
    st.caption(_("across W1[0, 0], upward W1[0, 1]; darker is higher"))
    _show_steps(path, losses)
    first, last = losses[0], losses[-1]
    return Live(
        values={"first_loss": round(first, 3), "last_loss": round(last, 3)},
        seen=["higher"] if not last < first else [],
        code=[numerical_gradient],
    )


def _rate(key: str) -> float:
    return float(st.select_slider(_("Learning rate"), **bound("loss", key)))


def _show_steps(path: Array, losses: Sequence[float]) -> None:
    """Show where some of the steps have led, and the loss there."""
    rows = [(str(n), _where(path[n], 3), rounded(losses[n], 3)) for n in (0, 1, 2, 10, STEPS)]
    show_table((_("steps"), _("where"), _("loss")), rows)


def _where(w: Array, digits: int = 6) -> str:
    return f"({', '.join(rounded(float(v), digits) for v in w)})"
