"""Which digits are taken for which: the confusion matrix, whose cells can be chosen."""

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from ui.numbers import share
from ui.theme import Theme, hex_colour, readable_on, sequential


def confusion_chart(theme: Theme, confusion: npt.NDArray, chosen: npt.NDArray) -> alt.LayerChart:  # type: ignore[type-arg]
    """Draw how often each digit (row) got each answer (column).

    Mistakes (10, 10) take the sequential palette; what is `chosen` (10, 10) bool has the highlighter
    around it. A click on a cell reports its row and column as the selection "cell".
    """
    base = alt.Chart(confusion_table(theme, confusion, chosen)).encode(
        x=alt.X("answer:O", title="It answered", axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("truth:O", title="Written"),
    )
    cells = base.mark_rect(strokeWidth=1).encode(
        color=alt.Color("fill:N", scale=None), stroke=alt.value(theme.line)
    )
    frames = base.transform_filter("datum.chosen").mark_rect(
        fill="transparent", stroke=theme.highlight, strokeWidth=4, aria=False
    )
    counts = base.mark_text(fontSize=12).encode(text="shown:N", color=alt.Color("ink:N", scale=None))
    choice = alt.selection_point(name="cell", fields=["truth", "answer"], toggle=False, clear=False)
    touch = base.mark_rect(opacity=0, cursor="pointer").encode(
        tooltip=[
            alt.Tooltip("truth:O", title="Written"),
            alt.Tooltip("answer:O", title="Answered"),
            alt.Tooltip("count:Q", title="Images"),
        ]
    )
    layers = (cells + counts + frames + touch.add_params(choice)).properties(height=400)
    chart: alt.LayerChart = layers.configure_view(stroke=None).configure_axis(
        labelFontSize=14, titleFontSize=13, ticks=False, domain=False
    )
    return chart


def confusion_table(theme: Theme, confusion: npt.NDArray, chosen: npt.NDArray) -> pd.DataFrame:  # type: ignore[type-arg]
    """Return one row a cell: its digits, count, colours, and whether it is chosen."""
    wrong = confusion - np.diag(np.diag(confusion))
    shades = np.sqrt(wrong / max(1, int(wrong.max())))
    rows = []
    for truth, answer in np.ndindex(*confusion.shape):
        colour = sequential(theme, shades[truth, answer])
        count = int(confusion[truth, answer])
        rows.append(
            {
                "truth": truth,
                "answer": answer,
                "count": count,
                "shown": str(count) if count else "",
                "fill": theme.second if truth == answer else hex_colour(colour),
                "ink": theme.ink if truth == answer else readable_on(theme, colour),
                "chosen": bool(chosen[truth, answer]),
            }
        )
    return pd.DataFrame(rows)


def digit_chart(theme: Theme, shares: npt.NDArray) -> alt.LayerChart:  # type: ignore[type-arg]
    """Draw for each digit the share of wrong answers as a bar; `shares` are those of right ones."""
    table = pd.DataFrame(
        {
            "digit": [str(k) for k in range(len(shares))],
            "wrong": 1 - shares,
            "shown": [share(float(1 - s)) for s in shares],
        }
    )
    base = alt.Chart(table).encode(
        y=alt.Y("digit:N", title=None, sort=None, axis=alt.Axis(labelFontSize=14, ticks=False, domain=False)),
        tooltip=[alt.Tooltip("digit:N"), alt.Tooltip("wrong:Q", format=".2%", title="read wrong")],
    )
    longest = max(0.01, float(np.nanmax(1 - shares)))
    length = alt.X("wrong:Q", scale=alt.Scale(domain=[0, 1.7 * longest]), axis=None)
    bars = base.mark_bar(height={"band": 0.65}, cornerRadiusEnd=2, color=theme.muted).encode(length)
    labels = base.mark_text(align="left", dx=6, fontSize=13, color=theme.ink).encode(length, text="shown:N")
    return (bars + labels).properties(height=320).configure_view(stroke=None)
