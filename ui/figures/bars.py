"""Probabilities as bars; the best in the primary colour. Hovering reads the exact value."""

from collections.abc import Sequence

import altair as alt
import numpy.typing as npt
import pandas as pd

from ui.numbers import percent
from ui.theme import Theme


def probability_bars(
    theme: Theme,
    probabilities: npt.NDArray,  # type: ignore[type-arg]
    names: Sequence[str] | None = None,
) -> alt.LayerChart:
    """Draw probabilities (n,) from 0 to 1 as horizontal bars, labelled 0, 1, 2, … or by names."""
    best = int(probabilities.argmax())
    table = pd.DataFrame(
        {
            "digit": names or [str(k) for k in range(len(probabilities))],
            "probability": probabilities.astype(float),
            "shown": [percent(p) for p in probabilities],
            "best": [k == best for k in range(len(probabilities))],
        }
    )
    base = alt.Chart(table).encode(
        y=alt.Y("digit:N", title=None, sort=None, axis=alt.Axis(labelFontSize=15, ticks=False, domain=False)),
        tooltip=[alt.Tooltip("digit:N"), alt.Tooltip("probability:Q", format=".4f")],
    )
    length = alt.X("probability:Q", scale=alt.Scale(domain=[0, 1.22]), axis=None)
    colour = alt.condition("datum.best", alt.value(theme.primary), alt.value(theme.muted))
    bars = base.mark_bar(height={"band": 0.72}, cornerRadiusEnd=2, minBandSize=2).encode(length, color=colour)
    labels = base.mark_text(align="left", dx=6, fontSize=13).encode(
        length,
        text="shown:N",
        color=alt.condition("datum.best", alt.value(theme.ink), alt.value(theme.muted)),
    )
    chart: alt.LayerChart = (
        (bars + labels).properties(height=28 * len(probabilities)).configure_view(stroke=None)
    )
    return chart
