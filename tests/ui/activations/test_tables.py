"""Numbers as people write them, and the tables made of them."""

import pytest

from ui.activations.tables import softmax_table, values_table
from ui.numbers import rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (-12.5, "−12.5"),
        (12345.0, "12345"),
        (399920004.0, "399920004"),
        (2.06106005e-09, "2.06·10⁻⁹"),
        (-4.54e-5, "−4.54·10⁻⁵"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
    ],
)
def test_number(value: float, text: str) -> None:
    assert rounded(value) == text


def test_few_digits_never_turn_into_a_computers_notation() -> None:
    assert rounded(-9999.5, 4) == "−10000"
    assert rounded(123456.7, 4) == "123457"
    assert rounded(399920004.0, 4) == "4·10⁸"


def test_values_table() -> None:
    table = values_table(["sigmoid", "relu"], 1, 0)
    assert "| 0.5 | 0.25 |" in table
    assert "| 0 | none |" in table


def test_values_that_are_not_yet_known() -> None:
    assert "| ReLU | max(0, *kx*) | ? | ? |" in values_table(["relu"], 1, 3, known=False)


def test_stages_table() -> None:
    lines = softmax_table({"a": [1.0, 1.0], "exp": [2.0, 2.0], "÷ sum": [0.5, 0.5]}, 4.0).splitlines()
    assert lines[2] == "| 1 | 2 | 0.5 |"
    assert lines[-1] == "| sum | 4 | 1 |"
