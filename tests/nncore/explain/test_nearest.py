"""The nearest images are those that plain Python finds when it compares every pixel."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore import Gallery, load_images, nearest, squared_distances

SIDE = 4
GREYS = st.sampled_from([0, 1, 2, 128, 254, 255])
GALLERIES = st.integers(0, 30).flatmap(lambda n: arrays(np.uint8, (n, SIDE, SIDE), elements=GREYS))


def by_brute_force(images: np.ndarray, picture: np.ndarray, k: int) -> list[int]:
    def distance(place: int) -> int:
        pairs = zip(images[place].ravel().tolist(), picture.ravel().tolist(), strict=True)
        return sum((a - b) ** 2 for a, b in pairs)

    return sorted(range(len(images)), key=distance)[:k]


@given(GALLERIES, arrays(np.uint8, (SIDE, SIDE)), st.integers(0, 10))
def test_as_brute_force_finds_them(images: np.ndarray, picture: np.ndarray, k: int) -> None:
    assert nearest(Gallery.of(images), picture, k).tolist() == by_brute_force(images, picture, k)


def test_of_all_training_images_the_same_as_all_compared_pixel_by_pixel() -> None:
    images, gallery = load_images("train")[0], Gallery.of(load_images("train")[0])
    pictures = [*load_images("test")[0][:5], images[7].T, 255 - images[8], np.zeros((28, 28), np.uint8)]
    for picture in pictures:
        exact = squared_distances(images.reshape(-1, 784), picture.ravel())
        assert nearest(gallery, picture, 6).tolist() == np.argsort(exact, kind="stable")[:6].tolist()


def test_the_farthest_greys_are_far() -> None:
    """Greys are bytes: their differences must not wrap around."""
    images = np.array([np.zeros((28, 28)), np.full((28, 28), 200)], np.uint8)
    assert nearest(Gallery.of(images), np.full((28, 28), 255, np.uint8), 1).tolist() == [1]
