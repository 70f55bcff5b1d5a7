"""Distortions against hand-made cases: each of them a picture that one can check by eye."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore import Distortion, Layer, Network, distort, load_images, read_distorted


@pytest.fixture(scope="module")
def digits() -> np.ndarray:
    return load_images("test")[0][:50] / np.float32(255)


def distorted(images: np.ndarray, **by: float) -> np.ndarray:
    return distort(images, Distortion(**by), np.random.default_rng(0))


def frame(*inked: tuple[int, int]) -> np.ndarray:
    picture = np.zeros((1, 28, 28), np.float32)
    for row, column in inked:
        picture[0, row, column] = 1
    return picture


@pytest.mark.parametrize("pixels", [0, 1, -3, 27])
def test_a_shift_by_whole_pixels_is_a_roll_within_the_frame(digits, pixels) -> None:
    rolled = np.roll(digits, pixels, axis=2)
    rolled[:, :, slice(0, pixels) if pixels >= 0 else slice(pixels, None)] = 0  # nothing comes back
    assert (distorted(digits, right=pixels) == rolled).all()
    assert (distorted(digits.transpose(0, 2, 1), down=pixels) == rolled.transpose(0, 2, 1)).all()


@pytest.mark.parametrize("quarter", [1, 2, -1])
def test_quarter_turns_are_rot90(digits, quarter) -> None:
    assert (distorted(digits, turn=90 * quarter) == np.rot90(digits, quarter, axes=(1, 2))).all()


def test_twice_the_size_from_the_middle() -> None:
    """Four pixels around the middle become four by four, paler at the rim, as bilinear growth does."""
    grown = distorted(frame((13, 13), (13, 14), (14, 13), (14, 14)), size=2)[0]
    line = np.array([0.25, 0.75, 1, 1, 0.75, 0.25], np.float32)
    expected = np.zeros((28, 28))
    expected[11:17, 11:17] = np.outer(line, line)
    assert grown == pytest.approx(expected, abs=1e-6)


def test_slanting_leans_to_the_right_at_the_top() -> None:
    upright = frame(*((row, 13) for row in range(28)))
    columns = distorted(upright, slant=1)[0] @ np.arange(28)
    assert columns[2:26] == pytest.approx(13 + 13.5 - np.arange(2, 26), abs=1e-5)


def test_thickening_by_one_pixel_makes_a_plus_of_a_dot() -> None:
    plus = frame((10, 10), (9, 10), (11, 10), (10, 9), (10, 11))
    assert (distorted(frame((10, 10)), thickness=1) == plus).all()
    assert (distorted(plus, thickness=-1) == frame((10, 10))).all()
    assert distorted(frame((10, 10)), thickness=0.5)[0, 9, 10] == 0.5


def test_contrast_inversion_and_noise() -> None:
    greys = np.full((100, 28, 28), 0.9, np.float32)
    assert distorted(greys, contrast=0.5) == pytest.approx(0.7)
    assert distorted(greys, contrast=3) == pytest.approx(1)
    assert distorted(greys, inverted=True) == pytest.approx(0.1)
    assert distorted(greys - 0.4, noise=0.1).std() == pytest.approx(0.1, rel=0.02)


@settings(max_examples=30)
@given(
    by=st.fixed_dictionaries(
        {
            **dict.fromkeys(("right", "down"), st.floats(-14, 14)),
            "turn": st.floats(-180, 180),
            "size": st.floats(0.3, 2),
            "slant": st.floats(-1, 1),
            "thickness": st.floats(-2, 3),
            "contrast": st.floats(0, 2),
            "noise": st.floats(0, 5),
            "inverted": st.booleans(),
        }
    )
)
def test_whatever_the_distortion_a_picture_stays_a_picture(by) -> None:
    images = np.random.default_rng(1).random((3, 28, 28), np.float32)
    before = images.copy()
    seen = distorted(images, **by)
    assert (seen.shape, seen.dtype) == (images.shape, np.float32)
    assert -1e-5 <= seen.min() <= seen.max() <= 1 + 1e-5
    assert (images == before).all()


def test_reading_what_was_distorted() -> None:
    """A network that answers with the column of the ink: distorted by two, it is wrong by two."""
    columns = np.tile(np.eye(28), (28, 1))[:, :10]
    network = Network([Layer(columns, np.zeros(10), "identity_function")])
    images = np.concatenate([frame((14, column)) for column in range(8)])
    for labels, right in ((np.arange(8), 0), (np.arange(2, 10), 8)):
        (read,) = read_distorted(network, images, labels, Distortion(right=2), prepared=False)
        assert (read.done, read.correct, read.total) == (8, right, 8)
        pairs = np.zeros((10, 10), int)
        pairs[labels, np.arange(2, 10)] = 1  # each label, and the column where its ink is now
        assert read.confusion.tolist() == pairs.tolist()
