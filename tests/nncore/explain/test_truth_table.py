"""What each gate wants, how many rows a perceptron gets right, and how many one can get right at most."""

from itertools import product

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

GRID = [
    Perceptron((w1, w2), b)
    for w1, w2, b in product((-1, -0.5, 0, 0.5, 1), (-1, 0, 1), (-1, -0.5, 0, 0.5, 1, 1.5))
]


def test_the_gates_do_what_their_tables_want() -> None:
    assert {name: tuple(gate(*x) for x in INPUTS) for name, gate in GATES.items()} == TRUTH_TABLES


def test_right_rows_of_and_by_hand() -> None:
    right = {name: right_rows(PERCEPTRONS["AND"], wanted) for name, wanted in TRUTH_TABLES.items()}
    assert right == {"AND": 4, "NAND": 0, "OR": 2, "XOR": 1}


def test_diagonal_sums_by_hand() -> None:
    assert diagonal_sums(Perceptron((0.5, -0.25), 1)) == (2.25, 2.25)  # 0.5 − 0.25 + 2·1


def test_best_possible_is_reached_and_never_beaten_on_a_grid() -> None:
    for wanted in product((0, 1), repeat=4):
        assert max(right_rows(perceptron, wanted) for perceptron in GRID) == best_possible(wanted), wanted
