"""The nearest images are those that plain Python finds when it compares every pixel."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore import load_images, nearest
from nncore.explain.nearest import SLICE

WIDTH = 6
GALLERIES = st.integers(0, 30).flatmap(
    lambda n: arrays(np.uint8, (n, WIDTH), elements=st.sampled_from([0, 1, 2, 128, 254, 255]))
)


def by_brute_force(images: np.ndarray, pixels: np.ndarray, k: int) -> list[int]:
    def distance(place: int) -> int:
        pairs = zip(images[place].tolist(), pixels.tolist(), strict=True)
        return sum((a - b) ** 2 for a, b in pairs)

    return sorted(range(len(images)), key=distance)[:k]


@given(GALLERIES, arrays(np.uint8, WIDTH), st.integers(0, 10))
def test_as_brute_force_finds_them(images: np.ndarray, pixels: np.ndarray, k: int) -> None:
    assert nearest(images, pixels, k).tolist() == by_brute_force(images, pixels, k)


def test_across_the_slices_and_with_ties() -> None:
    images = np.random.default_rng(0).integers(0, 3, (2 * SLICE + 7, WIDTH), np.uint8)
    pixels = images[SLICE]
    assert nearest(images, pixels, 40).tolist() == by_brute_force(images, pixels, 40)


def test_an_image_is_nearest_to_itself_and_a_single_grey_counts() -> None:
    images = load_images("train")[0][:5000].reshape(-1, 784)
    picture = images[4321].copy()
    picture[400] ^= 1
    assert nearest(images, picture, 3).tolist() == by_brute_force(images, picture, 3)
    assert nearest(images, picture, 1).tolist() == [4321]


def test_the_farthest_greys_are_far() -> None:
    """Greys are bytes: their differences must not wrap around."""
    images = np.array([[0] * 784, [200] * 784], np.uint8)
    assert nearest(images, np.full(784, 255, np.uint8), 1).tolist() == [1]
