"""The book's three curves: its figures 3-6, 3-7 and 3-9 over the sums of its listings."""

import numpy as np
import pytest

from ui.figures.book_curves import book_curves
from ui.theme import LIGHT


def test_the_three_curves_are_the_books() -> None:
    step, sigmoid, relu = (np.array(axes.lines[0].get_xydata()) for axes in book_curves(LIGHT).axes)
    assert step[:, 0].tolist() == np.arange(-5.0, 5.0, 0.1).tolist()
    assert set(step[:, 1]) == {0, 1}
    assert sigmoid[0, 1] == pytest.approx(0.0066929, abs=1e-6)
    assert relu[:, 1].max() == relu[-1, 0]
    assert not relu[:50, 1].any()
