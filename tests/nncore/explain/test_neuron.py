"""One neuron's plane and slopes, and chains of neurons, against values worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import chain, one_line, value_and_slope

small = st.floats(-3, 3)


def test_value_and_slope_by_hand() -> None:
    value, slope = value_and_slope("sigmoid", 0.0)
    assert (value, slope) == (0.5, 0.25)
    assert value_and_slope("relu", 2.0) == (2.0, 1.0)
    assert value_and_slope("identity_function", -1.5) == (-1.5, 1.0)
    assert value_and_slope("step_function", 1.0) == (1.0, 0.0)


@pytest.mark.parametrize("h", ["step_function", "relu"])
def test_where_a_curve_jumps_or_bends_it_has_no_slope(h: str) -> None:
    assert value_and_slope(h, 0.0) == (0.0, None)


def test_a_chain_by_hand() -> None:
    answers = chain("relu", (1, -1, 1.5), (1, 2, 0.5), [-5.0, 0.0, 5.0])
    assert [z.tolist() for z in answers] == [[0, 1, 6], [2, 1, 0], [3.5, 2.0, 0.5]]
    assert one_line((1, -1, 1.5), (1, 2, 0.5)) == (-1.5, 2.0)


@given(st.lists(st.tuples(small, small), min_size=1, max_size=5), small)
def test_without_bends_a_chain_is_one_line(layers: list[tuple[float, float]], x: float) -> None:
    weights, biases = zip(*layers, strict=True)
    slope, intercept = one_line(weights, biases)
    last = chain("identity_function", weights, biases, x)[-1]
    assert float(last) == pytest.approx(slope * x + intercept, rel=1e-9, abs=1e-9)
    assert np.shape(last) == ()
