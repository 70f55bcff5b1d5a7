"""A picture and its box: what is found in it, where its frame begins, and how small its stages are kept."""

import numpy as np
import pytest

from nncore import prepare_all
from tests.support.brought_pictures import digits_in, rgba, written
from ui.state.picture import SHOWN, Picture


def test_a_box_makes_us_look_there_alone() -> None:
    picture = Picture(rgba(written(3, 5)), "your file", 0)
    assert len(digits_in(picture)) == 2
    picture.put_box((50, 190, 240, 400))
    (digit,) = digits_in(picture)
    (expected,) = prepare_all(rgba(written(3, 5)), (50, 190, 240, 400))
    np.testing.assert_array_equal(digit.pixels, expected.pixels)
    picture.put_box(None)
    assert len(digits_in(picture)) == 2


@pytest.mark.parametrize("box", [(10, 10, 12, 200), (200, 200, 20, 20), (500, 500, 600, 600)])
def test_a_slip_of_the_hand_is_no_box(box) -> None:
    picture = Picture(rgba(written(3)), "your file", 0)
    picture.drag_box(box)
    assert picture.box is None


def test_a_box_ends_where_the_picture_ends() -> None:
    picture = Picture(rgba(written(3)), "your file", 0)
    picture.drag_box((-50, -50, 5000, 150))
    assert picture.box == (0, 0, 300, 150)


def test_the_frame_begins_with_what_was_found_or_with_the_box_that_was_set() -> None:
    picture = Picture(rgba(written(3, 5)), "your file", 0)
    digits_in(picture)
    assert (picture.start, len(picture.found)) == (None, 2)
    for top, left, bottom, right in picture.found:
        ink = rgba(written(3, 5))[top:bottom, left:right, 0] < 255
        for edge in (ink[0], ink[-1], ink[:, 0], ink[:, -1]):
            assert edge.any()
    picture.put_box((50, 190, 240, 400))
    assert picture.start == (50, 190, 240, 400)
    picture.drag_box((50, 10, 240, 200))
    assert picture.start == (50, 190, 240, 400)


def test_stages_are_kept_small_and_pixels_as_they_are() -> None:
    large = rgba(written(3, 5, size=(1190, 900), scale=18))
    picture = Picture(large, "your file", 0)
    whole = prepare_all(large)
    for digit, as_it_was in zip(digits_in(picture), whole, strict=True):
        np.testing.assert_array_equal(digit.pixels, as_it_was.pixels)
        assert max(digit.ink.shape) <= SHOWN
        top, left, bottom, right = digit.box
        inked = np.argwhere(digit.ink >= 0.02)
        assert (inked.min(axis=0) >= (top, left)).all()
        assert (inked.max(axis=0) < (bottom, right)).all()
    picture.put_box(None)
    np.testing.assert_allclose(picture.found, [digit.box for digit in whole], atol=3)
