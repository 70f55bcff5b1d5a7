"""What a neuron says with its sum: curves that can be read by hovering, and a coloured surface."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.cm import ScalarMappable
from matplotlib.colors import ListedColormap, Normalize
from matplotlib.figure import Figure

from nncore import ACTIVATIONS, Array, Perceptron, chain, neuron_plane, one_line, value_and_slope
from ui.figures.base import TEXT, fitted, neuron, new_figure
from ui.figures.vega import Rows, Spec, field, layer, layered, rows_of, word
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


def activation_curves(theme: Theme, names: Sequence[str], k: float, x: float, limits: Limits) -> Spec:
    """Draw h(k·x) for each named h, with its tangent at x; hovering reads all of them at once.

    A range without width is drawn half a unit wide.
    """
    limits = limits[0], max(limits[1], limits[0] + 0.5)
    points = curve_points(limits, k)
    curves = {name: rows_of(x=points, h=ACTIVATIONS[name](k * points), curve=LABELS[name]) for name in names}
    steps = curves.pop("step_function", [])
    smooth = [row for rows in curves.values() for row in rows]
    encoding = _curve_encoding(theme, names, limits, window(names, limits))
    plain = encoding | {"strokeDash": {"value": [1, 0]}, "detail": word("curve")}
    return layered(
        300,
        _clipped([{"x": x}], {"type": "rule", "color": theme.highlight, "strokeWidth": 6}, {"x": field("x")}),
        _clipped(smooth, {"type": "line", "interpolate": "monotone"}, encoding),
        _clipped(steps, {"type": "line", "interpolate": "step-before"}, encoding),
        _clipped(_tangents(names, k, x), {"type": "line", "strokeWidth": 1.5}, plain),
        _dots(theme, names, k, x),
        _reader(theme, curve_columns(names, k, limits)),
    )


def curve_columns(names: Sequence[str], k: float, limits: Limits) -> dict[str, Array]:
    """Return the numbers of the curves: x, and h(k·x) for each named h."""
    x = sample_points((limits[0], max(limits[1], limits[0] + 0.5)))
    return {"x": x} | {LABELS[name]: ACTIVATIONS[name](k * x) for name in names}


def _clipped(rows: Rows, mark: Spec, encoding: Spec) -> Spec:
    return layer(rows, {"clip": True, **mark}, encoding)


def _axis(name: str, title: str, domain: Limits) -> Spec:
    return field(name, title=title, axis=AXIS, scale={"domain": list(domain), "nice": False})


def _told_apart(columns: int, names: Sequence[str], **ranges: Sequence[Any]) -> Spec:
    """Return what tells curves apart, their colours and dashes, under one legend."""
    legend = {"title": None, "orient": "top", "labelFontSize": 14, "columns": columns, "symbolSize": 400}
    return {
        channel: word("curve", legend=legend, scale={"domain": list(names), "range": list(values)})
        for channel, values in ranges.items()
    }


def _curve_encoding(theme: Theme, names: Sequence[str], limits: Limits, y: Limits) -> Spec:
    """Return how a table with x, h and curve becomes curves."""
    order = [list(LABELS).index(name) for name in LABELS if name in names]
    colours = (theme.ink, *(COLOURS_ON_DARK if theme is DARK else COLOURS))
    apart = _told_apart(
        3,
        [LABELS[name] for name in LABELS if name in names],
        color=[colours[i] for i in order],
        strokeDash=[DASHES[i] for i in order],
    )
    return {"x": _axis("x", "x", limits), "y": _axis("h", "h(k·x)", y), **apart}


def _tangents(names: Sequence[str], k: float, x: float) -> Rows:
    """Return the ends of each curve's tangent at x; a curve without a slope there has none."""
    rows = []
    for name in names:
        value, slope = value_and_slope(name, x, k)
        if slope is not None:
            ends = ((x + side, value + side * slope) for side in (-REACH, REACH))
            rows += [{"x": end, "h": float(height), "curve": LABELS[name]} for end, height in ends]
    return rows


def _dots(theme: Theme, names: Sequence[str], k: float, x: float) -> Spec:
    rows = [{"x": x, "h": float(ACTIVATIONS[name](k * x))} for name in names]
    look = {
        "filled": True,
        "size": 80,
        "color": theme.paper,
        "stroke": theme.ink,
        "strokeWidth": 2,
        "opacity": 1,
    }
    return _clipped(rows, {"type": "point", **look}, {"x": field("x"), "y": field("h")})


def _reader(theme: Theme, columns: Mapping[str, Array]) -> Spec:
    """A line that follows the pointer; its tooltip holds the value of every column there."""
    hover = {"type": "point", "nearest": True, "on": "pointerover", "clear": "pointerout", "fields": ["x"]}
    shown = [field(name, format=".1f" if name == "x" else ".4~f") for name in columns]
    opacity = {"condition": {"param": "reader", "value": 1, "empty": False}, "value": 0}
    encoding = {"x": field("x"), "opacity": opacity, "tooltip": shown}
    line = {"type": "rule", "clip": False, "color": theme.muted, "strokeWidth": 2}
    return {**_clipped(rows_of(**columns), line, encoding), "params": [{"name": "reader", "select": hover}]}


def chain_chart(theme: Theme, h: str, weights: Sequence[float], biases: Sequence[float]) -> Spec:
    """Draw what each neuron of a chain answers, over the one line that it is if h is the identity."""
    columns = chain_columns(h, weights, biases)
    x, line, *_ = columns.values()
    answers = dict(list(columns.items())[2:])
    names = list(answers)
    axes = {"x": _axis("x", "x", (-5, 5)), "y": _axis("y", "y", (-8, 8))}
    apart = _told_apart(
        2, names, color=[theme.muted, theme.muted, theme.primary], strokeDash=[[2, 3], [7, 3], [1, 0]]
    )
    curves = [row for name, y in answers.items() for row in rows_of(x=x, y=y, curve=name)]
    return layered(
        400,
        _clipped(rows_of(x=x, y=line), {"type": "line", "strokeWidth": 14, "color": theme.line}, axes),
        _clipped(curves, {"type": "line", "strokeWidth": 2.5}, axes | apart),
        _reader(theme, columns),
    )


def chain_columns(h: str, weights: Sequence[float], biases: Sequence[float]) -> dict[str, Array]:
    """Return the numbers of a chain: x, the one line, and what each neuron answers."""
    x = sample_points((-5, 5))
    slope, intercept = one_line(weights, biases)
    names = [f"after layer {number}" for number in range(1, len(weights) + 1)]
    answers = dict(zip(names, chain(h, weights, biases, x), strict=True))
    return {"x": x, "one line": slope * x + intercept} | answers


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


def surface_columns(h: str, w1: float, w2: float, b: float) -> dict[str, Array]:
    """Return the answers at a grid of points of the plane."""
    side = np.linspace(-0.5, 1.5, 9)
    x2, x1 = np.meshgrid(side, side, indexing="ij")
    z = neuron_plane(h, w1, w2, b, side, side)
    return {"x1": x1.ravel(), "x2": x2.ravel(), "answer": z.ravel()}


def _draw_boundary(axes: Any, theme: Theme, w1: float, w2: float, b: float) -> None:
    """Draw the line where the sum is 0, if there is one in sight."""
    sums = [Perceptron((w1, w2), b).weighted_sum(x1, x2) for x1 in (-0.5, 1.5) for x2 in (-0.5, 1.5)]
    if min(sums) < 0 < max(sums):
        side = np.linspace(-0.5, 1.5, 2)
        plane = np.add.outer(w2 * side, w1 * side) + b
        axes.contour(side, side, plane, [0.0], colors=theme.ink, linewidths=1.5, linestyles="dashed")
