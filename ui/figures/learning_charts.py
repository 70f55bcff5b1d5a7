"""What learning is about, in pictures: an answer and its loss, slopes, ways down, losses that fall."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from nncore import Array
from ui.figures.diagram_base import WIDTH, Diagram, Place
from ui.figures.plot import Plot
from ui.numbers import minus, share
from ui.theme import Theme, mix

LEFT = 48
"""Where plots begin, right of the numbers along their edge."""


def losses_of_one(theme: Theme, p: float, square: float, entropy: float, alt: str) -> Diagram:
    """Draw −log p against the probability p of the right answer, and where both losses are now."""
    diagram = Diagram(theme, 238, alt)
    plot = Plot(diagram, "loss", (LEFT, 14), WIDTH - LEFT - 14, 180, (0, 1), (0, 4))
    plot.frame((0, 0.25, 0.5, 0.75, 1), (0, 1, 2, 3, 4))
    ps = np.linspace(0.001, 1, 160)
    plot.curve("entropy", ps, -np.log(ps), theme.primary)
    plot.dot("entropy now", p, min(entropy, 4), theme.highlight)
    plot.dot("square now", p, square, theme.negative)
    u, v = plot.at(0.16, 2.6)
    diagram.text("words", (u + 8, v), "cross-entropy, −log p", theme.primary_word, anchor="start")
    diagram.text("more words", (u + 8, v + 22), "● sum of squares", theme.negative_word, anchor="start")
    middle = plot.at(0.5, 0)
    diagram.text("axis", (middle[0], 226), "probability of the right answer", theme.muted)
    return diagram


def staircase(theme: Theme, moves: Array, losses: Array, shares: Array, now: int, alt: str) -> Diagram:
    """Draw how the loss and the accuracy change as one weight is moved, each in a plot of its own."""
    diagram = Diagram(theme, 300, alt)
    for top, name, values, colour in ((28, "loss", losses, theme.primary), (168, "share", shares, theme.ink)):
        low, high = float(values.min()), float(values.max())
        room = max(0.1 * (high - low), 0.002)
        ends = (low - room, high + room)
        x = (float(moves[0]), float(moves[-1]))
        plot = Plot(diagram, name, (LEFT + 14, top), WIDTH - LEFT - 28, 90, x, ends)
        plot.frame((x[0], 0, x[1]) if name == "share" else (), ())
        u = plot.at(float(moves[now]), 0)[0]
        diagram.box(f"{name} now", (u - 5, top), 10, 90, round=0)
        plot.curve(name, moves, values, colour)
        number = f"{values[now]:.5f}" if name == "loss" else share(values[now], 1)
        words = "mean loss" if name == "loss" else "read correctly"
        ink = theme.primary_word if name == "loss" else theme.ink
        diagram.text(f"{name} words", (LEFT + 14, top - 14), f"{words}: {number}", ink, anchor="start")
    return diagram


def tangent(
    theme: Theme, curve: tuple[Array, Array], place: Place, slope: float, alt: str, ys: Sequence[float]
) -> Diagram:
    """Draw a curve, and the straight line that touches it at a place; `ys` are the numbers at its side."""
    diagram = Diagram(theme, 280, alt)
    (x, y), xs = place, curve[0]
    ends, room = (float(xs[0]), float(xs[-1])), 0.15 * (ys[-1] - ys[0])
    plot = Plot(diagram, "f", (LEFT, 14), WIDTH - LEFT - 14, 230, ends, (ys[0] - room, ys[-1] + room))
    plot.frame(np.linspace(*ends, 7).tolist(), ys)
    plot.curve("curve", *curve, theme.primary)
    if np.isfinite(slope):
        plot.curve("tangent", xs, y + slope * (xs - x), theme.positive if slope > 0 else theme.negative, 2.5)
    plot.dot("here", x, y, theme.highlight, 7)
    return diagram


def spoiled(theme: Theme, steps: Array, errors: Array, now: int, alt: str) -> Diagram:
    """Draw how far a measured slope is off against the small step, both as powers of ten."""
    diagram = Diagram(theme, 250, alt)
    x = (float(steps[0]), float(steps[-1]))
    plot = Plot(diagram, "off", (LEFT + 14, 26), WIDTH - LEFT - 34, 180, x, (-14, 1))
    for power in range(int(x[0]), int(x[1]) + 1, 4):
        diagram.text(f"step {power}", (plot.at(power, 0)[0], 224), minus(f"1e{power}"), theme.muted)
    for power in (-14, -10, -5, 0):
        place = (LEFT + 6, plot.at(0, power)[1])
        diagram.text(f"e {power}", place, minus(f"1e{power}"), theme.muted, anchor="end")
    plot.frame()
    u = plot.at(float(steps[now]), 0)[0]
    diagram.box("now", (u - 6, 26), 12, 180, round=0)
    plot.curve("off", steps, errors, theme.primary)
    diagram.text("words", (LEFT + 18, 12), "off by", theme.primary_word, anchor="start")
    diagram.text("delta", (WIDTH - 12, 241), "Δ", theme.muted, anchor="end")
    return diagram


def descent(
    theme: Theme,
    grid: Array,
    surface: Array,
    levels: npt.ArrayLike,
    arrows: Sequence[tuple[float, float, float, float]],
    path: Array,
    alt: str,
) -> Diagram:
    """Draw a loss seen from above, darker at each of the levels, with arrows downhill and a path."""
    diagram = Diagram(theme, 310, alt, width=340)
    ends = (float(grid[0]), float(grid[-1]))
    plot = Plot(diagram, "map", (LEFT, 10), 274, 274, ends, ends)
    bands = np.asarray(levels)
    share = np.digitize(finer(surface), bands)[::-1] / len(bands)
    pixels = np.round(255 * mix(theme.paper, theme.full, 0.55 * share)).astype(np.uint8)
    diagram.picture("heights", plot.corner, plot.width, plot.height, pixels)
    for number, (x, y, u, v) in enumerate(arrows):
        _arrow(plot, f"arrow {number}", (x, y), (u, v))
    plot.frame(np.linspace(*ends, 5), np.linspace(*ends, 5))  # type: ignore[arg-type]
    plot.curve("path", path[:, 0], path[:, 1], theme.negative, 2.5)
    for number, (x, y) in enumerate(path[:40]):
        plot.dot(f"stop {number}", x, y, theme.negative, 3)
    plot.dot("end", float(path[-1, 0]), float(path[-1, 1]), theme.highlight, 7)
    return diagram


def finer(surface: Array) -> Array:
    """Return a square table of heights with 256 rows and columns, the new ones in between."""
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
    plot.curve(name, xs, ys, plot.diagram.theme.ink, 1.2)


def falling(
    theme: Theme, series: Mapping[str, tuple[Array, Array]], top: float, alt: str, *, shares: bool = False
) -> Diagram:
    """Draw losses (or, with `shares`, shares up to 1) against the number of steps, a line for each name."""
    diagram = Diagram(theme, 230, alt)
    last = max((float(steps[-1]) for steps, _ in series.values() if len(steps)), default=1.0)
    looks = ((theme.primary, theme.primary_word, "none"), (theme.negative, theme.negative_word, "7 4"))
    plot = Plot(diagram, "falls", (LEFT, 30), WIDTH - LEFT - 22, 170, (0, max(last, 1)), (0, top))
    plot.frame((0, max(last, 1)), (0, round(top / 2, 3), round(top, 3)))
    for (name, (steps, values)), (colour, word, dashes), x in zip(
        series.items(), looks, (LEFT, 250), strict=False
    ):
        plot.curve(name, steps, values, colour, 1.8, dashes=dashes)
        now = "" if not len(values) else share(values[-1], 1) if shares else f"{values[-1]:.4f}"
        diagram.text(
            f"{name} words", (x, 14), f"{'– – ' * (dashes != 'none')}{name} {now}", word, anchor="start"
        )
    return diagram


def class_colours(theme: Theme, share: Array) -> Array:
    """Colour the probability of the second class: one end of the diverging palette to the other."""
    signed = 2 * np.asarray(share, float) - 1
    below, above = mix(theme.paper, theme.negative, -signed), mix(theme.paper, theme.positive, signed)
    return np.where((signed < 0)[..., np.newaxis], below, above)
