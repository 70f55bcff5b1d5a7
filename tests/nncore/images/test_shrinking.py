"""Pictures made smaller: each pixel is the mean of those that it stands for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nncore import prepare, shrink
from nncore.images.framing import area_weights, resize
from tests.support.round_pen import SEVEN, draw


def test_area_averaging_by_hand() -> None:
    assert resize(np.array([[1, 3, 5, 7]], np.float32), 1, 2).tolist() == [[2, 6]]
    np.testing.assert_allclose(resize(np.array([[3, 6, 9]], np.float32), 1, 2), [[4, 8]], rtol=1e-6)
    assert resize(np.array([[1], [2]], np.float32), 4, 1).tolist() == [[1], [1], [2], [2]]


@given(old=st.integers(1, 400), new=st.integers(1, 60))
def test_area_averaging_keeps_the_mean(old: int, new: int) -> None:
    weights = area_weights(old, new)
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-4)  # a row is a mean
    np.testing.assert_allclose(weights.sum(axis=0), new / old, rtol=1e-3)  # all count alike


def test_shrinking_is_the_mean_of_every_ten_by_ten_pixels() -> None:
    picture = draw(SEVEN, paper=(255, 255, 255), ink=(0, 0, 0))
    blocks = (255 - picture[:, :, 0].astype(float)).reshape(28, 10, 28, 10).mean(axis=(1, 3)) / 255
    np.testing.assert_allclose(shrink(picture), blocks, atol=1e-5)
    np.testing.assert_array_equal(shrink(picture, prepare(picture).ink), shrink(picture))
