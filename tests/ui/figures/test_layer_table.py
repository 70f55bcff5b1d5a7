"""Three neurons in a table: sums by hand, what is marked, and which neuron can be picked."""

import numpy as np
import pytest

from ui.figures.layer_table import layer_table, written_pairs
from ui.theme import LIGHT

W = np.array([[1.0, 3.0, -2.0], [2.0, -1.0, 4.0]])


@pytest.mark.parametrize(
    ("x", "sums", "j", "written"),
    [
        ([1, 2], ["5", "1", "6"], 0, "1·1 + 2·2 = 5"),
        ([2, 1], ["4", "5", "0"], 2, "2·(−2) + 1·4 = 0"),
        ([-3, 3], ["3", "−12", "18"], 1, "(−3)·3 + 3·(−1) = −12"),
    ],
)
def test_each_column_gives_its_sum_and_one_is_written_out(
    x: list[int], sums: list[str], j: int, written: str
) -> None:
    diagram = layer_table(LIGHT, np.array(x), W, j, "")
    shapes = {shape["id"]: shape for shape in diagram.shapes}
    assert [shapes[f"sum {k}"]["text"] for k in (1, 2, 3)] == sums
    assert shapes["written"]["text"] == f"neuron {j + 1}: {written}"
    assert [shapes[f"sum {k}"]["chosen"] for k in (1, 2, 3)] == [k == j for k in range(3)]
    assert diagram.picks == {"1", "2", "3"}


def test_a_negative_factor_stands_in_brackets() -> None:
    assert written_pairs(np.array([0.5, -2]), np.array([-1, -0.5])) == "0.5·(−1) + (−2)·(−0.5) = 0.5"
