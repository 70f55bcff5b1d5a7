"""Connected pieces: by hand, and against a search that walks from pixel to neighbouring pixel."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nncore.images.components import label_components


def walked(mask: np.ndarray) -> np.ndarray:
    """The same labels, by walking: from each new pixel to all that can be reached from it."""
    labels = np.full(mask.shape, -1)
    number = 0
    for place in zip(*np.nonzero(mask), strict=True):
        if labels[place] >= 0:
            continue
        waiting = [place]
        while waiting:
            row, column = waiting.pop()
            for r in range(max(row - 1, 0), min(row + 2, mask.shape[0])):
                for c in range(max(column - 1, 0), min(column + 2, mask.shape[1])):
                    if mask[r, c] and labels[r, c] < 0:
                        labels[r, c] = number
                        waiting.append((r, c))
        number += 1
    return labels


def masks() -> st.SearchStrategy[np.ndarray]:
    return st.builds(
        lambda seed, height, width, share: np.random.default_rng(seed).random((height, width)) < share,
        st.integers(0, 10_000),
        st.integers(1, 24),
        st.integers(1, 24),
        st.floats(0, 1),
    )


@given(mask=masks())
def test_the_same_as_by_walking(mask: np.ndarray) -> None:
    pieces = label_components(mask)
    np.testing.assert_array_equal(pieces.labels, walked(mask))
    for number, (area, (top, left, bottom, right)) in enumerate(zip(pieces.areas, pieces.boxes, strict=True)):
        rows, columns = np.nonzero(pieces.labels == number)
        assert area == len(rows)
        assert (top, left) == (rows.min(), columns.min())
        assert (bottom, right) == (rows.max() + 1, columns.max() + 1)
