"""From a drawing to MNIST's form: against MNIST itself, and stage by stage."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import Preparation, load_images, prepare, to_mnist
from tests.support.round_pen import FOUR, SEVEN, draw


def enlarged(image: np.ndarray) -> np.ndarray:
    """An MNIST picture as a drawing ten times as large, dark on light."""
    return (255 - image).repeat(10, axis=0).repeat(10, axis=1)


# Against MNIST itself


@pytest.fixture(scope="module")
def test_images() -> np.ndarray:
    return load_images("test")[0]


def test_an_enlarged_test_image_gives_nearly_the_same_numbers(test_images) -> None:
    prepared = np.array([to_mnist(enlarged(image)) for image in test_images[:200]])
    difference = np.abs(prepared - test_images[:200] / 255)
    assert difference.max() < 0.03
    assert difference.mean() < 0.001


def centre_of_mass(pixels: np.ndarray) -> tuple[float, float]:
    line = np.arange(28)
    return pixels.sum(axis=1) @ line / pixels.sum(), pixels.sum(axis=0) @ line / pixels.sum()


@pytest.mark.parametrize("points", [SEVEN, FOUR])
@pytest.mark.parametrize("width", [6, 18, 34])
def test_a_drawing_comes_out_with_the_measures_of_mnist(points, width) -> None:
    pixels = to_mnist(draw(points, width))
    assert (pixels.shape, pixels.dtype) == ((28, 28), np.float32)
    assert (pixels.min(), pixels.max()) == (0, 1)
    rows, columns = np.flatnonzero(pixels.any(axis=1)), np.flatnonzero(pixels.any(axis=0))
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
    assert all(13.5 - 1e-4 <= c <= 14.5 + 1e-4 for c in centre_of_mass(pixels))


def test_a_square_by_hand() -> None:
    """40×40 pixels of ink become 20×20; their middle, 9.5, comes to lie at 13.5 or 14.5."""
    picture = np.full((100, 100), 255, np.uint8)
    picture[10:50, 30:70] = 0
    p = prepare(picture)
    assert p.box == (10, 30, 50, 70)
    np.testing.assert_allclose(p.scaled, np.ones((20, 20)), atol=1e-6)
    assert p.origin == (4, 4)  # where MNIST has it: 4 rows of paper on every side
    assert p.pixels[4:24, 4:24].min() > 0.999
    assert p.pixels.sum() == pytest.approx(400, abs=0.01)


# A drawing's stages


def anything_drawn():
    points = st.lists(st.tuples(st.integers(0, 119), st.integers(0, 89)), min_size=2, max_size=5)
    return st.builds(
        draw, points, st.integers(1, 20), st.just((120, 90)), transparent=st.booleans()
    )  # fmt: skip


@given(picture=anything_drawn())
def test_the_stages_fit_each_other(picture: np.ndarray) -> None:
    before = picture.copy()
    p = prepare(picture)
    assert isinstance(p, Preparation)
    np.testing.assert_array_equal(picture, before)
    assert p.ink.shape == picture.shape[:2]
    top, left, bottom, right = p.box
    outside = p.ink.copy()
    outside[top:bottom, left:right] = 0
    assert outside.max() < 0.03
    assert all(p.ink[edge].max() >= 0.02 for edge in np.s_[top, bottom - 1, :, :][:2])
    assert min(p.ink[:, left].max(), p.ink[:, right - 1].max()) >= 0.02
    height, width = p.scaled.shape
    assert max(height, width) == 20
    longer = max(bottom - top, right - left)
    assert height == pytest.approx((bottom - top) * 20 / longer, abs=1)
    assert width == pytest.approx((right - left) * 20 / longer, abs=1)
    row, column = p.origin
    np.testing.assert_array_equal(p.pixels[row : row + height, column : column + width], p.scaled)
    assert p.pixels.sum(dtype=np.float64) == pytest.approx(p.scaled.sum(dtype=np.float64))
    assert {p.ink.dtype, p.scaled.dtype, p.pixels.dtype} == {np.dtype(np.float32)}
    for stage in (p.ink, p.scaled, p.pixels):
        assert stage.min() >= 0
        assert stage.max() == pytest.approx(1, abs=1e-6)
    np.testing.assert_array_equal(to_mnist(picture), p.pixels)
