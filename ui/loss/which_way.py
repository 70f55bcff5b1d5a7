"""Which way is down? The slope of a curve, measured with a step that can be too small."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from nncore import numerical_diff, read_only
from ui.address import bound
from ui.figures.learning_charts import spoiled, tangent
from ui.language import _
from ui.numbers import minus, rounded
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import choose_view
from ui.widgets.live import Live
from ui.widgets.table import show_table

POWERS = read_only(np.arange(-17, 1))
"""The powers of ten that the small step can be."""
XS = read_only(np.linspace(-10, 20, 121))
FORMULA = "0.01w² + 0.1w"


def curve(w: float) -> float:
    """Return the book's function, whose slope is 0.02w + 0.1."""
    return 0.01 * w**2 + 0.1 * w


def which_way() -> Live:
    """Show the slope of a curve, measured with a step that can be too small."""
    with st.container(horizontal=True):
        w = float(st.slider("w", **bound("loss", "place")))
        power = int(st.select_slider(_("Δ, a power of ten"), **bound("loss", "small_step")))
    slope, true = numerical_diff(curve, w, 10.0**power), 0.02 * w + 0.1
    errors = [abs(numerical_diff(curve, w, 10.0 ** int(e)) - true) for e in POWERS]
    now = power - int(POWERS[0])
    if choose_view("loss", "slope_view") == "errors":
        _show_errors(errors, now)
    else:
        _show_tangent(w, slope)
    rows = ((_("measured"), minus(f"{slope:.16g}")), ("0.02w + 0.1", rounded(true)))
    show_table((_("the slope"), ""), rows)
    off = minus(f"{errors[now]:.1g}")
    return Live(
        values={"here": w, "slope_here": round(true, 6), "off_by": off},
        done={"find-flat": True if abs(true) < 1e-9 else "goes-up" if true > 0 else "goes-down"},
        seen=["spoiled"] if power <= -15 else [],
        code=[numerical_diff],
    )


def _show_tangent(w: float, slope: float) -> None:
    ys = np.array([curve(float(x)) for x in XS])
    alt = _("The curve {formula} and its tangent at w = {w}, slope {slope}.")
    alt = alt.format(formula=FORMULA, w=f"{w:g}", slope=f"{slope:.4f}")
    columns = {"w": XS, FORMULA: ys, _("tangent"): curve(w) + slope * (XS - w)}
    plot = tangent(current_theme(), columns, (w, curve(w)), slope, alt, (0, 2, 4, 6))
    show_plot(plot, "tangent", _("Curve and tangent"))


def _show_errors(errors: Sequence[float], now: int) -> None:
    alt = _("How far the slope is off, for each Δ; now {error}.").format(error=f"{errors[now]:.1e}")
    plot = spoiled(current_theme(), 10.0**POWERS, errors, now, alt)
    show_plot(plot, "spoiled", _("Errors"))
