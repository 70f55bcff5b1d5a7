"""From a drawing to MNIST's form: unchanged by what should not matter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import to_mnist
from tests.support.round_pen import FOUR, SEVEN, draw


@given(dx=st.integers(-70, 90), dy=st.integers(-70, 70))
def test_moving_the_drawing_changes_nothing(dx: int, dy: int) -> None:
    moved = [(x + dx, y + dy) for x, y in SEVEN]
    np.testing.assert_allclose(to_mnist(draw(moved)), to_mnist(draw(SEVEN)), atol=1e-5)


@given(points=st.lists(st.tuples(st.integers(30, 250), st.integers(30, 250)), min_size=2, max_size=5))
def test_inverting_ink_and_paper_changes_nothing(points) -> None:
    picture = draw(points)
    inverted = picture.copy()
    inverted[:, :, :3] = 255 - inverted[:, :, :3]
    np.testing.assert_allclose(to_mnist(inverted), to_mnist(picture), atol=1e-5)


@pytest.mark.parametrize("points", [SEVEN, FOUR])
def test_light_dark_transparent_and_coloured_are_the_same_drawing(points) -> None:
    reference = to_mnist(draw(points))
    white, black = (255, 255, 255), (0, 0, 0)
    for other in (
        draw(points, paper=white, ink=black),
        draw(points, paper=black, ink=white),
        draw(points, paper=white, ink=(255, 200, 200)),
        draw(points, paper=(0, 0, 255), ink=(255, 255, 0)),
        draw(points, transparent=True),
        draw(points, ink=black, transparent=True),
        draw(points, ink=white, transparent=True),
    ):
        np.testing.assert_allclose(to_mnist(other), reference, atol=1e-5)
