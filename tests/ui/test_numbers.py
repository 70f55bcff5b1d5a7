"""Numbers as the course writes them."""

import pytest

from nncore import PERCEPTRONS, Perceptron
from ui.numbers import THIN, equals, fixed, number, share, written_line, written_sum


@pytest.mark.parametrize(
    ("value", "text"), [(0.5, "0.5"), (-0.7, "−0.7"), (2.0, "2"), (-0.0, "0"), (0.30000000000000004, "0.3")]
)
def test_number(value: float, text: str) -> None:
    assert number(value) == text


def test_the_sum_of_the_book_is_written_out() -> None:
    assert written_sum(PERCEPTRONS["AND"], 1, 1) == "0.5·1 + 0.5·1 − 0.7 = 0.3"
    assert written_sum(PERCEPTRONS["NAND"], 1, 0) == "−0.5·1 − 0.5·0 + 0.7 = 0.2"


def test_what_is_written_as_zero_does_not_fire() -> None:
    trap = Perceptron((0.1, 0.2), -0.3)
    assert written_sum(trap, 1, 1) == "0.1·1 + 0.2·1 − 0.3 = 0"
    assert trap(1, 1) == 0


def test_a_line_is_written_in_the_names_of_its_axes() -> None:
    assert written_line(PERCEPTRONS["OR"]) == "1·x1 + 1·x2 − 0.5 = 0"
    assert written_line(PERCEPTRONS["NAND"], ("s1", "s2")) == "−0.5·s1 − 0.5·s2 + 0.7 = 0"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.3, r"= \mathbf{0.3}"),
        (-1 / 3, r"≈ \mathbf{−0.333333}"),
        (165533748.25, r"≈ \mathbf{165533748}"),
        (2.5e-12, r"= \mathbf{2.5·10⁻¹²}"),
        (2.5678e-12, r"≈ \mathbf{2.57·10⁻¹²}"),
    ],
)
def test_an_equation_says_when_digits_were_cut(value: float, text: str) -> None:
    assert equals(value) == text


def test_decimals_that_are_asked_for_stay_and_the_minus_is_true() -> None:
    assert [fixed(value, 3) for value in (-0.57412, 0.3, 12)] == ["−0.574", "0.300", "12.000"]
    assert [share(0.9871, decimals) for decimals in (0, 1, 2)] == [f"{n}{THIN}%" for n in (99, 98.7, "98.71")]
