"""Photographs made by hand: what is a digit in them is found, and what is none is not."""

import numpy as np
import pytest

from nncore import NothingDrawn, prepare
from nncore.images.framing import find_box
from tests.support.sheets import STROKE, assert_box, marked, sheet, taken


def test_ink_in_uneven_light() -> None:
    p = prepare(marked(STROKE))
    assert p.photo is not None
    assert_box(p.box, STROKE)
    assert p.pixels[10:18].max(axis=1).min() > 0.9  # one even bar from top to bottom


def test_a_part_is_kept_that_is_near_to_another_part_alone() -> None:
    stem, tick, bar = STROKE, (70, 150, 92, 165), (50, 150, 58, 210)
    for boxes, whole in (((stem, bar), STROKE), ((stem, tick, bar), (50, 150, 200, 210))):
        p = prepare(marked(*boxes))
        assert_box(p.box, whole)


def test_every_stage_can_be_shown() -> None:
    picture = marked(STROKE)
    photo = prepare(picture).photo
    assert photo is not None
    assert (photo.picture == picture[:, :, None]).all()
    assert photo.background.shape == (300, 400, 3)
    difference = photo.background[150, 100:300, 0].astype(float) - sheet()[150, 100:300]
    assert abs(difference.mean()) < 8  # the sheet without the stroke
    assert abs(difference[50:65].mean()) < 15
    assert photo.contrast[150, 157] > 0.5
    assert np.median(photo.contrast) < 0.1
    assert_box(find_box(photo.found.astype(float)), STROKE)
    assert photo.ink.dtype == np.float32
    assert (photo.ink.min(), photo.ink.max()) == (0, 1)


@pytest.mark.parametrize(
    "other",
    [(0, 30, 60, 60), (240, 300, 300, 320), (120, 0, 140, 50), (30, 385, 200, 400)],
    ids=["top", "bottom", "left", "right"],
)
def test_what_reaches_in_from_an_edge_is_left_out(other) -> None:
    assert_box(prepare(marked(STROKE, other)).box, STROKE)


def test_specks_are_left_out() -> None:
    specks = [(r, c, r + 3, c + 3) for r, c in ((20, 20), (60, 300), (250, 250), (130, 60))]
    assert_box(prepare(marked(STROKE, *specks)).box, STROKE)


def shadowed(by: float) -> np.ndarray:
    """A sheet of which all that lies right of a slanting edge is darker."""
    y, x = np.mgrid[:300, :400]
    return sheet() * np.where(x + 0.4 * y > 260, by, 1)


def test_a_pencil_is_found_beside_the_hard_edge_of_a_shadow_that_is_darker() -> None:
    """Also where stroke and edge enclose lit paper: that is no light stroke on dark paper."""
    for left in (140, 170, 190, 250):
        stroke = (100, left, 200, left + 7)
        p = prepare(marked(stroke, by=0.8, grey=shadowed(0.55)))
        assert_box(p.box, stroke, within=4)


def test_light_on_dark_is_found_as_well() -> None:
    top, left, bottom, right = STROKE
    grey = sheet() * 0.3
    grey[top:bottom, left:right] = 220
    assert_box(prepare(taken(grey)).box, STROKE)


def test_paper_alone_is_no_digit() -> None:
    with pytest.raises(NothingDrawn, match="stands out"):
        prepare(taken(sheet()))
