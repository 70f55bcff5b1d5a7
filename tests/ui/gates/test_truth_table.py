"""What each gate wants, how many rows a perceptron gets right, and why XOR is out of reach."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import (
    GATES,
    INPUTS,
    PERCEPTRONS,
    TRUTH_TABLES,
    Perceptron,
    best_possible,
    diagonal_sums,
    right_rows,
)

ALL_TABLES = list(product((0, 1), repeat=4))
GRID = [
    Perceptron((w1, w2), b)
    for w1, w2, b in product((-1, -0.5, 0, 0.5, 1), (-1, 0, 1), (-1, -0.5, 0, 0.5, 1, 1.5))
]
perceptrons = st.builds(
    lambda w1, w2, b: Perceptron((w1, w2), b), *[st.integers(-20, 20).map(lambda n: n / 10)] * 3
)


def test_rows_are_in_the_order_of_the_book() -> None:
    assert INPUTS == ((0, 0), (1, 0), (0, 1), (1, 1))


@pytest.mark.parametrize("name", GATES)
def test_the_gates_do_what_their_tables_want(name: str) -> None:
    assert tuple(GATES[name](*x) for x in INPUTS) == TRUTH_TABLES[name]


@pytest.mark.parametrize(("name", "right"), [("AND", 4), ("NAND", 0), ("OR", 2), ("XOR", 1)])
def test_right_rows_of_and_by_hand(name: str, right: int) -> None:
    assert right_rows(PERCEPTRONS["AND"], TRUTH_TABLES[name]) == right


@given(perceptrons)
def test_both_diagonals_add_up_to_the_same(perceptron: Perceptron) -> None:
    one, other = diagonal_sums(perceptron)
    assert one == other


def test_diagonal_sums_by_hand() -> None:
    assert diagonal_sums(Perceptron((0.5, -0.25), 1)) == (2.25, 2.25)  # 0.5 − 0.25 + 2·1


@pytest.mark.parametrize("wanted", ALL_TABLES)
def test_best_possible_is_reached_and_never_beaten_on_a_grid(wanted: tuple[int, ...]) -> None:
    assert max(right_rows(perceptron, wanted) for perceptron in GRID) == best_possible(wanted)


@given(perceptrons, st.sampled_from(ALL_TABLES))
def test_no_perceptron_beats_the_best_possible(perceptron: Perceptron, wanted: tuple[int, ...]) -> None:
    assert right_rows(perceptron, wanted) <= best_possible(wanted)


def test_only_xor_and_its_opposite_are_out_of_reach() -> None:
    assert {wanted for wanted in ALL_TABLES if best_possible(wanted) < 4} == {(0, 1, 1, 0), (1, 0, 0, 1)}
