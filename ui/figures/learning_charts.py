"""Charts of learning: loss against probability, tangents, gradient descent, falling losses."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from nncore import Array
from ui.figures.axis import Axis
from ui.figures.curves import Curves, curves_chart
from ui.figures.diagram_base import WIDTH, Columns, Diagram
from ui.figures.plot import LEFT, Dot, Line, Plot, line_chart
from ui.language import _
from ui.numbers import minus, share
from ui.theme import Theme, mix


def entropy_curve(theme: Theme, p: float, square: float, entropy: float, alt: str) -> Diagram:
    """Draw −log y against the probability y of the right answer, and both losses at p."""
    ps = np.linspace(0.005, 1, 200)
    losses = -np.log(ps)
    lines = {
        "entropy": Line(ps, losses, theme.primary, word=theme.primary_word),
        "square": Line([p], [square], theme.negative, word=theme.negative_word),
    }
    dots = Dot(p, min(entropy, 4), theme.highlight), Dot(p, square, theme.negative)
    legend = {"entropy": _("cross-entropy, −log y"), "square": _("sum of squares")}
    x = Axis((0, 1), _("probability of the right answer"), (0, 0.25, 0.5, 0.75, 1))
    columns = {x.name: ps, _("cross-entropy"): losses}
    return line_chart(
        theme, lines, x, Axis((0, 4), ticks=range(5)), alt, legend=legend, dots=dots, columns=columns
    )


def moved_weight(
    theme: Theme, columns: Mapping[str, Array], values: Array, now: int, words: str, colour: str
) -> Diagram:
    """Draw how a number changes as one weight is moved; the first column holds the moves."""
    moves, low, high = next(iter(columns.values())), float(values.min()), float(values.max())
    room = max(0.1 * (high - low), 0.002)
    first, last, here = (float(moves[n]) for n in (0, -1, now))
    x, y = Axis((first, last), ticks=(first, 0, last)), Axis((low - room, high + room), ticks=())
    lines, legend = {"values": Line(moves, values, colour)}, {"values": words}
    return line_chart(theme, lines, x, y, words, height=90, legend=legend, now=here, columns=columns)


def tangent(
    theme: Theme,
    columns: Mapping[str, Array],
    place: tuple[float, float],
    slope: float,
    alt: str,
    ys: Sequence[float],
) -> Diagram:
    """Draw a curve and its tangent at a place; `ys` are the numbers along the y axis.

    The curve is the first two of the columns.
    """
    (xs, curve, *_more), room = columns.values(), 0.15 * (ys[-1] - ys[0])
    touching = place[1] + slope * (xs - place[0])
    colour = theme.positive if slope > 0 else theme.negative
    lines = {"curve": Line(xs, curve, theme.primary), "tangent": Line(xs, touching, colour, 2.5)}
    x = Axis((float(xs[0]), float(xs[-1])), ticks=np.linspace(xs[0], xs[-1], 7).tolist())
    y = Axis((ys[0] - room, ys[-1] + room), ticks=ys)
    dots = [Dot(*place, theme.highlight)]
    return line_chart(theme, lines, x, y, alt, height=230, dots=dots, columns=columns)


def spoiled(theme: Theme, steps: Array, errors: Sequence[float], now: int, alt: str) -> Diagram:
    """Draw the error of a measured slope against the step h, both on logarithmic axes."""
    lines = {"off": Line(steps, np.maximum(errors, 1e-14), theme.primary)}
    x = Axis((steps[0], steps[-1]), "Δ", steps[::4].tolist(), log=True, write=_power)
    y = Axis((1e-14, 10), _("off by"), (1e-14, 1e-10, 1e-5, 1), log=True, write=_power)
    return line_chart(theme, lines, x, y, alt, now=steps[now], columns={x.name: steps, y.name: errors})


def _power(number: float) -> str:
    return minus(f"1e{np.log10(number):g}")


def descent(
    theme: Theme,
    grid: Array,
    surface: Array,
    levels: npt.ArrayLike,
    arrows: Sequence[tuple[float, float, float, float]],
    walk: tuple[Array, Sequence[float]],
    alt: str,
) -> Diagram:
    """Draw a loss from above, darker at each level, with arrows downhill and a path.

    `walk` holds the places of the path and the losses there.
    """
    path, losses = walk
    columns: Columns = {_("steps"): range(len(path)), "w0": path[:, 0], "w1": path[:, 1], _("loss"): losses}
    diagram = Diagram(theme, 310, alt, 340, columns=columns)
    axis = Axis((float(grid[0]), float(grid[-1])), ticks=np.linspace(grid[0], grid[-1], 5).tolist())
    plot = Plot(diagram, "map", (LEFT, 10), 274, 274, axis, axis)
    bands = np.asarray(levels)
    share = np.digitize(finer(surface), bands)[::-1] / len(bands)
    colours = mix(theme.paper, theme.full, 0.55 * share)
    diagram.picture("heights", plot.corner, plot.width, plot.height, colours)
    for number, (x, y, u, v) in enumerate(arrows):
        _arrow(plot, f"arrow {number}", (x, y), (u, v))
    plot.frame()
    plot.curve("path", Line(path[:, 0], path[:, 1], theme.negative, 2.5))
    for number, (x, y) in enumerate(path[:40]):
        plot.dot(f"stop {number}", Dot(x, y, theme.negative, 3))
    plot.dot("end", Dot(float(path[-1, 0]), float(path[-1, 1]), theme.highlight, 7))
    return diagram


def finer(surface: Array) -> Array:
    """Return a square surface interpolated to 256 rows and columns."""
    old, new = np.linspace(0, 1, len(surface)), np.linspace(0, 1, 256)
    rows = np.array([np.interp(new, old, row) for row in surface])
    return np.array([np.interp(new, old, column) for column in rows.T]).T


def _arrow(plot: Plot, name: str, start: tuple[float, float], way: tuple[float, float]) -> None:
    """Draw an arrow with a small head."""
    (x, y), (u, v) = start, way
    tips = [(x + u, y + v)]
    for side in (1, -1):
        tips.append((x + 0.7 * u - side * 0.22 * v, y + 0.7 * v + side * 0.22 * u))
    shape = [start, tips[0], tips[1], tips[0], tips[2]]
    xs, ys = np.array(shape).T
    plot.curve(name, Line(xs, ys, plot.diagram.theme.ink, 1.2))


def falling(
    theme: Theme,
    series: Curves,
    top: float,
    alt: str,
    *,
    shares: bool = False,
    small: bool = False,
) -> Diagram:
    """Draw losses, or with `shares` shares, against the number of steps, a line for each name.

    The highlighter marks the end of each; before the first step that is all there is.
    A `small` one is for half of an instrument: lower, its words larger.
    """
    dots, legend = [], {}
    for name, (steps, values) in series.items():
        last_value = float(values[-1])
        dots.append(Dot(float(steps[-1]), last_value, theme.highlight))
        legend[name] = f"{name} {share(last_value, 1) if shares else f'{last_value:.4f}'}"
    last = max(1.0, *(float(steps[-1]) for steps, _ in series.values()))
    x, y = Axis((0, last), ticks=(0, last)), Axis((0, top), ticks=(0, round(top / 2, 3), round(top, 3)))
    height, width = (90, 390) if small else (170, WIDTH)
    look = {"height": height, "width": width, "legend": legend, "dots": dots}
    return curves_chart(theme, series, _("steps"), x, y, alt, **look)


def mistakes_chart(theme: Theme, counts: Sequence[int], passes: int, alt: str) -> Diagram:
    """Draw the mistakes among four rows in each of at most `passes` passes; the goal is dashed."""
    x = Axis((0.5, passes + 0.5), _("pass (epoch)"), (1, *range(10, passes + 1, 10)))
    y, steps = Axis((-0.2, 4.2), _("mistakes"), range(5)), range(1, len(counts) + 1)
    goal = Line(x.ends, (0, 0), theme.ink, 1.5, "4 4")
    dots = [Dot(step, count, theme.ink) for step, count in zip(steps, counts, strict=True)]
    lines = {"goal": goal, "mistakes": Line(steps, counts, theme.muted, 1.5)}
    columns = {_("pass"): steps, y.name: counts}
    return line_chart(theme, lines, x, y, alt, height=100, width=300, dots=dots, columns=columns)
