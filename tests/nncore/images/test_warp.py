"""Moved pixels and changed strokes: both ways to move agree, and thickness is ink."""

import numpy as np
import pytest

from nncore.images.warp import change_thickness, placement, sample, sampling_matrix
from nncore.mnist import load_images


@pytest.fixture(scope="module")
def digits():
    return load_images("train")[0][:64].astype(np.float32) / 255


@pytest.mark.parametrize("turn", [0.0, 0.3, 2.0])
def test_a_product_with_the_matrix_reads_where_sampling_reads(digits, turn):
    grid = np.indices((28, 28)).reshape(2, -1) - 13.5
    source = placement(turn, 0.2, 1.1) @ grid + [[12.9], [14.4]]
    y, x = np.broadcast_to(source.reshape(2, 1, 28, 28), (2, len(digits), 28, 28))
    product = (digits.reshape(-1, 784) @ sampling_matrix(source)).reshape(digits.shape)
    np.testing.assert_allclose(sample(digits, y, x), product, atol=1e-3)


def test_a_turn_goes_against_the_clock_and_a_slant_to_the_right_below():
    up, right = np.array([-1, 0]), np.array([0, 1])  # row and column
    np.testing.assert_allclose(placement(np.pi / 2, 0) @ right, up, atol=1e-12)
    np.testing.assert_allclose(placement(0, 0.5) @ -up, -up + 0.5 * right)
    np.testing.assert_allclose(placement(0, 0, 2) @ [1, 1], [0.5, 2])


def test_many_are_placed_like_each_alone():
    many = placement(np.array([0.1, 0.2]), np.array([0.3, -0.4]), np.array([1.2, 0.9]))
    np.testing.assert_allclose(many[1], placement(0.2, -0.4, 0.9))


def test_thickness_adds_and_takes_ink(digits):
    n = np.ones(len(digits), np.float32)
    thick, thin = change_thickness(digits, 0.8 * n), change_thickness(digits, -0.8 * n)
    assert (thick.sum(axis=(1, 2)) > digits.sum(axis=(1, 2))).all()
    assert (thin.sum(axis=(1, 2)) < digits.sum(axis=(1, 2))).all()
    np.testing.assert_array_equal(change_thickness(digits, 0 * n), digits)
