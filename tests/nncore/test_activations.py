"""Activation functions against the standard library's, the book's numbers, and their limits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from nncore import ACTIVATIONS, SLOPES, Array, relu, sigmoid, softmax, tanh

BIG32 = float(np.finfo(np.float32).max)


def arrays(shape) -> st.SearchStrategy[np.ndarray]:
    """Any finite float32, and float64 up to ±1e307."""
    return st.one_of(
        hnp.arrays(np.float32, shape, elements=st.floats(-BIG32, BIG32, width=32)),
        hnp.arrays(np.float64, shape, elements=st.floats(-1e307, 1e307)),
    )


shapes = hnp.array_shapes(min_dims=1, max_dims=3, max_side=5)
scores = arrays(st.tuples(st.integers(1, 4), st.integers(1, 10)))


def test_sigmoid_of_the_book() -> None:
    np.testing.assert_allclose(
        sigmoid(np.array([-1.0, 1.0, 2.0])), [0.26894142, 0.73105858, 0.88079708], atol=5e-9
    )


def test_softmax_of_the_book() -> None:
    np.testing.assert_allclose(
        softmax(np.array([0.3, 2.9, 4.0])), [0.01821127, 0.24519181, 0.73659691], atol=5e-9
    )
    np.testing.assert_allclose(
        softmax(np.array([1010, 1000, 990])), [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=5e-9
    )


def test_softmax_does_each_row_of_a_batch_alone() -> None:
    a = np.random.default_rng(0).normal(size=(5, 10))
    by_row = [[math.exp(v) / sum(map(math.exp, row)) for v in row] for row in a.tolist()]
    np.testing.assert_allclose(softmax(a), by_row, rtol=1e-12)
    np.testing.assert_allclose(softmax(a[0]), by_row[0], rtol=1e-12)
    assert softmax(a.reshape(5, 1, 10)).shape == (5, 1, 10)


@given(a=scores)
def test_softmax_gives_probabilities(a: np.ndarray) -> None:
    y = softmax(a)
    assert (y.shape, y.dtype) == (a.shape, a.dtype)
    assert ((y >= 0) & (y <= 1)).all()
    np.testing.assert_allclose(y.sum(axis=-1), 1, atol=1e-6)
    # the largest score has the largest probability
    assert (
        np.take_along_axis(y, a.argmax(axis=-1, keepdims=True), -1) == y.max(axis=-1, keepdims=True)
    ).all()


@given(a=hnp.arrays(np.float64, (2, 10), elements=st.floats(-50, 50)), shift=st.floats(-1000, 1000))
def test_adding_the_same_to_all_scores_changes_nothing(a: np.ndarray, shift: float) -> None:
    np.testing.assert_allclose(softmax(a + shift), softmax(a), atol=1e-10)


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
@given(x=arrays(shapes))
def test_no_warning_no_nan_and_the_input_stays(name: str, x: np.ndarray) -> None:
    before = x.copy()
    y = ACTIVATIONS[name](x)  # a warning would be an error
    assert np.isfinite(y).all()
    assert y.shape == x.shape
    assert y.dtype == (np.dtype(int) if name == "step_function" else x.dtype)
    np.testing.assert_array_equal(x, before)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_at_the_ends(dtype: type) -> None:
    big = BIG32 if dtype is np.float32 else 1e307
    x: Array = np.array([-big, 0, big], dtype)
    assert sigmoid(x).tolist() == [0, 0.5, 1]
    assert tanh(x).tolist() == [-1, 0, 1]
    assert softmax(x).tolist() == [0, 0, 1]
    assert relu(x).tolist() == [0, 0, float(dtype(big))]


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int64, np.bool_])
@pytest.mark.parametrize("function", [sigmoid, tanh, softmax])
def test_integers_are_numbers_like_others(function, dtype: type) -> None:
    x: Array = np.array([0, 1, 1, 0], dtype)
    np.testing.assert_allclose(function(x), function([0.0, 1.0, 1.0, 0.0]), rtol=1e-6)


@pytest.mark.parametrize("name", sorted(SLOPES))
def test_slopes_against_the_rise_over_a_small_step(name: str) -> None:
    a = np.array([-3.1, -1.0, -0.2, 0.3, 1.7, 4.0])
    rise = (ACTIVATIONS[name](a + 1e-6) - ACTIVATIONS[name](a - 1e-6)) / 2e-6
    np.testing.assert_allclose(SLOPES[name](ACTIVATIONS[name](a)), rise, atol=1e-7)


def test_slopes_are_those_of_the_functions_that_work_element_by_element() -> None:
    assert set(SLOPES) == set(ACTIVATIONS) - {"softmax"}
    assert SLOPES["relu"](np.array([0.0])).tolist() == [0]
