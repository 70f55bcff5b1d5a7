"""Going back through a network: held against the book and against trying every weight."""

import numpy as np
import pytest

from nncore import (
    Array,
    Layer,
    Network,
    backward,
    cross_entropy_error,
    init_network,
    numerical_gradient,
    softmax,
    sum_squared_error,
)
from nncore.learning.backprop import input_gradient, loss_and_gradient
from nncore.learning.loop import live_network

SIMPLE = np.array([[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]])


def test_the_books_simple_net():
    network = Network([Layer(SIMPLE, np.zeros(3), "softmax")])
    x, t = np.array([0.6, 0.9]), np.array([0, 0, 1])
    trace = network.forward(x)
    np.testing.assert_allclose(trace["A1"], [1.05414809, 0.63071653, 1.1328074], atol=1e-8)
    assert cross_entropy_error(trace.Y, t) == pytest.approx(0.92806853663411326, abs=1e-6)
    back = backward(network, trace, t)
    np.testing.assert_allclose(back["W1"], [[0.219, 0.144, -0.363], [0.329, 0.215, -0.544]], atol=5e-4)
    np.testing.assert_allclose(back["W1"], np.outer(x, trace.Y - t), atol=1e-15)


HIDDEN = ["sigmoid", "relu", "tanh", "identity_function", "step_function"]


def some_network(rng, hidden, out, sizes=(4, 5, 3, 2)):
    names = [hidden] * (len(sizes) - 2) + [out]
    return Network(
        [
            Layer(rng.normal(size=(a, b)), rng.normal(size=b), h)
            for a, b, h in zip(sizes, sizes[1:], names, strict=False)
        ]
    )


def with_one(network, key, array):
    arrays = {**network, key: array}
    return Network(
        [Layer(arrays[f"W{n}"], arrays[f"b{n}"], layer.h) for n, layer in enumerate(network.layers, 1)]
    )


LOSS = {"softmax": cross_entropy_error, "identity_function": sum_squared_error}


@pytest.mark.parametrize("batch", [True, False])
@pytest.mark.parametrize("out", LOSS)
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("sizes", [(4, 2), (4, 5, 3, 2)])
def test_going_back_agrees_with_trying_every_weight(hidden, out, batch, sizes):
    rng = np.random.default_rng(1)
    network = some_network(rng, hidden, out, sizes)
    x = rng.normal(size=(6, 4) if batch else 4)
    t = rng.integers(2, size=6) if batch else 1
    back = backward(network, network.forward(x), t)
    for key, array in network.items():

        def loss(a: Array, key: str = key) -> float:
            return LOSS[out](with_one(network, key, a).forward(x).Y, t)

        tried = numerical_gradient(loss, array)
        np.testing.assert_allclose(back[key], tried, atol=1e-6)
    tried = numerical_gradient(lambda x: LOSS[out](network.forward(x).Y, t), x)
    np.testing.assert_allclose(back["dX"], tried, atol=1e-6)


def test_the_steps_back_are_named_in_order_and_have_the_shapes_of_what_they_are_of():
    network = init_network()
    trace = network.forward([1.0, 0.5])
    back = backward(network, trace, [0.0, 1.0])
    assert back.symbols == tuple(
        "dA3 dW3 db3 dZ2 dA2 dW2 db2 dZ1 dA1 dW1 db1 dX".split()  # noqa: SIM905
    )
    values = dict(network) | {symbol: trace[symbol] for symbol in trace.symbols}
    for step in back:
        assert step.shape == values[step.symbol[1:]].shape
        assert step.formula.startswith(f"{step.symbol} = ")
        with pytest.raises(ValueError, match="read-only"):
            step.value[...] = 0
    np.testing.assert_allclose(back["dA3"], trace.Y - [0.0, 1.0])


@pytest.mark.parametrize("hidden", HIDDEN)
def test_the_formulas_are_numpy_that_gives_the_step(hidden):
    rng = np.random.default_rng(4)
    network = some_network(rng, hidden, "softmax")
    for x, t in ((rng.normal(size=4), 0), (rng.normal(size=(3, 4)), np.array([0, 1, 1]))):
        trace = network.forward(x)
        known = {"np": np, "t": np.eye(2)[t], **network}
        known |= {symbol: trace[symbol] for symbol in trace.symbols}
        for step in backward(network, trace, t):
            given = eval(step.formula.split(" = ")[1], {}, known)  # noqa: S307
            np.testing.assert_allclose(given, step.value, atol=1e-15)
            known[step.symbol] = step.value


@pytest.mark.parametrize("hidden", ["sigmoid", "relu", "tanh"])
def test_weights_learn_from_the_way_back_that_is_shown_while_others_change_them(hidden):
    rng = np.random.default_rng(2)
    params = {key: np.array(value) for key, value in some_network(rng, hidden, "softmax").items()}
    network = live_network(params, hidden)
    x, t = rng.normal(size=(7, 4)), softmax(rng.normal(size=(7, 2)))
    for _ in range(2):
        loss, gradients = loss_and_gradient(network, x, t)
        trace = network.forward(x)
        assert loss == cross_entropy_error(trace.Y, t)
        back = backward(network, trace, t)
        for key, gradient in gradients.items():
            np.testing.assert_array_equal(gradient, back[key])
            assert network[key].tolist() == params[key].tolist()
            params[key] -= gradient


def test_what_cannot_learn_is_refused():
    rng = np.random.default_rng(0)
    stairs = some_network(rng, "relu", "sigmoid")
    with pytest.raises(ValueError, match="learns with"):
        backward(stairs, stairs.forward(np.ones(4)), 0)
    inside = some_network(rng, "softmax", "softmax")
    with pytest.raises(ValueError, match="learns with"):
        backward(inside, inside.forward(np.ones(4)), 0)


@pytest.mark.parametrize("hidden", ["sigmoid", "relu", "tanh"])
def test_the_slope_of_a_score_agrees_with_trying_each_input(hidden):
    rng = np.random.default_rng(4)
    network, x = some_network(rng, hidden, "softmax"), rng.normal(size=4)
    tried = numerical_gradient(lambda x: network.forward(x)["A3"][1], x)
    np.testing.assert_allclose(input_gradient(network, x, 1), tried, atol=1e-6)
