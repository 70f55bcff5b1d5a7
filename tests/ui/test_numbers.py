"""Numbers as the course writes them."""

import math

import pytest

from nncore import PERCEPTRONS, Perceptron
from ui.forward.formulas import latex_number
from ui.numbers import THIN, equals, fixed, number, rounded, share, written_line, written_sum

WRITTEN = [
    (number, 0.5, "0.5"),
    (number, -0.7, "−0.7"),
    (number, 2.0, "2"),
    (number, -0.0, "0"),
    (number, 0.1 + 0.2, "0.3"),
    (rounded, 399920004.0, "399920004"),
    (rounded, 2.06106005e-09, "2.06·10⁻⁹"),
    (rounded, -4.54e-5, "−4.54·10⁻⁵"),
    (rounded, math.nan, "nan"),
    (equals, 0.3, r"= \mathbf{0.3}"),
    (equals, -1 / 3, r"≈ \mathbf{−0.333333}"),
    (equals, 165533748.25, r"≈ \mathbf{165533748}"),
    (equals, 2.5e-12, r"= \mathbf{2.5·10⁻¹²}"),
    (equals, 2.5678e-12, r"≈ \mathbf{2.57·10⁻¹²}"),
    (latex_number, 1.0, "1.0"),
    (latex_number, 0.5744425, "0.574"),
    (latex_number, -0.0, "0.0"),
    (latex_number, 999999.0, "999999.0"),
    (latex_number, 0.00012, r"1.2\!\times\!10^{-4}"),
    (latex_number, -3e49, r"-3\!\times\!10^{49}"),
    (latex_number, 0.9994, "0.999"),
    (latex_number, 0.999962, "0.99996"),  # nearly 1 is not written as 1
    (latex_number, 1 - 1e-16, "1.0"),
    (latex_number, -math.inf, r"-\infty"),
]


@pytest.mark.parametrize(("write", "value", "text"), WRITTEN)
def test_numbers_are_written(write, value: float, text: str) -> None:
    assert write(value) == text


def test_few_digits_never_turn_into_a_computers_notation() -> None:
    assert [rounded(value, 4) for value in (-9999.5, 399920004.0)] == ["−10000", "4·10⁸"]
    assert [fixed(value, 3) for value in (-0.57412, 0.3, 12)] == ["−0.574", "0.300", "12.000"]
    assert [share(0.9871, decimals) for decimals in (0, 1, 2)] == [f"{n}{THIN}%" for n in (99, 98.7, "98.71")]


def test_sums_are_written_out_and_what_is_written_as_zero_does_not_fire() -> None:
    assert written_sum(PERCEPTRONS["AND"], 1, 1) == "0.5·1 + 0.5·1 − 0.7 = 0.3"
    assert written_sum(PERCEPTRONS["NAND"], 1, 0) == "−0.5·1 − 0.5·0 + 0.7 = 0.2"
    trap = Perceptron((0.1, 0.2), -0.3)
    assert written_sum(trap, 1, 1) == "0.1·1 + 0.2·1 − 0.3 = 0"
    assert trap(1, 1) == 0
    assert written_line(PERCEPTRONS["NAND"], ("s1", "s2")) == "−0.5·s1 − 0.5·s2 + 0.7 = 0"
