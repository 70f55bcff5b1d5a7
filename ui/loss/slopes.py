"""Which way is down? A curve with its tangent, a hollow with the path down it, and a real loss."""

from collections.abc import Callable, Sequence

import numpy as np
import streamlit as st

from nncore import Array, gradient_descent, numerical_diff, numerical_gradient, read_only
from ui.address import bound
from ui.address.settings import RATES
from ui.components.markup import css, style
from ui.figures.learning_charts import descent, spoiled, tangent
from ui.loss.loss_state import loss_state
from ui.numbers import minus, rounded
from ui.resources import xor_hollow
from ui.theme import current_theme
from ui.widgets.chart import Columns, show_plot
from ui.widgets.live import Live
from ui.widgets.table import show_table

POWERS = read_only(np.arange(-17, 1))
"""The powers of ten that the small step can be."""
XS = read_only(np.linspace(-10, 20, 121))
START = (-3.0, 4.0)
STEPS = 100
BEGINNINGS = {"a slope": (0.0, 0.0), "a plain": (3.0, -3.5), "another valley": (-3.0, 2.5)}
"""Where the walk on the real loss can begin."""
LARGE = css(".st-key-hollow {--diagram-most: 16rem} .st-key-xor_hollow {--diagram-most: 14rem}")
HOLLOW = read_only(np.linspace(-5, 5, 41))


VIEWS = ("curve", "errors")


def curve(w: float) -> float:
    """Return the book's function, whose slope is 0.02w + 0.1."""
    return 0.01 * w**2 + 0.1 * w


def which_way() -> Live:
    """Show the slope of a curve, measured with a step that can be too small."""
    with st.container(horizontal=True):
        w = float(st.slider("w", **bound("loss", "place"), step=0.5))
        power = int(
            st.select_slider(
                "Δ, a power of ten", list(map(int, POWERS)), -4, key="small_step", persist_state="session"
            )
        )
    slope, true = numerical_diff(curve, w, 10.0**power), 0.02 * w + 0.1
    errors = [abs(numerical_diff(curve, w, 10.0 ** int(e)) - true) for e in POWERS]
    view = st.segmented_control(
        "Show", VIEWS, default=VIEWS[0], required=True, key="slope_view", persist_state="session"
    )
    if view == VIEWS[1]:
        _spoiled(errors, power - int(POWERS[0]))
    else:
        _tangent(w, slope)
    show_table(("the slope", ""), (("measured", minus(f"{slope:.16g}")), ("0.02w + 0.1", rounded(true))))
    values = {
        "here": w,
        "slope_here": round(true, 6),
        "slope_at_seven": 0.24,
        "in_float32": str(np.float32(1e-50)),
        "off_by": minus(f"{errors[power - POWERS[0]]:.0e}"),
    }
    return Live(
        values=values,
        done={"find-flat": True if abs(true) < 1e-9 else "goes-up" if true > 0 else "goes-down"},
        mistakes={"slope-by-formula": {"value-instead": curve(7), "forgot-tenth": 0.14, "not-doubled": 0.17}},
        seen=["spoiled"] if power <= -15 else [],
        code=[numerical_diff],
    )


def _tangent(w: float, slope: float) -> None:
    ws = read_only(curve_of(XS))
    alt = f"The curve 0.01w² + 0.1w and its tangent at w = {w:g}, slope {slope:.4f}."
    show_plot(
        tangent(current_theme(), (XS, ws), (w, curve(w)), slope, alt, (0, 2, 4, 6)),
        "tangent",
        "Curve and tangent",
        lambda: {"w": XS, "0.01w² + 0.1w": ws, "tangent": curve(w) + slope * (XS - w)},
    )


def _spoiled(errors: Sequence[float], now: int) -> None:
    alt = f"How far the slope is off, for each Δ; now {errors[now]:.1e}."
    logs = np.log10(np.maximum(errors, 1e-14))
    show_plot(
        spoiled(current_theme(), POWERS.astype(float), logs, now, alt),
        "spoiled",
        "Errors",
        lambda: {"Δ": 10.0**POWERS, "off by": errors},
    )


def curve_of(xs: Array) -> Array:
    """Return the curve at many places."""
    return np.array([curve(float(x)) for x in xs])


def two_numbers() -> Live:
    """Show the way down a round hollow, with the rate under a slider."""
    rate = _rate("hollow_rate")
    path = gradient_descent(squares, START, rate, STEPS)
    theme, xs = current_theme(), HOLLOW
    surface = xs[:, np.newaxis] ** 2 + xs**2
    places = [(x, y) for x in (-4, -2, 0, 2, 4) for y in (-4, -2, 0, 2, 4) if x or y]
    arrows = [(x, y, *(-0.16 * numerical_gradient(squares, np.array([x, y], float)))) for x, y in places]
    alt = f"The hollow from above, and the path at rate {rate:g} to {_where(path[-1])}."
    style(LARGE)
    levels = [k**2 for k in range(1, 8)]
    plot = descent(theme, xs, surface, levels, arrows, path, alt)
    show_plot(plot, "hollow", "Path", lambda: path_columns(path, squares))
    _say_path(path, squares)
    arrived = bool(np.abs(path[-1]).max() < 1e-6)
    flown = not np.abs(path[-1]).max() < 100
    still = bool(np.abs(path[-1] - START).max() < 0.01)
    tried = loss_state().endings
    tried |= {name for name, holds in (("arrived", arrived), ("flown", flown), ("still", still)) if holds}
    return Live(
        values={"end": _where(path[-1]), "rate_now": f"{rate:g}", "one_step": 1.6},
        seen=["flown"] if flown else ["still"] if still else [],
        done={"three-ends": True if len(tried) == 3 else "one-more" if len(tried) == 2 else "two-more"},
        mistakes={"one-step": {"uphill": 2.4, "whole-gradient": -2.0, "not-doubled": 1.8}},
        code=[gradient_descent],
    )


def squares(w: Array) -> float:
    """Return w0² + w1²."""
    return float(w[0] ** 2 + w[1] ** 2)


def _rate(key: str) -> float:
    label = "Learning rate"
    chosen = st.select_slider(
        label, RATES, 0.1, format_func=lambda rate: f"{rate:g}", key=key, persist_state="session"
    )
    return float(chosen)


def _say_path(path: Array, f: Callable[[Array], float]) -> None:
    steps = (0, 1, 2, 10, len(path) - 1)
    rows = [(str(n), _where(path[n], 3), rounded(f(path[n]), 3)) for n in steps]
    show_table(("step", "where", "loss"), rows)


def path_columns(path: Array, f: Callable[[Array], float]) -> Columns:
    """Return where a path is after each step, and how high."""
    return {"step": range(len(path)), "w0": path[:, 0], "w1": path[:, 1], "loss": [f(x) for x in path]}


def _where(w: Array, digits: int = 6) -> str:
    return f"({', '.join(rounded(float(v), digits) for v in w)})"


def real_loss() -> Live:
    """Show the loss of a real network along two of its weights, and the same walk down there."""
    rate, hollow = _rate("xor_rate"), xor_hollow()
    begin = st.segmented_control(
        "Begin", list(BEGINNINGS), default="a slope", key="xor_start", required=True, persist_state="session"
    )
    path = gradient_descent(hollow.loss, BEGINNINGS[str(begin or "a slope")], rate, STEPS)
    theme = current_theme()
    levels = np.quantile(hollow.surface, np.linspace(0.06, 0.94, 9))
    alt = f"The loss along two weights, and a path at rate {rate:g}."
    style(LARGE)
    plot = descent(theme, hollow.grid, hollow.surface, levels, [], path, alt)
    show_plot(plot, "xor_hollow", "Path on this loss", lambda: path_columns(path, hollow.loss))
    st.caption("across W1[0, 0], upward W1[0, 1]; darker is higher")
    _say_path(path, hollow.loss)
    first, last = hollow.loss(path[0]), hollow.loss(path[-1])
    return Live(
        values={"first_loss": round(first, 3), "last_loss": round(last, 3)},
        seen=["higher"] if not last < first else [],
        code=[numerical_gradient],
    )
