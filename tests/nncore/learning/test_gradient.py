"""Slopes that are measured by trying, and walking down: held against what the book prints."""

import numpy as np
import pytest

from nncore import cross_entropy_error, gradient_descent, numerical_diff, numerical_gradient, softmax


def test_slopes_that_the_book_prints():
    def f(x):
        return 0.01 * x**2 + 0.1 * x

    assert numerical_diff(f, 5) == pytest.approx(0.1999999999990898, abs=1e-12)
    assert numerical_diff(f, 10) == pytest.approx(0.2999999999986347, abs=1e-12)
    assert np.float32(1e-50) == 0  # why a smaller h is not better


def squares(x):
    return x[0] ** 2 + x[1] ** 2


def test_gradients_that_the_book_prints():
    for place, slope in (((3, 4), (6, 8)), ((0, 2), (0, 4)), ((3, 0), (6, 0))):
        np.testing.assert_allclose(numerical_gradient(squares, np.array(place)), slope, atol=1e-8)


def test_walking_down_as_the_book_does():
    arrived = gradient_descent(squares, [-3.0, 4.0], lr=0.1, step_num=100)
    assert arrived.shape == (101, 2)
    assert arrived[0].tolist() == [-3, 4]
    np.testing.assert_allclose(arrived[-1], [-6.11110793e-10, 8.14814391e-10], rtol=1e-4)
    flown = gradient_descent(squares, [-3.0, 4.0], lr=10.0)
    assert np.abs(flown[-1]).max() > 1e10
    still = gradient_descent(squares, [-3.0, 4.0], lr=1e-10)
    np.testing.assert_allclose(still[-1], [-2.99999994, 3.99999992], atol=1e-8)


def test_measuring_puts_every_number_back_and_leaves_read_only_arrays_alone():
    x = np.array([1.0, 2.0])
    numerical_gradient(squares, x)
    assert x.tolist() == [1, 2]
    x.setflags(write=False)
    np.testing.assert_allclose(numerical_gradient(squares, x), [2, 4], atol=1e-8)
    x = np.array([1.0, 2.0])
    with pytest.raises(ZeroDivisionError):
        numerical_gradient(lambda _: 1 / 0, x)
    assert x.tolist() == [1, 2]


def test_the_books_listing_whose_f_looks_at_the_network_itself():
    W = np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]])
    x, t = np.array([0.6, 0.9]), np.array([0, 0, 1])
    gradient = numerical_gradient(lambda _: cross_entropy_error(softmax(x @ W), t), W)
    np.testing.assert_allclose(gradient, [[0.219, 0.144, -0.363], [0.329, 0.215, -0.544]], atol=5e-4)
