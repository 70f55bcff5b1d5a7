"""A box that somebody drew around a digit, in a photograph and on even paper."""

import numpy as np
import pytest

from nncore import NothingDrawn, prepare, prepare_all
from tests.support.sheets import SEVEN, STROKE, assert_box, marked
from training.strokes import fit_to_canvas, render

ONE = [np.array([[0, 0], [0, 100]])]


def test_a_box_chooses_one_of_two_digits() -> None:
    picture = marked(STROKE, (80, 280, 210, 296), by=0.4)
    assert_box(prepare(picture).box, (80, 150, 210, 296))
    assert_box(prepare(picture, (70, 250, 260, 350)).box, (80, 280, 210, 296))
    assert_box(prepare(picture, (70, 100, 260, 230)).box, STROKE)


# On even paper too


def on_paper() -> np.ndarray:
    return render(fit_to_canvas(ONE, 100, (70, 140)) + fit_to_canvas(SEVEN, 100, (190, 140)), 14)


def test_a_box_on_even_paper() -> None:
    p = prepare(on_paper(), (60, 120, 220, 280))
    assert p.photo is None
    alone = prepare(render(fit_to_canvas(SEVEN, 100, (190, 140)), 14))
    assert p.box == alone.box
    np.testing.assert_allclose(p.pixels, alone.pixels, atol=1e-6)


def test_a_box_as_large_as_the_picture_or_larger_changes_nothing() -> None:
    whole = prepare(on_paper())
    for box in ((0, 0, 280, 280), (-50, -1, 281, 9999)):
        p = prepare(on_paper(), box)
        assert p.box == whole.box
        np.testing.assert_array_equal(p.pixels, whole.pixels)


@pytest.mark.parametrize("picture", [on_paper(), marked(STROKE)], ids=["drawing", "photo"])
@pytest.mark.parametrize("box", [(10, 10, 10, 50), (50, 50, 40, 60), (0, 500, 50, 600), (-9, -9, 0, 50)])
def test_a_box_that_holds_no_pixel(picture, box) -> None:
    for function in (prepare, prepare_all):
        with pytest.raises(ValueError, match="holds nothing of the picture") as caught:
            function(picture, box)
        assert not isinstance(caught.value, NothingDrawn)


def test_a_box_without_ink() -> None:
    with pytest.raises(NothingDrawn, match="nothing in this box"):
        prepare(on_paper(), (0, 0, 40, 40))
    with pytest.raises(NothingDrawn, match="stands out"):
        prepare(marked(STROKE), (220, 300, 290, 390))
