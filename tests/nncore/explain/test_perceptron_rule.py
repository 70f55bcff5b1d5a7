"""The perceptron rule: steps worked by hand, what it learns, what it never learns."""

from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import (
    INPUTS,
    TRUTH_TABLES,
    Perceptron,
    Update,
    best_possible,
    learn,
    right_rows,
)

tenths = st.integers(-10, 10).map(lambda n: n / 10)
starts = st.builds(lambda w1, w2, b: Perceptron((w1, w2), b), tenths, tenths, tenths)
tables = st.tuples(*[st.integers(0, 1)] * 4)


def test_the_first_pass_of_and_from_zero_by_hand() -> None:
    # Zero weights say 0 to all; only (1, 1) wants 1, and that mistake moves all three by 0.1.
    updates = list(islice(learn(Perceptron((0, 0), 0), TRUTH_TABLES["AND"]), 6))
    zero, moved = Perceptron((0, 0), 0), Perceptron((0.1, 0.1), 0.1)
    assert updates[:4] == [Update(zero), *(Update(zero, row) for row in range(3))]
    assert updates[4] == Update(moved, 3, error=1, mistakes=(1,))
    # Then (0, 0) has the sum 0.1: it says 1 and wanted 0, which moves b alone.
    assert updates[5] == Update(Perceptron((0.1, 0.1), 0.0), 0, error=-1, mistakes=(1,))


@given(starts, tables.filter(lambda wanted: best_possible(wanted) == 4))
def test_it_learns_whatever_a_line_can_do_within_30_passes(
    start: Perceptron, wanted: tuple[int, ...]
) -> None:
    updates = list(islice(learn(start, wanted), 121))
    assert updates[-1].converged
    assert right_rows(updates[-1].perceptron, wanted) == 4
    assert updates[-1].mistakes[-1] == 0
    assert 0 not in updates[-1].mistakes[:-1]  # it ends with the first pass without a mistake


@given(starts, tables)
def test_every_step_is_the_rule_and_stays_in_tenths(start: Perceptron, wanted: tuple[int, ...]) -> None:
    before = start
    for update in islice(learn(start, wanted), 1, 60):
        assert update.row is not None
        x, t = INPUTS[update.row], wanted[update.row]
        assert update.error == t - before(*x)
        moved = [w + 0.1 * update.error * xi for w, xi in zip(before.weights, x, strict=True)]
        np.testing.assert_allclose(update.perceptron.weights, moved, atol=1e-9)
        assert update.perceptron.bias == pytest.approx(before.bias + 0.1 * update.error, abs=1e-9)
        assert all(round(w, 1) == w for w in (*update.perceptron.weights, update.perceptron.bias))
        before = update.perceptron
