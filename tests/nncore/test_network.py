"""Chapter 3: matrix products, the toy network's numbers, and what a Network and a Trace promise."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import ACTIVATIONS, Layer, Network, Trace, forward, init_network, sigmoid


def random_network(
    seed: int, sizes=(6, 5, 4, 3), dtype=np.float32, hidden="sigmoid", last="softmax"
) -> Network:
    rng = np.random.default_rng(seed)
    shapes = list(pairwise(sizes))
    return Network(
        [
            Layer(rng.normal(size=(n, m)).astype(dtype), rng.normal(size=m).astype(dtype), h)
            for (n, m), h in zip(shapes, [hidden] * (len(shapes) - 1) + [last], strict=True)
        ]
    )


# The book's matrix products


def test_np_dot_of_the_book() -> None:
    assert np.dot([[1, 2], [3, 4]], [[5, 6], [7, 8]]).tolist() == [[19, 22], [43, 50]]
    layer = Layer([[5, 6], [7, 8]], [0, 0], "identity_function")
    assert forward(Network([layer]), [[1, 2], [3, 4]]).tolist() == [[19, 22], [43, 50]]


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [((3, 2), (2, 4), (3, 4)), ((3, 2), (2,), (3,)), ((2,), (2, 3), (3,)), ((2,), (2, 1), (1,))],
)
def test_shapes_of_the_book(left, right, result) -> None:
    assert (np.ones(left) @ np.ones(right)).shape == result


def test_one_neuron_of_two_inputs() -> None:
    trace = Network([Layer(np.ones((2, 1)), np.ones(1))]).forward(np.ones(2))
    assert trace["A1"].shape == (1,)  # (2,)·(2,1) + (1,) → (1,)
    assert trace["A1"].tolist() == [3]


# The toy network


def test_the_toy_network_step_by_step() -> None:
    trace = init_network().forward([1.0, 0.5])
    by_hand = {
        "X": [1.0, 0.5],
        "A1": [0.3, 0.7, 1.1],
        "Z1": [0.57444252, 0.66818777, 0.75026011],
        "A2": [0.51615984, 1.21402696],
        "Z2": [0.62624937, 0.7710107],
        "A3": [0.31682708, 0.69627909],
        "Y": [0.31682708, 0.69627909],
    }
    assert trace.symbols == tuple(by_hand)
    for symbol, value in by_hand.items():
        np.testing.assert_allclose(trace[symbol], value, atol=5e-9, rtol=0)


def test_forward_is_the_books_function() -> None:
    network = init_network()
    assert network.dtype == np.float64
    y = forward(network, np.array([1.0, 0.5]))
    np.testing.assert_allclose(y, [0.31682708, 0.69627909], atol=5e-9, rtol=0)


def test_the_books_listing_runs_on_it() -> None:
    network = init_network()
    W1, W2, W3 = network["W1"], network["W2"], network["W3"]
    b1, b2, b3 = network["b1"], network["b2"], network["b3"]
    z1 = sigmoid(np.dot(np.array([1.0, 0.5]), W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    np.testing.assert_array_equal(np.dot(z2, W3) + b3, forward(network, [1.0, 0.5]))


# The network as a value


def test_sizes_and_repr() -> None:
    network = random_network(0, (784, 50, 100, 10))
    assert network.sizes == (784, 50, 100, 10)
    assert repr(network) == "Network(784-50-100-10: sigmoid, sigmoid, softmax)"
    assert repr(init_network()) == "Network(2-3-2-2: sigmoid, sigmoid, identity_function)"
    assert network["W1"].shape == (784, 50)
    assert network["W2"].shape == (50, 100)
    assert network["W3"].shape == (100, 10)
    assert [network[f"b{n}"].shape for n in (1, 2, 3)] == [(50,), (100,), (10,)]


def test_reads_as_the_books_dictionary() -> None:
    network = init_network()
    assert list(network.keys()) == ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert len(network) == 6
    assert network["B2"] is network["b2"]
    assert network["W2"].tolist() == [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]
    assert dict(network)["b3"].tolist() == [0.1, 0.2]
    assert "B3" in network
    assert "w1" not in network
    assert 1 not in network


@pytest.mark.parametrize("key", ["W0", "W4", "b4", "W", "", "W01", "W-1", "X1", "BB1", "W1 "])
def test_unknown_keys(key: str) -> None:
    with pytest.raises(KeyError):
        init_network()[key]


def test_nothing_on_a_network_can_be_changed() -> None:
    W, b = np.ones((2, 3)), np.zeros(3)
    network = Network([Layer(W, b)])
    W[:] = 5
    b[:] = 5
    assert network["W1"].tolist() == [[1, 1, 1], [1, 1, 1]]
    assert network["b1"].tolist() == [0, 0, 0]
    for array in network.values():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    with pytest.raises(TypeError):
        network["W1"] = W  # type: ignore[index]
    with pytest.raises(AttributeError):
        network.layers[0].W = W  # type: ignore[misc]


def test_networks_are_compared_by_identity_and_can_be_cached() -> None:
    one, two = init_network(), init_network()
    assert one != two
    assert len({one, one, two}) == 2


@pytest.mark.parametrize(
    ("W", "b"), [(np.ones((2, 3)), np.ones(2)), (np.ones(3), np.ones(3)), (np.ones((2, 3)), np.ones((1, 3)))]
)
def test_a_layer_needs_one_bias_per_neuron(W, b) -> None:
    with pytest.raises(ValueError, match="one bias per column"):
        Layer(W, b)


@pytest.mark.parametrize("bad", [["a", "b"], [1j, 2], np.array([None, 1], object)])
def test_a_layer_holds_real_numbers(bad) -> None:
    with pytest.raises(ValueError, match="real numbers"):
        Layer(np.ones((1, 2)), bad)


def test_an_unknown_activation() -> None:
    with pytest.raises(ValueError, match=r"No activation is called 'softplus': use .*sigmoid"):
        Layer(np.ones((1, 1)), np.ones(1), "softplus")


def test_layers_must_fit() -> None:
    with pytest.raises(ValueError, match="3 neurons cannot feed one of 2 inputs"):
        Network([Layer(np.ones((2, 3)), np.ones(3)), Layer(np.ones((2, 1)), np.ones(1))])
    with pytest.raises(ValueError, match="at least one layer"):
        Network([])


# The trace


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


def test_one_layer_twice_is_two_layers() -> None:
    layer = Layer(np.eye(2), np.ones(2), "identity_function")
    trace = Network([layer, layer]).forward([0, 1])
    assert trace.symbols == ("X", "A1", "Z1", "A2", "Y")
    assert trace.Y.tolist() == [2, 3]


def test_a_trace_is_a_sequence_and_has_values_by_name() -> None:
    trace = init_network().forward([1.0, 0.5])
    assert isinstance(trace, Trace)
    assert len(trace) == 7
    assert trace[1].symbol == "A1"
    assert trace[-1].value is trace.Y
    assert [step.symbol for step in trace[1:3]] == ["A1", "Z1"]
    assert trace["Z1"] is trace[2].value
    with pytest.raises(KeyError):
        trace["A4"]
    with pytest.raises(IndexError):
        trace[7]


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


def test_forward_leaves_the_network_as_it_was() -> None:
    network = random_network(3)
    before = {key: value.copy() for key, value in network.items()}
    attributes = set(vars(network))
    first = network.forward(np.ones(6)).Y
    network.forward(np.zeros((4, 6)))
    np.testing.assert_array_equal(network.forward(np.ones(6)).Y, first)
    assert set(vars(network)) == attributes
    assert all((network[key] == before[key]).all() for key in before)


@pytest.mark.parametrize("shape", [(), (5,), (7,), (2, 5), (1, 1, 6), (6, 1), (0,)])
def test_an_input_of_the_wrong_shape(shape) -> None:
    with pytest.raises(ValueError, match="takes 6 numbers per input"):
        random_network(0).forward(np.zeros(shape))


def test_number_types() -> None:
    assert random_network(0, dtype=np.float32).forward(np.ones(6, np.float64)).Y.dtype == np.float32
    assert random_network(0, dtype=np.float64).forward(np.ones(6, np.uint8)).Y.dtype == np.float64
    mixed = Network([Layer([[1, 2]], [3, 4]), Layer(np.ones((2, 1), np.float32), np.ones(1, np.float32))])
    assert {step.value.dtype for step in mixed.forward([1])} == {mixed.dtype} == {np.dtype(np.float64)}


def test_an_empty_batch() -> None:
    assert random_network(0).forward(np.zeros((0, 6))).Y.shape == (0, 3)
