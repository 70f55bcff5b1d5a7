"""Distortions: none changes nothing, each does what it says, and a seed repeats them."""

import numpy as np
import pytest

from nncore.images.framing import centre_of_mass
from nncore.mnist import load_images
from training.augment import (
    Augmentation,
    augment,
    transform,
)


@pytest.fixture(scope="module")
def digits():
    return load_images("train")[0][:64].astype(np.float32) / 255


def blob():
    """An image whose centre of mass lies exactly at index 14."""
    image = np.zeros((1, 28, 28), np.float32)
    image[0, 8:21, 11:18] = 1
    return image


def test_a_shift_by_a_pixel():
    eye = np.eye(2, dtype=np.float32)[None]
    field = np.zeros((1, 2, 28, 28), np.float32)
    field[0, 0], field[0, 1] = -1, 2  # where each pixel comes from: one above, two to the right
    np.testing.assert_allclose(transform(blob(), eye, field), np.roll(blob(), (1, -2), (1, 2)), atol=1e-6)


def test_a_quarter_turn_is_that_of_numpy():
    image = blob()
    image[0, 8, 11] = 0
    image[0, 20, 17] = 0  # keeps the centre, tells the corners apart
    quarter = np.array([[[0, -1], [1, 0]]], np.float32)
    turned = transform(image, quarter)[0]
    expected = np.zeros((28, 28), np.float32)
    expected[1:, 1:] = np.rot90(image[0, 1:, 1:])  # index 14 is the middle of 1 to 27
    assert min(np.abs(turned - expected).max(), np.abs(turned - np.rot90(expected, 2)).max()) < 1e-5


def test_results_are_float32_pictures_prepared_like_drawings(digits):
    out = augment(digits, np.random.default_rng(0), Augmentation())
    assert out.shape == digits.shape
    assert out.dtype == np.float32
    assert out.min() >= 0
    assert out.max() <= 1
    np.testing.assert_allclose(out.max(axis=(1, 2)), 1)
    assert np.abs(centre_of_mass(out) - 14).mean() < 0.5


def test_the_same_generator_gives_the_same_distortions(digits):
    first, second, other = (
        augment(digits, np.random.default_rng(seed), Augmentation()) for seed in (5, 5, 6)
    )
    np.testing.assert_array_equal(first, second)
    assert np.abs(first - other).mean() > 0.01
