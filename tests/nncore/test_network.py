"""Chapter 3: matrix products, the toy network's numbers, and what a Network promises."""

import numpy as np
import pytest

from nncore import Layer, Network, forward, init_network, sigmoid
from tests.support.random_network import random_network

# The book's matrix products


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


def test_unknown_keys() -> None:
    for key in ("W0", "W4", "b4", "W", "", "W01", "X1", "w1"):
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
