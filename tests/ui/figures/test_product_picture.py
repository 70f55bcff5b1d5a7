"""The pictures of matrix products: every number in its place, however long it is."""

from itertools import combinations

import numpy as np

from nncore import Array
from tests.support.reading import boxes
from ui.address.settings import GRID
from ui.figures.layer_picture import layer_figure
from ui.figures.product_picture import mismatch_figure, product_figure
from ui.theme import LIGHT

LONG = "9999,-9999,1234.56,8888;1,2,3,4;-9998.5,2.25,1.1,0.1;1,1,1,1"
TEXTS = [
    "1,2;3,4",
    "0.1234,-0.5;-1.2345,4.25",
    LONG,
    "1e-9,-2.5e-7;-1e-99,1",
]


def matrix(text: str) -> Array:
    array = GRID.value(text)
    assert array is not None
    return array


def test_no_number_of_a_product_touches_another_or_leaves_the_picture() -> None:
    for text in TEXTS:
        figure = product_figure(LIGHT, matrix(text), matrix(text), 0, 1)
        places = [box for group in boxes(figure).values() for box in group]
        assert not any(one.overlaps(other) for one, other in combinations(places, 2)), text
        width, height = figure.get_size_inches()
        assert all(0 < box.x0 < box.x1 < width and 0 < box.y0 < box.y1 < height for box in places), text


def test_a_picture_says_when_it_rounds() -> None:
    A = matrix("0.1234567,1;2,3")
    assert "rounded" in boxes(product_figure(LIGHT, A, A, 0, 0))
    assert "rounded" in boxes(layer_figure(LIGHT, A[0], A, np.zeros(2), 0))
    assert "rounded" not in boxes(layer_figure(LIGHT, np.ones(2), np.eye(2), np.zeros(2), 0))
    assert "rounded" in boxes(mismatch_figure(LIGHT, A, np.ones(3)))
