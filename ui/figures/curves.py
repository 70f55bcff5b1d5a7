"""Curves with hover: seconds against batch size, accuracy against a threshold or a distortion."""

from collections.abc import Sequence
from statistics import median

import numpy as np

from nncore import Array, Bin, Timings
from ui.figures.vega import Rows, Spec, field, layer, layered, rows_of, word
from ui.language import LANGUAGES, _, language
from ui.numbers import grouped
from ui.theme import Theme

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


def batch_curve(theme: Theme, timings: Timings, chosen: int) -> Spec:
    """Draw the seconds for all images against the batch size, both on a logarithmic scale.

    Every run is a dot, a bar reaches from the shortest to the longest run of a size, and a line joins the
    runs in the middle.
    """
    sizes = {"type": "log", "domain": [1, 10_000]}
    x = {"x": field("batch", title=_("Images in a batch"), scale=sizes, axis=_tens())}
    powers = {"values": [0.001, 0.01, 0.1, 1, 10, 100], "format": "~g"}
    title = _("Seconds for {count} images").format(count=grouped(10_000))
    look: Spec = {"title": title, "scale": {"type": "log"}, "axis": powers}
    told = [field("batch", format=",d"), field("runs")]
    told += [field(name, format=".4f") for name in ("shortest", "middle", "longest")]
    ends = {"y": field("shortest", **look), "y2": {"field": "longest"}, "tooltip": told}
    line = {"type": "line", "color": theme.muted, "strokeWidth": 1.5}
    bar = {"type": "rule", "color": theme.primary, "strokeWidth": 5, "strokeCap": "round", "opacity": 0.4}
    runs, spread = _runs(timings)
    return layered(
        300,
        now_rule(theme, "batch", chosen),
        layer(spread, line, x | {"y": field("middle", **look)}),
        layer(spread, bar, x | ends),
        layer(runs, _dots(theme, size=34), x | {"y": field("seconds", **look)}),
        axis=FONTS,
    )


def _runs(timings: Timings) -> tuple[Rows, Rows]:
    """Return a row a run, and a row a batch size with its shortest, middle and longest run."""
    runs = [{"batch": size, "seconds": s} for size, times in timings for s in times]
    names = ("batch", "shortest", "middle", "longest", "runs")
    spread = [(size, min(times), median(times), max(times), len(times)) for size, times in timings]
    return runs, [dict(zip(names, row, strict=True)) for row in spread]


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
        "tooltip": [word("kind", title=_("of")), axes[0], axes[1] | {"format": ".4~g"}],
    }
    marked = [] if now is None else [now_rule(theme, x["field"], now)]
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
    x = field("epoch", title=_("Epoch"), scale=log, axis=_tens())
    y = field("value", title=title, scale=log, axis={"values": steps, "format": form})
    return lines_chart(theme, table, x, y, colours)


def reliability_chart(theme: Theme, bins: Sequence[Bin]) -> Spec:
    """Draw how often answers are right against how sure they were; honest ones lie on the diagonal."""
    table = [vars(each) for each in bins]
    shares: Spec = {"scale": {"domain": [0, 1]}, "axis": {"format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1]}}
    x = field("confidence", title=_("How sure it was"), **shares)
    y = field("accuracy", title=_("How often it was right"), **shares)
    ends = {"x": x, "y": y}
    honest = [{"confidence": end, "accuracy": end} for end in (0, 1)]
    told = [field("count", title=_("answers"), format=",d")]
    told += [
        field("confidence", title=_("sure"), format=".1%"),
        field("accuracy", title=_("right"), format=".1%"),
    ]
    size = field("count", scale={"type": "sqrt", "range": [30, 400]}, legend=None)
    return layered(
        300,
        layer(honest, {"type": "line", "color": theme.muted, "strokeDash": [5, 5]}, ends),
        layer(table, {"type": "line", "color": theme.primary}, ends),
        layer(table, _dots(theme), ends | {"size": size, "tooltip": told}),
        axis=FONTS,
    )


def parts_chart(theme: Theme, shares: Array, lowest: float) -> Spec:
    """Draw the share of right answers in each part of the images as a dot, from `lowest` to 1."""
    table = rows_of(part=np.arange(1, len(shares) + 1), share=shares)
    x = field("part", title=_("Part"), axis={"tickMinStep": 1, "grid": False})
    y = field("share", title=None, scale={"domain": [lowest, 1]}, axis={"format": ".0%"})
    tooltip = {"tooltip": [x | {"axis": None}, y | {"title": _("right"), "format": ".2%"}]}
    return layered(
        300, layer(table, _dots(theme, size=60, opacity=0.6), {"x": x, "y": y} | tooltip), axis=FONTS
    )


def now_rule(theme: Theme, name: str, value: float) -> Spec:
    """Draw the highlighter where the learner is now, broad and under everything else."""
    return layer(
        [{name: value}], {"type": "rule", "color": theme.highlight, "strokeWidth": 10}, {"x": field(name)}
    )


def _dots(theme: Theme, **look: float) -> Spec:
    return {"type": "circle", "color": theme.primary, "opacity": 1} | look


def _tens() -> Spec:
    """Return an axis of powers of ten, written as the rest of the page writes them."""
    thousands = LANGUAGES[language()].thousands
    form = f"replace(format(datum.value, ',d'), ',', '{thousands}')"
    return {"values": [1, 10, 100, 1000, 10_000], "labelExpr": form}
