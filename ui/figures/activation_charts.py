"""What a neuron says with its sum: curves that can be read by hovering, and a coloured surface."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
from matplotlib.cm import ScalarMappable
from matplotlib.colors import ListedColormap, Normalize
from matplotlib.figure import Figure

from nncore import ACTIVATIONS, Array, Perceptron, chain, neuron_plane, one_line, value_and_slope
from ui.figures.base import TEXT, fitted, neuron, new_figure
from ui.theme import DARK, Theme, diverging, sequential

Limits = tuple[float, float]

LABELS = {
    "step_function": "step",
    "sigmoid": "sigmoid",
    "relu": "ReLU",
    "tanh": "tanh",
    "identity_function": "identity",
}
"""The curves that can be drawn, by the name of their function, as they are called on screen."""
REACH = 1.2
"""How far a tangent goes to either side."""
COLOURS = ("#7048E8", "#087F5B", "#C2255C", "#868E96")
"""Of the curves but the first, which is drawn in ink."""
COLOURS_ON_DARK = ("#B197FC", "#38D9A9", "#F783AC", "#868E96")
DASHES: list[list[int]] = [[1, 0], [1, 0], [7, 3], [2, 3], [10, 4, 2, 4]]
AXIS: dict[str, Any] = {"labelFontSize": 13, "titleFontSize": 14, "labelFlush": False}


def sample_points(limits: Limits) -> Array:
    """Return the x of a curve: by 0.1 from one limit to the other."""
    low, high = limits
    return np.round(np.arange(low, high + 0.05, 0.1), 1)


def curve_points(limits: Limits, k: float) -> Array:
    """Return the x of h(k·x) as a smooth curve: closer together where k makes it turn fast."""
    turn = np.round(np.linspace(-8, 8, 161) / k, 4)
    return np.union1d(sample_points(limits), turn[(limits[0] < turn) & (turn < limits[1])])


def window(names: Sequence[str], limits: Limits) -> Limits:
    """Return the y range that shows the curves at k = 1: −0.1..1.1 for step and sigmoid alone."""
    low, high = limits
    ranges = {"tanh": (-1.1, 1.1), "relu": (-1.0, high + 0.5), "identity_function": (low - 0.5, high + 0.5)}
    lows, highs = zip(*(ranges.get(name, (-0.1, 1.1)) for name in names), strict=True)
    return min(lows), max(*highs, 1.1)


def activation_curves(
    theme: Theme, names: Sequence[str], k: float, x: float, limits: Limits
) -> alt.LayerChart:
    """Draw h(k·x) for each named h, with its tangent at x; hovering reads all of them at once.

    A range without width is drawn half a unit wide.
    """
    limits = limits[0], max(limits[1], limits[0] + 0.5)
    wide = _values(names, k, sample_points(limits))
    long = _values(names, k, curve_points(limits, k)).melt("x", var_name="curve", value_name="h")
    base = _curve_base(theme, names, limits, window(names, limits))
    steps = alt.datum.curve == LABELS["step_function"]
    layers = [
        _now(theme, x),
        base(long[long.curve != LABELS["step_function"]]).mark_line(clip=True, interpolate="monotone"),
        base(long).transform_filter(steps).mark_line(clip=True, interpolate="step-before"),
        base(_tangents(names, k, x))
        .mark_line(clip=True, strokeWidth=1.5)
        .encode(strokeDash=alt.value([1, 0]), detail="curve:N"),
        _dots(theme, names, k, x),
        _reader(theme, wide),
    ]
    return alt.layer(*layers).properties(height=400).configure_view(stroke=None)


def _values(names: Sequence[str], k: float, x: Array) -> pd.DataFrame:
    return pd.DataFrame({"x": x} | {LABELS[name]: ACTIVATIONS[name](k * x) for name in names})


def _curve_base(theme: Theme, names: Sequence[str], limits: Limits, y: Limits) -> Any:
    """Return what makes a chart of a table with x, h and curve."""
    shown = [name for name in LABELS if name in names]
    order, domain = [list(LABELS).index(name) for name in shown], [LABELS[name] for name in shown]
    colours = (theme.ink, *(COLOURS_ON_DARK if theme is DARK else COLOURS))
    legend = alt.Legend(title=None, orient="top", labelFontSize=14, columns=3, symbolSize=400)

    def base(table: pd.DataFrame) -> alt.Chart:
        chart: alt.Chart = alt.Chart(table).encode(
            x=alt.X("x:Q", title="x", scale=alt.Scale(domain=limits, nice=False), axis=alt.Axis(**AXIS)),
            y=alt.Y("h:Q", title="h(k·x)", scale=alt.Scale(domain=y, nice=False), axis=alt.Axis(**AXIS)),
            color=alt.Color("curve:N", legend=legend).scale(domain=domain, range=[colours[i] for i in order]),
            strokeDash=alt.StrokeDash("curve:N", legend=legend).scale(
                domain=domain, range=[DASHES[i] for i in order]
            ),
        )
        return chart

    return base


def _now(theme: Theme, x: float) -> alt.Chart:
    """Mark the x of now with the highlighter."""
    chart: alt.Chart = alt.Chart(pd.DataFrame({"x": [x]})).mark_rule(
        color=theme.highlight, strokeWidth=6, clip=True
    )
    return chart.encode(x="x:Q")


def _tangents(names: Sequence[str], k: float, x: float) -> pd.DataFrame:
    """Return the ends of each curve's tangent at x; a curve without a slope there has none."""
    rows = []
    for name in names:
        value, slope = value_and_slope(name, x, k)
        if slope is not None:
            ends = ((x + side, value + side * slope) for side in (-REACH, REACH))
            rows += [{"x": end, "h": height, "curve": LABELS[name]} for end, height in ends]
    return pd.DataFrame(rows, columns=["x", "h", "curve"])


def _dots(theme: Theme, names: Sequence[str], k: float, x: float) -> alt.Chart:
    values = [float(ACTIVATIONS[name](k * x)) for name in names]
    table = pd.DataFrame({"x": x, "h": values})
    chart: alt.Chart = alt.Chart(table).mark_point(
        filled=True, size=80, color=theme.paper, stroke=theme.ink, strokeWidth=2, opacity=1, clip=True
    )
    return chart.encode(x="x:Q", y="h:Q")


def _reader(theme: Theme, wide: pd.DataFrame) -> alt.Chart:
    """A line that follows the pointer; its tooltip holds the value of every column there."""
    hover = alt.selection_point(
        nearest=True, on="pointerover", clear="pointerout", fields=["x"], empty=False, name="reader"
    )
    shown = [alt.Tooltip("x:Q", format=".1f")]
    shown += [alt.Tooltip(f"{name}:Q", format=".4~f") for name in wide.columns if name != "x"]
    chart: alt.Chart = alt.Chart(wide).mark_rule(color=theme.muted, strokeWidth=2)
    opacity = alt.when(hover).then(alt.value(1)).otherwise(alt.value(0))
    return chart.encode(x="x:Q", opacity=opacity, tooltip=shown).add_params(hover)


def chain_chart(theme: Theme, h: str, weights: Sequence[float], biases: Sequence[float]) -> alt.LayerChart:
    """Draw what each neuron of a chain answers, over the one line that it is if h is the identity."""
    x = sample_points((-5, 5))
    slope, intercept = one_line(weights, biases)
    names = [f"after layer {number}" for number in range(1, len(weights) + 1)]
    answers = dict(zip(names, chain(h, weights, biases, x), strict=True))
    wide = pd.DataFrame({"x": x, "one line": slope * x + intercept} | answers)
    legend = alt.Legend(title=None, orient="top", labelFontSize=14, columns=2, symbolSize=400)
    axis = {
        "x": alt.X("x:Q", title="x", scale=alt.Scale(domain=[-5, 5]), axis=alt.Axis(**AXIS)),
        "y": alt.Y("y:Q", title="y", scale=alt.Scale(domain=[-8, 8]), axis=alt.Axis(**AXIS)),
    }
    band = alt.Chart(wide.rename(columns={"one line": "y"})).mark_line(
        clip=True, strokeWidth=14, color=theme.line
    )
    lines = alt.Chart(wide.melt("x", names, "curve", "y")).mark_line(clip=True, strokeWidth=2.5)
    dashed = alt.StrokeDash("curve:N", legend=legend).scale(domain=names, range=[[2, 3], [7, 3], [1, 0]])
    coloured = alt.Color("curve:N", legend=legend).scale(
        domain=names, range=[theme.muted, theme.muted, theme.primary]
    )
    layers: list[Any] = [
        band.encode(**axis),
        lines.encode(**axis, color=coloured, strokeDash=dashed),
        _reader(theme, wide),
    ]
    return alt.layer(*layers).properties(height=400).configure_view(stroke=None)


def surface_figure(theme: Theme, h: str, w1: float, w2: float, b: float) -> Figure:
    """Colour each point of the plane by h(w1·x1 + w2·x2 + b), with the four inputs of a gate on it."""
    figure, axes = new_figure(theme, 3.9)
    side = np.linspace(-0.5, 1.5, 241)
    z = neuron_plane(h, w1, w2, b, side, side)
    signed = h in ("identity_function", "tanh")
    top = 1.0 if h in ("step_function", "sigmoid", "tanh") else float(np.abs(z).max()) or 1.0
    bottom = -top if signed else 0.0
    colour = diverging if signed else sequential
    palette = ListedColormap(colour(theme, np.linspace(bottom / top, 1, 256)))
    norm = Normalize(bottom, top)
    axes.imshow(z, palette, norm, origin="lower", extent=(-0.5, 1.5, -0.5, 1.5), interpolation="nearest")
    axes.set(xticks=[0, 1], yticks=[0, 1], xlabel="x1", ylabel="x2", xlim=(-0.5, 1.5), ylim=(-0.5, 1.5))
    bar = figure.colorbar(ScalarMappable(norm, palette), ax=axes, shrink=0.9, aspect=18)
    bar.outline.set_edgecolor(theme.line)
    bar.ax.tick_params(colors=theme.ink, labelsize=TEXT, length=0)
    _draw_boundary(axes, theme, w1, w2, b)
    for x1, x2 in ((0, 0), (0, 1), (1, 0), (1, 1)):
        value = float(neuron_plane(h, w1, w2, b, [x1], [x2])[0, 0])
        neuron(axes, theme, (x1, x2), fitted(value, 0.54), palette(norm(value))[:3], radius=0.17)
    return figure


def _draw_boundary(axes: Any, theme: Theme, w1: float, w2: float, b: float) -> None:
    """Draw the line where the sum is 0, if there is one in sight."""
    sums = [Perceptron((w1, w2), b).weighted_sum(x1, x2) for x1 in (-0.5, 1.5) for x2 in (-0.5, 1.5)]
    if min(sums) < 0 < max(sums):
        side = np.linspace(-0.5, 1.5, 2)
        plane = np.add.outer(w2 * side, w1 * side) + b
        axes.contour(side, side, plane, [0.0], colors=theme.ink, linewidths=1.5, linestyles="dashed")
