"""Chapter 2: the gates' truth tables, and the perceptron's one rounding."""

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import GATES, PERCEPTRONS, Perceptron

INPUTS = [(0, 0), (1, 0), (0, 1), (1, 1)]
TABLES = {"AND": [0, 0, 0, 1], "NAND": [1, 1, 1, 0], "OR": [0, 1, 1, 1], "XOR": [0, 1, 1, 0]}


@pytest.mark.parametrize("name", TABLES)
def test_truth_table(name: str) -> None:
    answers = [GATES[name](x1, x2) for x1, x2 in INPUTS]
    assert answers == TABLES[name]
    assert all(type(answer) is int for answer in answers)


def test_perceptrons_have_the_weights_of_the_book() -> None:
    assert PERCEPTRONS["AND"] == Perceptron((0.5, 0.5), -0.7)
    assert PERCEPTRONS["NAND"] == Perceptron((-0.5, -0.5), 0.7)
    assert set(PERCEPTRONS) == {"AND", "NAND", "OR"}  # no perceptron is XOR


def test_no_perceptron_of_a_fine_grid_is_xor() -> None:
    grid = [n / 4 for n in range(-8, 9)]
    for w1, w2, b in product(grid, repeat=3):
        perceptron = Perceptron((w1, w2), b)
        assert [perceptron(*x) for x in INPUTS] != TABLES["XOR"]


def test_what_prints_as_zero_does_not_fire() -> None:
    assert 0.1 + 0.2 - 0.3 > 0  # the trap
    perceptron = Perceptron((0.1, 0.2), -0.3)
    assert str(perceptron.weighted_sum(1, 1)) == "0.0"
    assert perceptron(1, 1) == 0


def test_a_tiny_negative_sum_prints_without_a_sign() -> None:
    assert 0.3 - 0.1 - 0.2 < 0
    assert str(Perceptron((-0.1, -0.2), 0.3).weighted_sum(1, 1)) == "0.0"


def test_single_precision_inputs_are_added_in_double() -> None:
    # 2**24 + 1 has no float32, which would lose the 1
    assert Perceptron((1.0, 1.0), -(2.0**24))(np.float32(2**24), np.float32(1)) == 1


tenths = st.integers(-30, 30).map(lambda n: n / 10)


@given(w=st.tuples(tenths, tenths), b=tenths, x=st.tuples(tenths, tenths))
def test_fires_exactly_when_the_true_sum_of_the_decimals_is_positive(w, b, x) -> None:
    exact = sum(Fraction(str(wi)) * Fraction(str(xi)) for wi, xi in zip(w, x, strict=True))
    assert Perceptron(w, b)(*x) == int(exact + Fraction(str(b)) > 0)


finite = st.floats(-1e6, 1e6)


@given(w=st.tuples(finite, finite), b=finite, x=st.tuples(finite, finite))
def test_the_sum_shown_decides(w, b, x) -> None:
    perceptron = Perceptron(w, b)
    shown = perceptron.weighted_sum(*x)
    assert perceptron(*x) == (1 if shown > 0 else 0)
    assert math.isclose(shown, w[0] * x[0] + w[1] * x[1] + b, abs_tol=1e-3)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_only_finite_weights(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        Perceptron((1.0, bad), 0.0)
    with pytest.raises(ValueError, match="finite"):
        Perceptron((1.0, 1.0), bad)


def test_wrong_number_of_inputs() -> None:
    with pytest.raises(ValueError, match="takes 2 inputs, not 3"):
        PERCEPTRONS["AND"](1, 0, 1)
