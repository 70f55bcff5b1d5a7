"""Softmax by its stages, and the naive formula that really overflows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import naive_softmax, softmax, softmax_stages

scores = st.lists(st.floats(-500, 500), min_size=1, max_size=6)


def test_the_books_example() -> None:
    stages = softmax_stages([0.3, 2.9, 4.0])
    np.testing.assert_allclose(stages.y, [0.01821127, 0.24519181, 0.73659691], atol=1e-8)
    np.testing.assert_allclose(stages.shifted, [-3.7, -1.1, 0.0])
    np.testing.assert_allclose(naive_softmax([0.3, 2.9, 4.0]).exp_a, [1.34985881, 18.17414537, 54.59815003])
    assert naive_softmax([0.3, 2.9, 4.0]).warnings == ()


def test_the_books_overflow() -> None:
    naive = naive_softmax([1010, 1000, 990])
    assert np.isnan(naive.y).all()
    assert np.isinf(naive.exp_a).all()
    np.testing.assert_allclose(
        softmax_stages([1010, 1000, 990]).y, [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=1e-8
    )


@given(scores, st.floats(-1000, 1000))
def test_the_stages_end_in_softmax_sum_to_1_and_ignore_a_constant(a: list[float], plus: float) -> None:
    stages = softmax_stages(a)
    np.testing.assert_array_equal(stages.y, softmax(a))
    assert stages.y.sum() == pytest.approx(1)
    np.testing.assert_allclose(softmax_stages(np.add(a, plus)).y, stages.y, atol=1e-9)
