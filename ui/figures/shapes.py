"""The shapes of a forward pass, to scale: each product is a rectangle where rows meet columns.

A matrix product is drawn in Falk's way: the left factor beside the result, the right one above
it. So the rows of X run on through Z1 and Z2 to Y, and each W stands on the columns it makes.
"""

from collections.abc import Sequence

from ui.figures.diagram_base import TEXT, WIDTH, Diagram
from ui.language import _
from ui.theme import Theme, hex_colour, mix

LEFT, GAP, RIGHT = 10, 64, 34
"""The room left of, between and right of the matrices."""
EDGE = 50
"""The room for two lines of text above and below."""
HAIR = 2
"""The height of a matrix of one row, which to scale would be too thin to see."""
TALLEST = 784
"""The most rows that are drawn: a batch of 10 000 would be thirteen times as tall as W1."""


def batch_shapes(
    theme: Theme, sizes: Sequence[int], batch: int, alt: str, names: Sequence[str] = (), weights: str = "W{n}"
) -> Diagram:
    """Draw X, the weights and their products for a batch, all to one scale.

    `names` are those of X and the products, by default X, Z1, …, Y.
    """
    unit = (WIDTH - LEFT - RIGHT - GAP * (len(sizes) - 1)) / sum(sizes)
    rows, tall = max(HAIR, min(batch, TALLEST) * unit), max(sizes[:-1]) * unit
    top = EDGE + tall + GAP / 4
    diagram = Diagram(theme, top + rows + EDGE, alt)
    names = names or ["X", *(f"Z{n}" for n in range(1, len(sizes) - 1)), "Y"]
    inks = hex_colour(mix(theme.paper, theme.full, 0.75)), hex_colour(mix(theme.paper, theme.positive, 0.6))
    left: float = LEFT
    for n, (name, size) in enumerate(zip(names, sizes, strict=True)):
        width = max(HAIR, size * unit)
        diagram.box(name, (left, top), width, rows, fill=inks[0], round=0)
        _name(diagram, (left + width / 2, top + rows + 14), name, f"{batch}×{size}")
        if n:
            height, above = max(HAIR, sizes[n - 1] * unit), weights.format(n=n)
            diagram.box(above, (left, top - GAP / 4 - height), width, height, fill=inks[1], round=0)
            place = (left + width / 2, top - GAP / 4 - height - 32)
            _name(diagram, place, above, f"{sizes[n - 1]}×{size}")
        left += width + GAP
    words = _("1 image\nat a time") if batch == 1 else _("{count} images\nat once").format(count=batch)
    first, _break, second = words.partition("\n")
    _name(diagram, (LEFT + sizes[0] * unit / 2, top - GAP / 4 - tall / 2), first, second)
    return diagram


def _name(diagram: Diagram, place: tuple[float, float], first: str, second: str) -> None:
    """Write two lines of text."""
    x, y = place
    diagram.text(f"first of {first} {x}", (x, y), first)
    diagram.text(f"second of {first} {x}", (x, y + 1.15 * TEXT), second)
