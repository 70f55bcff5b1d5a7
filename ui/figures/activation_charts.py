"""Charts of activation functions; pointing at a curve reads its values."""

from collections.abc import Sequence

import numpy as np

from nncore import ACTIVATIONS, chain, one_line, read_only, value_and_slope
from ui.figures.axis import Axis, Ends
from ui.figures.diagram_base import Diagram
from ui.figures.plot import Dot, Line, line_chart
from ui.language import N_, _
from ui.theme import DARK, Theme

LABELS = {
    "step_function": N_("step"),
    "sigmoid": N_("sigmoid"),
    "relu": "ReLU",
    "tanh": "tanh",
    "identity_function": N_("identity"),
}
"""The curves that can be drawn: their names on screen by the names of their functions."""
REACH = 0.8
"""How far a tangent goes to either side."""
COLOURS = ("#7048E8", "#087F5B", "#C2255C", "#868E96")
"""Colours of all curves but the first, which is drawn in ink."""
COLOURS_ON_DARK = ("#B197FC", "#38D9A9", "#F783AC", "#868E96")
DASHES = ("none", "none", "7 3", "2 3", "10 4 2 4")
ENDS = (-5.0, 5.0)
"""The range of the x axis."""
POINTS = read_only(np.round(np.arange(-5, 5.05, 0.1), 1))
WINDOWS = {"tanh": (-1.1, 1.1), "relu": (-0.5, 5.5), "identity_function": (-5.5, 5.5)}
"""The range of the y axis by curve; the others, which go from 0 to 1, take UNIT."""
UNIT = (-0.1, 1.1)


def window(names: Sequence[str]) -> Ends:
    """Return the range of the y axis that shows these curves."""
    lows, highs = zip(*(WINDOWS.get(name, UNIT) for name in names), strict=True)
    return min(lows), max(highs)


def activation_curves(theme: Theme, names: Sequence[str], a: float, alt: str, *, slopes: bool) -> Diagram:
    """Draw the curves with a dot at a on each, and with `slopes` the tangent there."""
    colours = (theme.ink, *(COLOURS_ON_DARK if theme is DARK else COLOURS))
    looks = dict(zip(LABELS, zip(colours, DASHES, strict=True), strict=True))
    lines, dots = {}, []
    for name in names:
        colour, dashes = looks[name]
        curve = POINTS, ACTIVATIONS[name](POINTS)
        if name == "step_function":  # each answer holds on the way to its x, and jumps there
            curve = np.repeat(curve[0], 2)[:-1], np.repeat(curve[1], 2)[1:]
        lines[name] = Line(*curve, colour, dashes=dashes)
        value, slope = value_and_slope(name, a)
        if slopes and slope is not None:
            reach = np.array([-REACH, REACH])
            lines[f"tangent {name}"] = Line(a + reach, value + slope * reach, colour, 5)
        dots.append(Dot(a, value, theme.paper))
    legend = {name: _(LABELS[name]) for name in names}
    columns = {"a": POINTS} | {legend[name]: ACTIVATIONS[name](POINTS) for name in names}
    x, y = Axis(ENDS, "a"), Axis(window(names), "h(a)", most=9)
    return line_chart(
        theme, lines, x, y, alt, height=190, legend=legend, now=a, dots=dots, columns=columns, grid=True
    )


def chain_chart(theme: Theme, h: str, weights: Sequence[float], biases: Sequence[float], alt: str) -> Diagram:
    """Draw the output of each neuron of a chain over the one line that they make if h is the identity."""
    slope, intercept = one_line(weights, biases)
    line = slope * POINTS + intercept
    names = [_("after layer {number}").format(number=number) for number in range(1, len(weights) + 1)]
    answers = dict(zip(names, chain(h, weights, biases, POINTS), strict=True))
    looks = zip((theme.muted, theme.muted, theme.primary), ("2 3", "7 3", "none"), strict=True)
    lines = {"one line": Line(POINTS, line, theme.line, 12)} | {
        name: Line(POINTS, y, colour, 2.5, dashes)
        for (name, y), (colour, dashes) in zip(answers.items(), looks, strict=True)
    }
    columns, legend = {"x": POINTS, _("one line"): line} | answers, {name: name for name in names}
    x, y = Axis(ENDS, "x"), Axis((-8.0, 8.0), "y", most=9)
    return line_chart(theme, lines, x, y, alt, height=230, legend=legend, columns=columns, grid=True)
