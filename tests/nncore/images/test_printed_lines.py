"""Lines printed on the paper of a photograph: they are no part of the digit."""

import numpy as np

from nncore import prepare
from tests.support.sheets import STROKE, assert_box, marked, sheet


def test_fainter_printed_lines_are_left_out() -> None:
    grey = sheet()
    for row in range(20, 300, 25):
        grey[row : row + 2] *= 0.75
    assert_box(prepare(marked(STROKE, grey=grey)).box, STROKE)


def test_printed_lines_as_dark_as_the_pencil_are_left_out_if_they_are_finer() -> None:
    stroke, lines = (100, 150, 200, 160), [(row, 60, row + 1, 340) for row in range(20, 300, 25)]
    p = prepare(marked(stroke, *lines, by=0.55))
    assert_box(p.box, stroke)
    assert np.ptp(np.flatnonzero(p.pixels.max(axis=0) > 0.5)) <= 3  # one bar, no teeth
