"""The pictures of matrix products: every number in its place, however long it is."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from PIL import ImageFont

from nncore import Array
from ui.address.settings import GRID
from ui.figures.diagram_base import TEXT, Diagram
from ui.figures.layer_picture import layer_diagram
from ui.figures.product_picture import mismatch_diagram, product_diagram
from ui.theme import LIGHT

FONT = Path(__file__).resolve().parents[3] / "assets" / "fonts" / "SourceSans3-Regular.otf"
TEXTS = [
    "1,2;3,4",
    "0.1234,-0.5;-1.2345,4.25",
    "9999,-9999,1234.56,8888;1,2,3,4;-9998.5,2.25,1.1,0.1;1,1,1,1",
    "1e-9,-2.5e-7;-1e-99,1",
]


def matrix(text: str) -> Array:
    array = GRID.parse([text])
    assert array is not None
    return array


def words(diagram: Diagram) -> list[str]:
    return [shape["text"] for shape in diagram.shapes if shape.get("text")]


@pytest.mark.parametrize("text", TEXTS)
def test_no_number_of_a_product_touches_another_or_leaves_the_picture(text: str) -> None:
    font = ImageFont.truetype(FONT, 100)
    diagram = product_diagram(LIGHT, matrix(text), matrix(text), 0, 1, "")
    boxes = []
    for shape in diagram.shapes:
        if shape["kind"] == "text":
            half, x, y = font.getlength(shape["text"]) / 100 * TEXT / 2, shape["x"], shape["y"]
            boxes.append((x - half, y - TEXT / 2, x + half, y + TEXT / 2))
    for (left, top, right, bottom), (u, v, w, z) in combinations(boxes, 2):
        assert right < u or w < left or bottom < v or z < top
    assert all(x > 0 and y > 0 and u < diagram.width and v < diagram.height for x, y, u, v in boxes)


def test_a_picture_says_when_it_rounds() -> None:
    A = matrix("0.1234567,1;2,3")
    assert "rounded" in words(product_diagram(LIGHT, A, A, 0, 0, ""))
    assert "rounded" in words(layer_diagram(LIGHT, A[0], A, np.zeros(2), 0, ""))
    assert "rounded" not in words(layer_diagram(LIGHT, np.ones(2), np.eye(2), np.zeros(2), 0, ""))
    assert "rounded" in words(mismatch_diagram(LIGHT, A, np.ones(3), ""))


def test_a_cell_that_is_to_be_guessed_stays_open() -> None:
    A = matrix("1,2;3,4")
    assert "22" in words(product_diagram(LIGHT, A, A, 1, 1, ""))
    assert "22" not in words(product_diagram(LIGHT, A, A, 1, 1, "", hidden=True))
