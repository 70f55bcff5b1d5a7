"""Curves with hover: seconds against batch size, accuracy against a threshold or a distortion."""

from collections.abc import Sequence
from statistics import median
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from nncore import Array, Bin, Timings
from ui.figures.vega import Rows, Spec, field, layer, layered, rows_of, word
from ui.numbers import THIN
from ui.theme import Theme

GROUPED = f"replace(format(datum.value, ',d'), ',', '{THIN}')"
"""Vega's way to write 10 000 as the rest of the page does."""
FONTS: Spec = {"labelFontSize": 12, "titleFontSize": 13}
LEGEND: Spec = {
    "title": None,
    "orient": "top",
    "labelFontSize": 13,
    "labelLimit": 300,
    "symbolStrokeWidth": 4,
    "symbolSize": 400,
    "columns": 1,
}
DASHES: list[list[int]] = [[1, 0], [7, 3], [2, 3]]
"""Of the lines of a chart, so that they are told apart without their colours."""


def batch_curve(theme: Theme, timings: Timings, chosen: int) -> alt.LayerChart:
    """Draw the seconds for all images against the batch size, both on a logarithmic scale.

    Every run is a dot, a bar reaches from the shortest to the longest run of a size, and a line joins the
    runs in the middle.
    """
    runs = pd.DataFrame([(size, s) for size, times in timings for s in times], columns=["batch", "seconds"])
    spread = pd.DataFrame(
        [(size, min(times), median(times), max(times), len(times)) for size, times in timings],
        columns=["batch", "shortest", "middle", "longest", "runs"],
    )
    x = alt.X(
        "batch:Q",
        title="Images in a batch",
        scale=alt.Scale(type="log", domain=[1, 10_000]),
        axis=alt.Axis(values=[1, 10, 100, 1000, 10_000], labelExpr=GROUPED),
    )
    look: dict[str, Any] = {
        "title": "Seconds for 10 000 images",
        "scale": alt.Scale(type="log"),
        "axis": alt.Axis(values=[0.001, 0.01, 0.1, 1, 10, 100], format="~g"),
    }
    tooltip = [alt.Tooltip("batch:Q", format=",d"), alt.Tooltip("runs:Q")] + [
        alt.Tooltip(f"{name}:Q", format=".4f") for name in ("shortest", "middle", "longest")
    ]
    of_sizes, of_runs = alt.Chart(spread), alt.Chart(runs)
    line = of_sizes.mark_line(color=theme.muted, strokeWidth=1.5).encode(x, alt.Y("middle:Q", **look))
    bars = of_sizes.mark_rule(color=theme.primary, strokeWidth=5, strokeCap="round", opacity=0.4).encode(
        x, alt.Y("shortest:Q", **look), alt.Y2("longest:Q"), tooltip=tooltip
    )
    dots = of_runs.mark_circle(color=theme.primary, size=34, opacity=1).encode(x, alt.Y("seconds:Q", **look))
    return _framed(now_rule(theme, "batch", chosen) + line + bars + dots)


def lines_chart(
    theme: Theme, table: Rows, x: Spec, y: Spec, colours: dict[str, str], now: float | None = None
) -> Spec:
    """Draw a line for each `kind` in a table of x, y and kind.

    Parameters
    ----------
    theme : Theme
    table : list of dict
    x, y : dict
        How these columns are drawn, as `field` returns it.
    colours : dict
        The kinds, and the colour of each.
    now : float, optional
        Where on x the highlighter marks what is now.
    """
    scale = {"domain": list(colours), "range": list(colours.values())}
    axes = [{key: end[key] for key in ("field", "type", "title") if end.get(key)} for end in (x, y)]
    encoding = {
        "x": x,
        "y": y,
        "color": word("kind", scale=scale, legend=LEGEND),
        "strokeDash": word("kind", scale=scale | {"range": DASHES[: len(colours)]}, legend=LEGEND),
        "tooltip": [word("kind", title="of"), axes[0], axes[1] | {"format": ".4~g"}],
    }
    rule = {"type": "rule", "color": theme.highlight, "strokeWidth": 10}
    marked = [] if now is None else [layer([{x["field"]: now}], rule, {"x": field(x["field"])})]
    lines = layer(table, {"type": "line", "strokeWidth": 2.5, "clip": True}, encoding)
    return layered(300, *marked, lines, axis=FONTS)


def shares_chart(
    theme: Theme,
    table: Rows,
    x_title: str,
    now: float,
    colours: dict[str, str],
    lowest: float = 0,
    ends: tuple[float, float] = (0, 1),
) -> Spec:
    """Draw shares from `lowest` to 1 against x, which goes from one of its `ends` to the other."""
    x = field("x", title=x_title, scale={"domain": list(ends), "nice": False})
    y = field("share", title=None, scale={"domain": [lowest, 1]}, axis={"format": ".0%"})
    return lines_chart(theme, table, x, y, colours, now)


def training_chart(theme: Theme, table: Rows, colours: dict[str, str], title: str, form: str) -> Spec:
    """Draw what is to become small after each epoch, one line for each `kind` (epoch, value, kind).

    Both scales are logarithmic: most happens at the beginning, and halving an error is the same
    step wherever it begins. `form` is how values are written.
    """
    steps = [factor * 10.0**power for power in range(-4, 3) for factor in (1, 2, 5)]
    log = {"type": "log", "nice": False}
    tens = {"values": [1, 10, 100, 1000, 10_000], "labelExpr": GROUPED}
    x = field("epoch", title="Epoch", scale=log, axis=tens)
    y = field("value", title=title, scale=log, axis={"values": steps, "format": form})
    return lines_chart(theme, table, x, y, colours)


def reliability_chart(theme: Theme, bins: Sequence[Bin]) -> alt.LayerChart:
    """Draw how often answers are right against how sure they were; honest ones lie on the diagonal."""
    table = pd.DataFrame([vars(b) for b in bins])
    shares = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
    x = alt.X("confidence:Q", title="How sure it was", scale=shares, axis=axis)
    y = alt.Y("accuracy:Q", title="How often it was right", scale=shares, axis=axis)
    honest = pd.DataFrame({"confidence": [0, 1], "accuracy": [0, 1]})
    diagonal = alt.Chart(honest).mark_line(color=theme.muted, strokeDash=[5, 5]).encode(x, y)
    line = alt.Chart(table).mark_line(color=theme.primary).encode(x, y)
    size = alt.Size("count:Q", scale=alt.Scale(type="sqrt", range=[30, 400]), legend=None)
    tooltip = [
        alt.Tooltip("count:Q", title="answers", format=",d"),
        alt.Tooltip("confidence:Q", title="sure", format=".1%"),
        alt.Tooltip("accuracy:Q", title="right", format=".1%"),
    ]
    dots = alt.Chart(table).mark_circle(color=theme.primary, opacity=1).encode(x, y, size, tooltip=tooltip)
    return _framed(diagonal + line + dots)


def parts_chart(theme: Theme, shares: Array, lowest: float) -> Spec:
    """Draw the share of right answers in each part of the images as a dot, from `lowest` to 1."""
    table = rows_of(part=np.arange(1, len(shares) + 1), share=shares)
    x = field("part", title="Part", axis={"tickMinStep": 1, "grid": False})
    y = field("share", title=None, scale={"domain": [lowest, 1]}, axis={"format": ".0%"})
    dot = {"type": "circle", "color": theme.primary, "size": 60, "opacity": 0.6}
    tooltip = {"tooltip": [x | {"axis": None}, y | {"title": "right", "format": ".2%"}]}
    return layered(300, layer(table, dot, {"x": x, "y": y} | tooltip), axis=FONTS)


def now_rule(theme: Theme, field: str, value: float) -> alt.Chart:
    """Draw the highlighter where the learner is now, broad and under everything else."""
    table = pd.DataFrame({field: [value]})
    rule = alt.Chart(table).mark_rule(color=theme.highlight, strokeWidth=10)
    return rule.encode(x=f"{field}:Q")


def _framed(chart: alt.LayerChart) -> alt.LayerChart:
    sized = chart.properties(height=300).configure_view(stroke=None)
    return sized.configure_axis(**FONTS)
