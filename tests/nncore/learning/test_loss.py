"""The losses of the book, held against what it prints, and what they refuse."""

import math

import numpy as np
import pytest

from nncore import cross_entropy_error, softmax, sum_squared_error

Y = [0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0]
Y_WRONG = [0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0]
ONE_HOT = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("t", [2, ONE_HOT])
def test_the_losses_that_the_book_prints(t):
    assert sum_squared_error(Y, t) == pytest.approx(0.0975)
    assert sum_squared_error(Y_WRONG, t) == pytest.approx(0.5975)
    # The book prints 0.510825 and 2.302584: it adds 1e-7 inside the logarithm.
    assert cross_entropy_error(Y, t) == pytest.approx(0.510825, abs=1e-5)
    assert cross_entropy_error(Y_WRONG, t) == pytest.approx(2.302584, abs=1e-5)
    assert cross_entropy_error(Y, t) == pytest.approx(-math.log(0.6), abs=1e-12)


@pytest.mark.parametrize("loss", [sum_squared_error, cross_entropy_error])
def test_the_loss_of_a_batch_is_the_mean_of_its_rows(loss):
    y = softmax(np.random.default_rng(0).normal(size=(5, 3)))
    t = np.array([0, 2, 1, 1, 0])
    mean = np.mean([loss(row, int(label)) for row, label in zip(y, t, strict=True)])
    assert loss(y, t) == pytest.approx(mean)
    assert loss(y, np.eye(3)[t]) == pytest.approx(mean)


@pytest.mark.parametrize("t", [10, -1, 2.0, [0, 1], np.ones((2, 10)), [[2]]])
def test_targets_that_do_not_fit_are_refused(t):
    with pytest.raises(ValueError, match=r"Targets|Labels"):
        sum_squared_error(Y, t)


def test_the_loss_of_a_perfect_answer_is_0_and_not_minus_0():
    assert [math.copysign(1, loss(ONE_HOT, 2)) for loss in (sum_squared_error, cross_entropy_error)] == [1, 1]
