"""What each input adds to a neuron's sum, as bars; and how an answer fades as pixels are erased."""

import altair as alt
import numpy as np
import pandas as pd

from nncore import Array
from ui.theme import Theme


def contribution_bars(
    theme: Theme, values: Array, weights: Array, symbol: str, height: int = 190
) -> alt.Chart:
    """Draw input × weight for every input as a bar, the largest first; hovering reads the product."""
    products = values * weights
    order = np.argsort(-products, kind="stable")
    table = pd.DataFrame(
        {
            "input": [f"{symbol}[{i}]" for i in order],
            "value": values[order].astype(float),
            "weight": weights[order].astype(float),
            "product": products[order].astype(float),
        }
    )
    colour = alt.condition("datum.product < 0", alt.value(theme.negative), alt.value(theme.positive))
    axis = alt.Axis(labelFontSize=13, labelColor=theme.muted, grid=False, domain=False, tickCount=5)
    chart: alt.Chart = (
        alt.Chart(table)
        .mark_bar()
        .encode(
            x=alt.X("input:N", sort=None, axis=None),
            y=alt.Y("product:Q", title=None, axis=axis),
            color=colour,
            tooltip=["input", *(alt.Tooltip(name, format=".3f") for name in ("value", "weight", "product"))],
        )
        .properties(height=height)
        .configure_view(stroke=None)
    )
    return chart


def erasing_lines(theme: Theme, important: Array, random: Array, erased: int) -> alt.LayerChart:
    """Draw how probable the answer is as more pixels are erased, in two orders; a rule marks `erased`."""
    names = ("most important first", "at random")
    table = pd.concat(
        [
            pd.DataFrame({"erased": range(len(line)), "probability": line.astype(float), "order": name})
            for name, line in zip(names, (important, random), strict=True)
        ]
    )
    axis = alt.Axis(
        labelFontSize=13, titleFontSize=13, labelColor=theme.muted, titleColor=theme.muted, grid=False
    )
    colour = alt.Color(
        "order:N",
        scale=alt.Scale(domain=names, range=[theme.primary, theme.muted]),
        legend=alt.Legend(title=None, orient="top", labelFontSize=14, labelColor=theme.ink),
    )
    lines = (
        alt.Chart(table)
        .mark_line(strokeWidth=3)
        .encode(
            x=alt.X("erased:Q", title="pixels erased", axis=axis),
            y=alt.Y(
                "probability:Q", title="probability of the answer", axis=axis, scale=alt.Scale(domain=[0, 1])
            ),
            color=colour,
            tooltip=["order", "erased", alt.Tooltip("probability", format=".3f")],
        )
    )
    rule = alt.Chart(pd.DataFrame({"erased": [erased]})).mark_rule(color=theme.highlight, strokeWidth=6)
    chart: alt.LayerChart = (
        (rule.encode(x="erased:Q") + lines).properties(height=260).configure_view(stroke=None)
    )
    return chart
