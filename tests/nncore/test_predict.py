"""The fast path must say what the readable one says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import ACTIVATIONS, Layer, Network, init_network, predict


def random_network(seed: int, sizes, dtype, activations) -> Network:
    rng = np.random.default_rng(seed)
    return Network(
        [
            Layer(3 * rng.normal(size=(n, m)).astype(dtype), rng.normal(size=m).astype(dtype), h)
            for n, m, h in zip(sizes, sizes[1:], activations, strict=False)
        ]
    )


@given(
    seed=st.integers(0, 10**6),
    sizes=st.lists(st.integers(1, 12), min_size=4, max_size=4),
    dtype=st.sampled_from([np.float32, np.float64]),
    activations=st.lists(st.sampled_from(sorted(ACTIVATIONS)), min_size=3, max_size=3),
    rows=st.sampled_from([None, 0, 1, 5]),
)
def test_predict_agrees_with_forward(seed, sizes, dtype, activations, rows) -> None:
    network = random_network(seed, sizes, dtype, activations)
    shape = (sizes[0],) if rows is None else (rows, sizes[0])
    x = np.random.default_rng(seed + 1).normal(size=shape)
    before = x.copy()
    fast, readable = predict(network, x), network.forward(x).Y
    assert (fast.shape, fast.dtype) == (readable.shape, readable.dtype)
    np.testing.assert_allclose(fast, readable, atol=1e-6, rtol=1e-6)
    np.testing.assert_array_equal(x, before)
    if rows != 0:
        np.testing.assert_array_equal(fast.argmax(axis=-1), readable.argmax(axis=-1))


def test_a_very_large_sum_is_a_neuron_that_fires_or_does_not() -> None:
    weights = np.array([[3e37, -3e37]], np.float32)
    network = Network(
        [Layer(weights, np.zeros(2, np.float32)), Layer(np.eye(2, dtype=np.float32), np.zeros(2, np.float32))]
    )
    np.testing.assert_allclose(predict(network, [[10], [0]]), [[1 / (1 + np.exp(-1)), 0.5], [0.62245933] * 2])


def test_the_result_is_the_callers_to_change() -> None:
    network = init_network()
    y = predict(network, [1.0, 0.5])
    expected = y.copy()
    y[:] = 0
    np.testing.assert_array_equal(predict(network, [1.0, 0.5]), expected)
    x = np.array([[2.0, 3.0]])
    identity = Network([Layer(np.eye(2), np.zeros(2), "identity_function")])
    predict(identity, x)[:] = 0
    assert x.tolist() == [[2, 3]]


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (1, 1, 2)])
def test_an_input_of_the_wrong_shape(shape) -> None:
    with pytest.raises(ValueError, match="takes 2 numbers per input"):
        predict(init_network(), np.zeros(shape))
