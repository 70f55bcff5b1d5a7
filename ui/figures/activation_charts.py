"""What a neuron says with its sum: curves that are read by pointing at them."""

from collections.abc import Mapping, Sequence

import numpy as np

from nncore import ACTIVATIONS, Array, chain, one_line, value_and_slope
from ui.figures.diagram_base import WIDTH, Diagram
from ui.figures.plot import Plot, round_numbers
from ui.numbers import minus, rounded
from ui.theme import DARK, Theme

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
DASHES = ("none", "none", "7 3", "2 3", "10 4 2 4")
LEFT, RIGHT = 40, 22
"""The room beside a plot: for the numbers along its edge, and for the name of x."""
ROW, ACROSS = 24, 3
"""How high a row of the legend is, and how many names stand in one."""
HIGH, HIGHER = 190, 230
"""How high the plots are: that of the curves, and that of the chain."""


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
    theme: Theme, names: Sequence[str], k: float, x: float, limits: Limits, alt: str
) -> Diagram:
    """Draw h(k·x) for each named h, with its tangent at x; who points at a place reads all of them there.

    A range without width is drawn half a unit wide.
    """
    limits = limits[0], max(limits[1], limits[0] + 0.5)
    order = [name for name in LABELS if name in names]
    looks = dict(zip(LABELS, zip((theme.ink, *_colours(theme)), DASHES, strict=True), strict=True))
    legend = {LABELS[name]: looks[name] for name in order}
    plot = _framed(theme, HIGH, limits, window(names, limits), "h(k·x)", legend, alt)
    plot.curve("now", [x, x], plot.y, theme.highlight, 6)
    points = curve_points(limits, k)
    for name in order:
        colour, dashes = looks[name]
        h = ACTIVATIONS[name](k * points)
        u, v = _as_steps(points, h) if name == "step_function" else (points, h)
        plot.curve(name, u, v, colour, dashes=dashes)
        value, slope = value_and_slope(name, x, k)
        if slope is not None:
            u, v = np.add(x, (-REACH, REACH)), np.add(value, (-REACH * slope, REACH * slope))
            plot.curve(f"tangent {name}", u, v, colour, 1.5)
    for name in order:
        plot.dot(f"dot {name}", x, float(ACTIVATIONS[name](k * x)), theme.paper, 5)
    plot.reader(*_readings(curve_columns(order, k, limits)))
    return plot.diagram


def curve_columns(names: Sequence[str], k: float, limits: Limits) -> dict[str, Array]:
    """Return the numbers of the curves: x, and h(k·x) for each named h."""
    x = sample_points((limits[0], max(limits[1], limits[0] + 0.5)))
    return {"x": x} | {LABELS[name]: ACTIVATIONS[name](k * x) for name in names}


def _colours(theme: Theme) -> Sequence[str]:
    return COLOURS_ON_DARK if theme is DARK else COLOURS


def _as_steps(x: Array, y: Array) -> tuple[Array, Array]:
    """Return a path that holds each y on the way to its x, and jumps between."""
    return np.repeat(x, 2)[:-1], np.repeat(y, 2)[1:]


def _framed(
    theme: Theme,
    high: float,
    x: Limits,
    y: Limits,
    name: str,
    legend: Mapping[str, tuple[str, str]],
    alt: str,
) -> Plot:
    """Return an empty plot with a grid, its legend above it: each name's colour and dashes."""
    rows = -(-len(legend) // ACROSS)
    top = ROW * rows + 12
    diagram = Diagram(theme, top + high + 24, alt)
    plot = Plot(diagram, "plot", (LEFT, top), WIDTH - LEFT - RIGHT, high, x, y)
    slot = (WIDTH - LEFT) / ACROSS
    for place, (each, (colour, dashes)) in enumerate(legend.items()):
        left, middle = LEFT + 14 + slot * (place % ACROSS), ROW * (place // ACROSS + 0.5)
        diagram.curve(f"legend {each}", [(left, middle), (left + 24, middle)], colour, 3, dashes=dashes)
        diagram.text(f"name {each}", (left + 30, middle), each, theme.muted, anchor="start")
    plot.grid(round_numbers(x, 11), round_numbers(y, 9))
    diagram.text("name x", (WIDTH - 2, top + high), "x", theme.muted, anchor="end")
    diagram.text("name y", (0, ROW * (rows - 0.5)), name, theme.muted, anchor="start")
    return plot


def _readings(columns: Mapping[str, Array]) -> tuple[Array, list[str]]:
    """Return the places at which a plot is read, and what there is to read: a line for each column."""
    names, values = list(columns), zip(*(column.tolist() for column in columns.values()), strict=True)
    return next(iter(columns.values())), [
        "\n".join(f"{name} {minus(rounded(value, 4))}" for name, value in zip(names, row, strict=True))
        for row in values
    ]


def chain_chart(theme: Theme, h: str, weights: Sequence[float], biases: Sequence[float], alt: str) -> Diagram:
    """Draw what each neuron of a chain answers, over the one line that it is if h is the identity."""
    columns = chain_columns(h, weights, biases)
    (_, x), (_, line), *answers = columns.items()
    looks = zip((theme.muted, theme.muted, theme.primary), ("2 3", "7 3", "none"), strict=True)
    legend = dict(zip((name for name, _ in answers), looks, strict=True))
    plot = _framed(theme, HIGHER, (-5, 5), (-8, 8), "y", legend, alt)
    plot.curve("one line", x, line, theme.line, 12)
    for name, y in answers:
        colour, dashes = legend[name]
        plot.curve(name, x, y, colour, 2.5, dashes=dashes)
    plot.reader(*_readings(columns))
    return plot.diagram


def chain_columns(h: str, weights: Sequence[float], biases: Sequence[float]) -> dict[str, Array]:
    """Return the numbers of a chain: x, the one line, and what each neuron answers."""
    x = sample_points((-5, 5))
    slope, intercept = one_line(weights, biases)
    names = [f"after layer {number}" for number in range(1, len(weights) + 1)]
    answers = dict(zip(names, chain(h, weights, biases, x), strict=True))
    return {"x": x, "one line": slope * x + intercept} | answers
