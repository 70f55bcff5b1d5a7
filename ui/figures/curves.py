"""Line charts of accuracy, error and time."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

import numpy as np

from nncore import Array, Bin, Timings
from ui.figures.axis import Axis, Ends, Writer, cell_text
from ui.figures.diagram_base import Column, Diagram
from ui.figures.plot import Dot, Line, line_chart
from ui.language import _
from ui.numbers import grouped
from ui.theme import Theme

Curves = Mapping[str, tuple[Column, Column]]
"""x and y of each line by its name; a shorter line has the first of the same x."""
LEAST = 1e-4
"""The least value on a logarithmic axis, which has no zero."""


def curves_chart(
    theme: Theme, curves: Curves, across: str, x: Axis, y: Axis, alt: str, **look: Any
) -> Diagram:
    """Draw up to three lines against x, which the table calls `across`; `look` goes to `line_chart`."""
    looks = (
        (theme.primary, theme.primary_word, "none"),
        (theme.negative, theme.negative_word, "7 4"),
        (theme.muted, theme.muted, "2 3"),
    )
    lines = {
        name: Line(*curve, colour, 2.0, dashes, word)
        for (name, curve), (colour, word, dashes) in zip(curves.items(), looks, strict=False)
    }
    longest = max((xs for xs, _ys in curves.values()), key=len)
    columns = {across: longest, **{name: ys for name, (_xs, ys) in curves.items()}}
    look.setdefault("legend", {name: name for name in lines})
    return line_chart(theme, lines, x, y, alt, columns=columns, **look)


def shares_chart(
    theme: Theme, curves: Curves, across: str, now: float, alt: str, lowest: float = 0, ends: Ends = (0, 1)
) -> Diagram:
    """Draw shares from `lowest` to 1 against x between its `ends`, with the highlighter at `now`."""
    x, y = Axis(ends, across), Axis((lowest, 1), most=6, write=percentage)
    return curves_chart(theme, curves, across, x, y, alt, now=now, grid=True)


def training_chart(theme: Theme, curves: Mapping[str, Array], alt: str, write: Writer = cell_text) -> Diagram:
    """Draw errors or losses by epoch, a line for each name.

    Both scales are logarithmic: most happens at the beginning, and halving an error is the same
    step wherever it begins.
    """
    low, high = (end(end(values) for values in curves.values()) for end in (min, max))
    epochs = np.arange(1, len(next(iter(curves.values()))) + 1)
    x = Axis((1, len(epochs)), _("Epoch"), log=True)
    y = Axis((max(float(low), LEAST), float(high)), log=True, write=write)
    lines = {name: (epochs, values) for name, values in curves.items()}
    return curves_chart(theme, lines, _("epoch"), x, y, alt)


def batch_curve(theme: Theme, timings: Timings, chosen: int, alt: str) -> Diagram:
    """Draw the seconds for all images against the batch size, both on a logarithmic scale.

    A bar reaches from the shortest to the longest run of a size, and a line joins the runs in the middle.
    """
    sizes, runs = zip(*timings, strict=True)
    least, middle, most = list(map(min, runs)), list(map(median, runs)), list(map(max, runs))
    lines = {"middle": Line(sizes, middle, theme.muted, 1.5)}
    for size, shortest, longest in zip(sizes, least, most, strict=True):
        lines[f"runs of {size}"] = Line((size, size), (shortest, longest), theme.primary, 6)
    columns = {_("images in a batch"): sizes, _("shortest s"): least}
    columns |= {_("middle s"): middle, _("longest s"): most}
    title = _("Seconds for {count} images").format(count=grouped(10_000))
    x = Axis((1, 10_000), _("Images in a batch"), (1, 10, 100, 1000, 10_000), log=True)
    y = Axis((min(least) / 1.3, max(most) * 1.3), title, log=True)
    dots = [Dot(*place, theme.primary, 4) for place in zip(sizes, middle, strict=True)]
    return line_chart(theme, lines, x, y, alt, now=chosen, dots=dots, columns=columns)


def reliability_chart(theme: Theme, bins: Sequence[Bin], alt: str) -> Diagram:
    """Draw how often answers are right against how sure they were; honest ones lie on the diagonal."""
    sure, right, counts = zip(*((each.confidence, each.accuracy, each.count) for each in bins), strict=True)
    lines = {"honest": Line((0, 1), (0, 1), theme.muted, 2, "5 5"), "bins": Line(sure, right, theme.primary)}
    radii = 3 + 8 * np.sqrt(np.array(counts) / max(counts))
    dots = [Dot(x, y, theme.primary, float(radius)) for x, y, radius in zip(sure, right, radii, strict=True)]
    columns = {_("how sure it was"): sure, _("how often it was right"): right, _("answers"): counts}
    x, y = (
        Axis((0, 1), name, (0, 0.25, 0.5, 0.75, 1), write=percentage)
        for name in (_("How sure it was"), _("How often it was right"))
    )
    return line_chart(theme, lines, x, y, alt, dots=dots, columns=columns)


def parts_chart(theme: Theme, shares: Array, lowest: float, alt: str) -> Diagram:
    """Draw the share of right answers in each part of the images as a dot, from `lowest` to 1."""
    parts = np.arange(1, len(shares) + 1)
    dots = [Dot(part, right, theme.primary, 4) for part, right in zip(parts.tolist(), shares, strict=True)]
    x = Axis((0, len(shares) + 1), _("Part"), most=9)
    y = Axis((lowest, 1), most=6, write=percentage)
    columns = {_("part"): parts, _("share right"): shares}
    return line_chart(theme, {}, x, y, alt, dots=dots, columns=columns)


def percentage(value: float) -> str:
    """Return a share along an axis: 90 %, 0.5 %."""
    return _("{number} %").format(number=cell_text(100 * value))
