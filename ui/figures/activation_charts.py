"""What a neuron says with its sum: curves that are read by pointing at them."""

from collections.abc import Mapping, Sequence

import numpy as np

from nncore import ACTIVATIONS, Array, chain, one_line, read_only, value_and_slope
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
ENDS = (-5.0, 5.0)
"""The range along the bottom of both."""
POINTS = read_only(np.round(np.arange(-5, 5.05, 0.1), 1))
WINDOWS = {"tanh": (-1.1, 1.1), "relu": (-1.0, 5.5), "identity_function": (-5.5, 5.5)}
"""The range of answers in which a curve is seen; of the others, which go from 0 to 1, it is UNIT."""
UNIT = (-0.1, 1.1)


def window(names: Sequence[str]) -> Limits:
    """Return the range of answers that shows the curves."""
    lows, highs = zip(*(WINDOWS.get(name, UNIT) for name in names), strict=True)
    return min(lows), max(highs)


def activation_curves(theme: Theme, names: Sequence[str], a: float, alt: str, *, slopes: bool) -> Diagram:
    """Draw the curves and what each answers to a, on demand with its tangent there; pointing reads them."""
    looks = dict(zip(LABELS, zip((theme.ink, *_colours(theme)), DASHES, strict=True), strict=True))
    legend = {LABELS[name]: looks[name] for name in names}
    plot = _framed(theme, HIGH, window(names), ("a", "h(a)"), legend, alt)
    plot.curve("now", [a, a], plot.y, theme.highlight, 6)
    for name in names:
        colour, dashes = looks[name]
        h = ACTIVATIONS[name](POINTS)
        u, v = _as_steps(POINTS, h) if name == "step_function" else (POINTS, h)
        plot.curve(name, u, v, colour, dashes=dashes)
        value, slope = value_and_slope(name, a)
        if slopes and slope is not None:
            u, v = np.add(a, (-REACH, REACH)), np.add(value, (-REACH * slope, REACH * slope))
            plot.curve(f"tangent {name}", u, v, colour, 1.5)
    for name in names:
        plot.dot(f"dot {name}", a, float(ACTIVATIONS[name](a)), theme.paper, 5)
    plot.reader(*_readings(curve_columns(names)))
    return plot.diagram


def curve_columns(names: Sequence[str]) -> dict[str, Array]:
    """Return the numbers of the curves: a, and h(a) for each named h."""
    return {"a": POINTS} | {LABELS[name]: ACTIVATIONS[name](POINTS) for name in names}


def _colours(theme: Theme) -> Sequence[str]:
    return COLOURS_ON_DARK if theme is DARK else COLOURS


def _as_steps(x: Array, y: Array) -> tuple[Array, Array]:
    """Return a path that holds each y on the way to its x, and jumps between."""
    return np.repeat(x, 2)[:-1], np.repeat(y, 2)[1:]


def _framed(
    theme: Theme,
    high: float,
    y: Limits,
    axes: tuple[str, str],
    legend: Mapping[str, tuple[str, str]],
    alt: str,
) -> Plot:
    """Return an empty plot with a grid, its legend above it: each name's colour and dashes."""
    rows = -(-len(legend) // ACROSS)
    top = ROW * rows + 12
    diagram = Diagram(theme, top + high + 24, alt)
    plot = Plot(diagram, "plot", (LEFT, top), WIDTH - LEFT - RIGHT, high, ENDS, y)
    slot = (WIDTH - LEFT) / ACROSS
    for place, (each, (colour, dashes)) in enumerate(legend.items()):
        left, middle = LEFT + 14 + slot * (place % ACROSS), ROW * (place // ACROSS + 0.5)
        diagram.curve(f"legend {each}", [(left, middle), (left + 24, middle)], colour, 3, dashes=dashes)
        diagram.text(f"name {each}", (left + 30, middle), each, theme.muted, anchor="start")
    plot.grid(round_numbers(ENDS, 11), round_numbers(y, 9))
    diagram.text("name x", (WIDTH - 2, top + high), axes[0], theme.muted, anchor="end")
    diagram.text("name y", (0, ROW * (rows - 0.5)), axes[1], theme.muted, anchor="start")
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
    plot = _framed(theme, HIGHER, (-8, 8), ("x", "y"), legend, alt)
    plot.curve("one line", x, line, theme.line, 12)
    for name, y in answers:
        colour, dashes = legend[name]
        plot.curve(name, x, y, colour, 2.5, dashes=dashes)
    plot.reader(*_readings(columns))
    return plot.diagram


def chain_columns(h: str, weights: Sequence[float], biases: Sequence[float]) -> dict[str, Array]:
    """Return the numbers of a chain: x, the one line, and what each neuron answers."""
    slope, intercept = one_line(weights, biases)
    names = [f"after layer {number}" for number in range(1, len(weights) + 1)]
    answers = dict(zip(names, chain(h, weights, biases, POINTS), strict=True))
    return {"x": POINTS, "one line": slope * POINTS + intercept} | answers
