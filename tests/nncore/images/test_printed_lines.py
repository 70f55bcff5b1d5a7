"""Lines printed on the paper of a photograph: they are no part of the digit."""

import numpy as np

from nncore import prepare
from tests.support.sheets import STROKE, assert_box, marked, sheet


def test_fainter_printed_lines_are_left_out() -> None:
    grey = sheet()
    for row in range(20, 300, 25):
        grey[row : row + 2] *= 0.75
    assert_box(prepare(marked(STROKE, grey=grey)).box, STROKE)


def test_broken_printed_lines_are_no_digit_even_if_the_digit_hangs_on_one_that_is_whole() -> None:
    grey = sheet()
    grey[180:183] *= 0.7
    for line in (30, 60, 90, 240, 270):
        grey[line : line + 3, 40:360] *= 0.7
    p = prepare(marked((100, 150, 200, 156), grey=grey))
    assert_box(p.box, (100, 150, 200, 156), within=4)


def test_printed_lines_as_dark_as_the_pencil_are_left_out_if_they_are_finer() -> None:
    stroke, lines = (100, 150, 200, 160), [(row, 60, row + 1, 340) for row in range(20, 300, 25)]
    p = prepare(marked(stroke, *lines, by=0.55))
    assert_box(p.box, stroke)
    assert np.ptp(np.flatnonzero(p.pixels.max(axis=0) > 0.5)) <= 3  # one bar, no teeth


def test_what_is_fine_in_a_digit_is_no_printed_line() -> None:
    stem, upstroke = (100, 150, 200, 158), (100, 110, 101, 150)
    assert_box(prepare(marked(stem, upstroke)).box, (100, 110, 200, 158))


def test_a_box_on_printed_lines_leaves_them_out() -> None:
    grey = sheet()
    for line in range(20, 300, 30):
        grey[line : line + 3] *= 0.7
    p = prepare(marked((100, 150, 200, 156), grey=grey), box=(80, 110, 220, 200))
    assert_box(p.box, (100, 150, 200, 156), within=4)
