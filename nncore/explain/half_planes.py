"""Where perceptrons of two inputs fire, as a shape in the plane: what a picture of them needs.

The line w1·x1 + w2·x2 + b = 0 parts the plane; on one side of it the perceptron fires. Cutting
a square by one such line after the other leaves the part in which all of them fire.
"""

from collections.abc import Iterator, Sequence

from nncore.gates import Perceptron

Point = tuple[float, float]


def firing_region(perceptrons: Sequence[Perceptron], low: float, high: float) -> list[Point]:
    """Return the corners of the part of a square in which all perceptrons fire.

    Parameters
    ----------
    perceptrons : sequence of Perceptron
        Of two inputs each.
    low, high : float
        The square runs from `low` to `high` on both axes.

    Returns
    -------
    list of (x1, x2)
        Empty if they fire nowhere in it.
    """
    region = _square(low, high)
    for perceptron in perceptrons:
        region = list(_cut(perceptron, region))
    return region


def boundary(perceptron: Perceptron, low: float, high: float) -> list[Point]:
    """Return the two ends of a perceptron's line in a square, or none if it does not cross it."""
    corners = _square(low, high)
    crossings = (
        _crossing(perceptron, *side) for side in zip(corners, corners[1:] + corners[:1], strict=True)
    )
    return [point for point in crossings if point]


def _square(low: float, high: float) -> list[Point]:
    return [(low, low), (high, low), (high, high), (low, high)]


def _cut(perceptron: Perceptron, region: list[Point]) -> Iterator[Point]:
    """Walk around a convex region and yield the corners of the part where a perceptron fires."""
    for start, end in zip(region, region[1:] + region[:1], strict=True):
        if perceptron(*start):
            yield start
        crossing = _crossing(perceptron, start, end)
        if crossing:
            yield crossing


def _crossing(perceptron: Perceptron, start: Point, end: Point) -> Point | None:
    """Return where a side crosses the line, or None if both its ends answer the same."""
    if perceptron(*start) == perceptron(*end):
        return None
    a, z = perceptron.weighted_sum(*start), perceptron.weighted_sum(*end)
    share = a / (a - z)
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
