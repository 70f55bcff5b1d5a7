"""Where perceptrons fire in a square, and where their lines cross it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import PERCEPTRONS, Perceptron, boundary, firing_region

SQUARE = {(-0.5, -0.5), (1.5, -0.5), (1.5, 1.5), (-0.5, 1.5)}
tenths = st.integers(-20, 20).map(lambda n: n / 10)
perceptrons = st.builds(lambda w1, w2, b: Perceptron((w1, w2), b), tenths, tenths, tenths)


def region(*perceptrons: Perceptron) -> list[tuple[float, float]]:
    return firing_region(perceptrons, -0.5, 1.5)


def area(corners: list[tuple[float, float]]) -> float:
    """The shoelace formula."""
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def test_a_horizontal_line_by_hand() -> None:
    perceptron = Perceptron((0, -2), 1)  # fires below x2 = 0.5
    assert set(boundary(perceptron, -0.5, 1.5)) == {(-0.5, 0.5), (1.5, 0.5)}
    assert set(region(perceptron)) == {(-0.5, -0.5), (1.5, -0.5), (1.5, 0.5), (-0.5, 0.5)}


@pytest.mark.parametrize(("b", "corners"), [(1, SQUARE), (0, set()), (-1, set())])
def test_without_weights_there_is_no_line_and_b_decides(b: float, corners: set[tuple[float, float]]) -> None:
    assert boundary(Perceptron((0, 0), b), -0.5, 1.5) == []
    assert set(region(Perceptron((0, 0), b))) == corners


def test_the_band_of_xor_is_a_hexagon_by_hand() -> None:
    corners = region(PERCEPTRONS["NAND"], PERCEPTRONS["OR"])  # 0.5 < x1 + x2 < 1.4
    assert len(corners) == 6
    below, above = 1.5 * 1.5 / 2, 1.6 * 1.6 / 2  # the two triangles cut off
    assert area(corners) == pytest.approx(4 - below - above)


@given(perceptrons)
def test_a_line_has_the_sum_zero_and_bounds_the_region(perceptron: Perceptron) -> None:
    ends = boundary(perceptron, -0.5, 1.5)
    assert len(ends) in (0, 2)
    for end in ends:
        assert perceptron.weighted_sum(*end) == pytest.approx(0, abs=1e-9)
        assert end in region(perceptron)
