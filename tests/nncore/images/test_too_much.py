"""More than a row of digits: a page of text is refused, and as many as may be are still read."""

import numpy as np
import pytest

from nncore import NothingDrawn, TooMuch, prepare_all
from tests.support.worst_pictures import dots, lines_of_60, page_of_text, spreadsheet, squares


@pytest.mark.parametrize(
    "picture",
    [
        page_of_text(),
        spreadsheet(),
        255 - page_of_text(),
        dots(8),
        dots(2),
        squares(601, 20, 30),
        squares(61, 18, 19),
    ],
    ids=["text", "spreadsheet", "light on dark", "22 000 dots", "358 000 dots", "601 pieces", "61 digits"],
)
def test_a_page_of_text_is_no_row_of_digits(picture: np.ndarray) -> None:
    with pytest.raises(TooMuch, match="draw a box around the digits") as caught:
        prepare_all(picture)
    assert not isinstance(caught.value, NothingDrawn)


def test_in_a_box_on_such_a_page_digits_are_read() -> None:
    assert len(prepare_all(page_of_text(), (8, 8, 22, 40))) in range(2, 9)


def test_60_digits_of_600_pieces_are_a_row() -> None:
    row = prepare_all(lines_of_60())
    assert len(row) == 60
    assert sum(digit.part.size for digit in row) < 1.5 * lines_of_60().size
