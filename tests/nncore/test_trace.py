"""What a Trace promises: every step of a forward pass, against plain loops."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import ACTIVATIONS, Network, init_network
from tests.support.random_network import random_network


def by_plain_loops(network: Network, x: list[float]) -> list[list[float]]:
    """The forward pass of one input without any matrix product: X, A1, Z1, …, Y."""
    values = [x]
    for layer in network.layers:
        W, b = layer.W.tolist(), layer.b.tolist()
        a = [sum(values[-1][i] * W[i][j] for i in range(len(W))) + b[j] for j in range(len(b))]
        values += [a, ACTIVATIONS[layer.h](a).tolist()]
    return values


@given(
    seed=st.integers(0, 10**6),
    sizes=st.lists(st.integers(1, 7), min_size=2, max_size=6),
    hidden=st.sampled_from(["sigmoid", "relu", "tanh", "step_function"]),
    last=st.sampled_from(["softmax", "identity_function"]),
)
def test_every_step_against_plain_loops(seed, sizes, hidden, last) -> None:
    network = random_network(seed, sizes, np.float64, hidden, last)
    x = np.random.default_rng(seed + 1).normal(size=(3, sizes[0]))
    batch = network.forward(x)
    depth = len(sizes) - 1
    middle = [f"{kind}{n}" for n in range(1, depth + 1) for kind in "AZ"]
    assert batch.symbols == ("X", *middle[:-1], "Y")
    for row in range(3):
        expected = by_plain_loops(network, x[row].tolist())
        single = network.forward(x[row])
        for step, one, value in zip(batch, single, expected, strict=True):
            np.testing.assert_allclose(step.value[row], value, atol=1e-9)
            np.testing.assert_allclose(one.value, value, atol=1e-9)


def test_formulas_and_shapes() -> None:
    network = random_network(0, (784, 50, 100, 10))
    trace = network.forward(np.zeros((100, 784)))
    assert [(step.symbol, step.formula, step.shape) for step in trace] == [
        ("X", "X", (100, 784)),
        ("A1", "A1 = X @ W1 + b1", (100, 50)),
        ("Z1", "Z1 = sigmoid(A1)", (100, 50)),
        ("A2", "A2 = Z1 @ W2 + b2", (100, 100)),
        ("Z2", "Z2 = sigmoid(A2)", (100, 100)),
        ("A3", "A3 = Z2 @ W3 + b3", (100, 10)),
        ("Y", "Y = softmax(A3)", (100, 10)),
    ]
    assert [step.shape for step in network.forward(np.zeros(784))] == [
        (784,), (50,), (50,), (100,), (100,), (10,), (10,),
    ]  # fmt: skip


def test_a_trace_is_frozen_and_the_input_is_the_callers_own() -> None:
    x = np.array([1.0, 0.5])
    trace = init_network().forward(x)
    for step in trace:
        with pytest.raises(ValueError, match="read-only"):
            step.value[0] = 0
        with pytest.raises(AttributeError):
            step.value = x  # type: ignore[misc]
    x[0] = 7  # still the caller's to change, and the trace does not follow
    assert trace["X"].tolist() == [1.0, 0.5]


@pytest.mark.parametrize("shape", [(), (5,), (7,), (2, 5), (1, 1, 6), (6, 1), (0,)])
def test_an_input_of_the_wrong_shape(shape) -> None:
    with pytest.raises(ValueError, match="takes 6 numbers per input"):
        random_network(0).forward(np.zeros(shape))
