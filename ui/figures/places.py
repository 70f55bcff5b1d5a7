"""Places on a diagram: on the way from one to another, and in columns."""

from collections.abc import Sequence

import numpy as np

Place = tuple[float, float]
"""x and y, in units of the diagram."""


def between(start: Place, end: Place, share: float) -> Place:
    """Return the place at a share of the way from `start` to `end`."""
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def in_columns(
    sizes: Sequence[int], ends: Place, middle: float, apart: float, room: float
) -> list[list[Place]]:
    """Return the places of columns from one end on x to the other, `apart` around a line if there is room."""
    return [
        [(float(x), middle + min(apart, room / max(n - 1, 1)) * (i - (n - 1) / 2)) for i in range(n)]
        for x, n in zip(np.linspace(*ends, len(sizes)), sizes, strict=True)
    ]
