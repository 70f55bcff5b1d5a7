"""Which digits are taken for which: the confusion matrix, whose cells can be chosen."""

import json
from typing import Any

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from nncore import accuracy_by_class
from ui.language import _
from ui.numbers import share
from ui.theme import Theme, hex_colour, readable_on, sequential

ALL_WRONG = 10
"""The column of the shares that are read wrong, beside those of the ten digits."""
NAMED = "datum.value == {column} ? (width < 330 ? '✗' : {wrong}) : datum.value"
HEIGHT = 304


def confusion_chart(theme: Theme, confusion: npt.NDArray, chosen: npt.NDArray) -> alt.LayerChart:  # type: ignore[type-arg]
    """Draw how often each digit (row) got each answer (column), and which share of a row is wrong.

    Mistakes (10, 10) take the sequential palette; what is `chosen` (10, 11) bool has the highlighter
    around it. A click on a cell reports its row and column as the selection "cell"; `ALL_WRONG` is the
    column of the shares.
    """
    named = NAMED.format(column=ALL_WRONG, wrong=json.dumps(_("wrong")))
    base = alt.Chart(confusion_table(theme, confusion, chosen)).encode(
        x=alt.X(
            "answer:O", title=_("It answered"), axis=alt.Axis(orient="top", labelAngle=0, labelExpr=named)
        ),
        y=alt.Y("truth:O", title=_("Written"), axis=alt.Axis(labelOverlap=False)),
    )
    cells = base.mark_rect(strokeWidth=1).encode(
        color=alt.Color("fill:N", scale=None), stroke=alt.value(theme.line)
    )
    frames = base.transform_filter("datum.chosen").mark_rect(
        fill="transparent", stroke=theme.highlight, strokeWidth=4, aria=False
    )
    counts = base.mark_text(fontSize=12).encode(text="shown:N", color=alt.Color("ink:N", scale=None))
    layers = (cells + counts + frames + _touch(base)).properties(height=HEIGHT)
    chart: alt.LayerChart = layers.configure_view(stroke=None).configure_axis(
        labelFontSize=13, titleFontSize=13, ticks=False, domain=False
    )
    return chart


def _touch(base: alt.Chart) -> alt.Chart:
    """Return what tells of each cell, and reports a click on it."""
    choice = alt.selection_point(name="cell", fields=["truth", "answer"], toggle=False, clear=False)
    tooltip = [
        alt.Tooltip("truth:O", title=_("Written")),
        alt.Tooltip("answered:N", title=_("Answered")),
        alt.Tooltip("count:Q", title=_("Images")),
    ]
    touched: alt.Chart = base.mark_rect(opacity=0, cursor="pointer").encode(tooltip=tooltip)
    return touched.add_params(choice)


def confusion_table(theme: Theme, confusion: npt.NDArray, chosen: npt.NDArray) -> pd.DataFrame:  # type: ignore[type-arg]
    """Return one row a cell: its digits, count, colours, and whether it is chosen."""
    wrong = confusion - np.diag(np.diag(confusion))
    shades = np.sqrt(wrong / max(1, int(wrong.max())))
    cells = [
        _cell(theme, truth, answer, int(confusion[truth, answer]), shades[truth, answer])
        for truth, answer in np.ndindex(*confusion.shape)
    ]
    for truth, share_wrong in enumerate(1 - accuracy_by_class(confusion)):
        of_row = _cell(theme, truth, ALL_WRONG, int(wrong[truth].sum()), None)
        cells.append(of_row | {"answered": _("a wrong one"), "shown": share(float(share_wrong), 1)})
    return pd.DataFrame([cell | {"chosen": bool(chosen[cell["truth"], cell["answer"]])} for cell in cells])


def _cell(theme: Theme, truth: int, answer: int, count: int, shade: float | None) -> dict[str, Any]:
    """Return what is told and drawn of a cell; right answers and shares have no shade."""
    plain = shade is None or truth == answer
    colour = sequential(theme, 0 if shade is None else shade)
    return {
        "truth": truth,
        "answer": answer,
        "answered": str(answer),
        "count": count,
        "shown": str(count) if count else "",
        "fill": theme.second if plain else hex_colour(colour),
        "ink": theme.ink if plain else readable_on(theme, colour),
    }
