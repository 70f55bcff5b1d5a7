"""The nearest images are those that plain Python finds when it compares every pixel."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nncore import Gallery, load_images, nearest, squared_distances
from nncore.explain.nearest import SLICE
from tests.support.cost import cost_of

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


def test_across_the_slices_and_with_ties() -> None:
    images = np.random.default_rng(0).integers(0, 3, (2 * SLICE + 7, 2, 2), np.uint8)
    picture = images[SLICE]
    assert nearest(Gallery.of(images), picture, 40).tolist() == by_brute_force(images, picture, 40)


def test_an_image_is_nearest_to_itself_and_a_single_grey_counts() -> None:
    images = load_images("train")[0][:5000]
    gallery, picture = Gallery.of(images), images[4321].copy()
    picture[14, 8] ^= 1
    assert nearest(gallery, picture, 3).tolist() == by_brute_force(images, picture, 3)
    assert nearest(gallery, picture, 1).tolist() == [4321]


def test_of_all_training_images_the_same_as_all_compared_pixel_by_pixel() -> None:
    images, gallery = load_images("train")[0], Gallery.of(load_images("train")[0])
    pictures = [*load_images("test")[0][:20], images[7].T, 255 - images[8], np.zeros((28, 28), np.uint8)]
    for picture in pictures:
        exact = squared_distances(images.reshape(-1, 784), picture.ravel())
        assert nearest(gallery, picture, 6).tolist() == np.argsort(exact, kind="stable")[:6].tolist()


def test_pictures_that_are_the_same_at_half_the_size_are_told_apart() -> None:
    images = np.random.default_rng(0).permuted(np.tile(np.uint8([0, 9, 50, 255]), (300, 1)), axis=1)
    images = images.reshape(-1, 2, 2)
    for picture in images[:20]:
        assert nearest(Gallery.of(images), picture, 30).tolist() == by_brute_force(images, picture, 30)


def test_the_farthest_greys_are_far() -> None:
    """Greys are bytes: their differences must not wrap around."""
    images = np.array([np.zeros((28, 28)), np.full((28, 28), 200)], np.uint8)
    assert nearest(Gallery.of(images), np.full((28, 28), 255, np.uint8), 1).tolist() == [1]


def test_no_picture_makes_the_search_long() -> None:
    setup = (
        "import numpy as np; from nncore import Gallery, load_images, nearest\n"
        "gallery, rng = Gallery.of(load_images('train')[0][:50_000]), np.random.default_rng(0)\n"
        "checks = (np.indices((28, 28)).sum(axis=0) % 2 * 255).astype(np.uint8)\n"
        "bad = [np.zeros((28, 28), np.uint8), np.full((28, 28), 255, np.uint8), checks, 255 - checks]\n"
        "bad += [rng.integers(0, 256, (28, 28), np.uint8) for _ in range(4)]\n"
    )
    assert cost_of("for picture in bad: nearest(gallery, picture, 6)", setup=setup).cpu_seconds < 8 * 0.15
