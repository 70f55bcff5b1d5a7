"""How many of the four rows a learning perceptron got wrong in each pass. Hovering reads the count."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from ui.theme import Theme


def mistakes_chart(theme: Theme, mistakes: Sequence[int], passes: int) -> alt.LayerChart:
    """Draw the mistakes of each pass, 0 to 4, on an axis as long as `passes`; the goal, 0, is dashed."""
    table = pd.DataFrame({"pass": range(1, len(mistakes) + 1), "mistakes": mistakes})
    x_axis = alt.Axis(values=[1, *range(5, passes + 1, 5)], grid=False, format="d", labelFlush=False)
    y_axis = alt.Axis(values=[0, 1, 2, 3, 4], format="d", labelBaseline="middle", labelBound=False)
    x = alt.X("pass:Q", title="pass (epoch)", axis=x_axis, scale=alt.Scale(domain=[0.5, passes + 0.5]))
    y = alt.Y("mistakes:Q", title="mistakes", axis=y_axis, scale=alt.Scale(domain=[0, 4]))
    base = alt.Chart(table).encode(x=x, y=y, tooltip=["pass:Q", "mistakes:Q"])
    line = base.mark_line(aria=False, color=theme.muted, strokeWidth=1.5)
    goal = (
        alt.Chart(pd.DataFrame({"mistakes": [0]})).mark_rule(color=theme.ink, strokeDash=[4, 4]).encode(y=y)
    )
    points = base.mark_circle(aria=False, color=theme.ink, size=60, opacity=1, clip=False)
    return (goal + line + points).properties(height=160).configure_view(stroke=None)
