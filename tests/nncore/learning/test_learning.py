"""Learning: the losses, slopes and steps of the book, held against what it prints and against trying."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import (
    OPTIMIZERS,
    SGD,
    AdaGrad,
    Adam,
    Array,
    Layer,
    Momentum,
    Network,
    backward,
    cross_entropy_error,
    gradient_descent,
    init_network,
    load_network,
    numerical_diff,
    numerical_gradient,
    random_network,
    softmax,
    sum_squared_error,
)
from nncore.learning.backprop import batch_gradient
from nncore.learning.loop import mini_batches, training_steps

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


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_probability_of_nothing_has_a_finite_loss(dtype):
    y = np.array([1, 0, 0], dtype)
    assert cross_entropy_error(y, 0) == 0
    assert cross_entropy_error(y, 1) == pytest.approx(-math.log(np.finfo(dtype).tiny))


@pytest.mark.parametrize("t", [10, -1, 2.0, [0, 1], np.ones((2, 10)), [[2]]])
def test_targets_that_do_not_fit_are_refused(t):
    with pytest.raises(ValueError, match=r"Targets|Labels"):
        sum_squared_error(Y, t)


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


def test_flying_away_for_ever_ends_without_a_warning():
    path = gradient_descent(lambda x: float(np.exp(min(x[0] ** 2, 700))), [5.0], lr=1e300, step_num=20)
    assert path.shape == (21, 1)


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


def test_the_simple_nets_loss_falls_step_by_step():
    W, x, t = SIMPLE.copy(), np.array([0.6, 0.9]), np.array([0.0, 0, 1])
    losses = [cross_entropy_error(softmax(x @ W), t)]
    for _ in range(3):
        SGD(0.1).update({"W": W}, {"W": np.outer(x, softmax(x @ W) - t)})
        losses.append(cross_entropy_error(softmax(x @ W), t))
    np.testing.assert_allclose(losses, [0.928068, 0.8644, 0.8061, 0.7529], atol=5e-5)


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
@pytest.mark.parametrize("sizes", [(4, 2), (4, 3, 2), (4, 5, 3, 2), (4, 3, 3, 3, 2)])
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
def test_the_quick_way_back_is_the_one_that_is_shown(hidden):
    rng = np.random.default_rng(2)
    network = some_network(rng, hidden, "softmax")
    x, t = rng.normal(size=(7, 4)), softmax(rng.normal(size=(7, 2)))
    loss, gradients = batch_gradient([network[key] for key in network], x, t, hidden)
    trace = network.forward(x)
    assert loss == cross_entropy_error(trace.Y, t)
    back = backward(network, trace, t)
    for key, gradient in zip(network, gradients, strict=True):
        np.testing.assert_allclose(gradient, back[key], atol=1e-15)


def test_what_cannot_learn_is_refused():
    rng = np.random.default_rng(0)
    stairs = some_network(rng, "relu", "sigmoid")
    with pytest.raises(ValueError, match="learns with"):
        backward(stairs, stairs.forward(np.ones(4)), 0)
    inside = some_network(rng, "softmax", "softmax")
    with pytest.raises(ValueError, match="learns with"):
        backward(inside, inside.forward(np.ones(4)), 0)


def test_the_shipped_networks_gradient_stays_in_its_type_and_points_down():
    network = load_network()
    x = np.random.default_rng(0).random(784, np.float32)
    trace = network.forward(x)
    t = (int(trace.Y.argmax()) + 1) % 10
    back = backward(network, trace, t)
    assert {step.value.dtype for step in back} == {np.dtype(np.float32)}
    moved = Network(
        [Layer(layer.W - 1e-3 * back[f"W{n}"], layer.b, layer.h) for n, layer in enumerate(network.layers, 1)]
    )
    assert cross_entropy_error(moved.forward(x).Y, t) < cross_entropy_error(trace.Y, t)


def by_hand(optimizer, slopes):
    """What a weight of 1 becomes, step after step, by plain arithmetic in numbers."""
    x = {"w": np.array([1.0])}
    places = []
    for slope in slopes:
        optimizer.update(x, {"w": np.array([slope])})
        places.append(float(x["w"][0]))
    return places


def test_each_optimizer_takes_the_step_that_its_formula_says():
    assert by_hand(SGD(0.1), [2, 2]) == pytest.approx([0.8, 0.6])
    # v = −0.2, then 0.9·(−0.2) − 0.2 = −0.38
    assert by_hand(Momentum(0.1, 0.9), [2, 2]) == pytest.approx([0.8, 0.42])
    # h = 4, then 8: steps 0.1·2/2 and 0.1·2/√8
    assert by_hand(AdaGrad(0.1), [2, 2]) == pytest.approx([0.9, 0.9 - 0.2 / math.sqrt(8)], abs=1e-6)
    # The corrected means are exactly g and g² while g stays the same: each step is lr.
    assert by_hand(Adam(0.1), [2, 2, 2]) == pytest.approx([0.9, 0.8, 0.7], abs=1e-6)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_comes_down_a_long_valley(name):
    # The book's valley, section 6.1: x²/20 + y² from (−7, 2).
    rates = {"SGD": 0.95, "Momentum": 0.1, "AdaGrad": 1.5, "Adam": 0.3}
    optimizer, x = OPTIMIZERS[name](lr=rates[name]), {"x": np.array([-7.0]), "y": np.array([2.0])}
    for _ in range(200):
        optimizer.update(x, {"x": x["x"] / 10, "y": 2 * x["y"]})
    assert abs(x["x"][0]) + abs(x["y"][0]) < 0.1


def xor(seed=0):
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    t = np.eye(2, dtype=np.float32)[[0, 1, 1, 0]]
    network = random_network((2, 4, 2), "tanh", "Xavier", np.random.default_rng(seed))
    params = {key: array.copy() for key, array in network.items()}

    def gradient(x, t):
        loss, parts = batch_gradient(list(params.values()), x, t, "tanh")
        return loss, dict(zip(params, parts, strict=True))

    return params, training_steps(
        params, mini_batches(x, t, 2, np.random.default_rng(seed)), gradient, Adam(0.05)
    )


def test_a_network_learns_xor_and_the_same_seed_learns_the_same():
    params, steps = xor()
    losses = [step.loss for step, _ in zip(steps, range(400), strict=False)]
    assert np.mean(losses[-20:]) < 0.05 < losses[0]
    again, others = xor()
    assert [step.loss for step, _ in zip(others, range(400), strict=False)] == losses
    assert all((params[key] == again[key]).all() for key in params)


def test_learning_does_nothing_unless_it_is_asked_for_more():
    params, steps = xor()
    before = {key: array.copy() for key, array in params.items()}
    assert all((params[key] == before[key]).all() for key in params)
    first = next(steps)
    assert first.number == 1
    assert any((params[key] != before[key]).any() for key in params)
    assert set(first.grads) == set(params)


@given(st.integers(1, 40), st.integers(1, 15), st.integers(1, 3))
def test_an_epoch_shows_every_image_once(n, size, epochs):
    images = np.arange(n, dtype=np.uint8)[:, None]
    given_out = list(mini_batches(images, np.arange(n), size, np.random.default_rng(0), epochs))
    assert sorted(np.concatenate([t for _, t in given_out]).tolist()) == sorted(list(range(n)) * epochs)
    assert all(len(x) <= size for x, _ in given_out)
    for x, t in given_out:
        assert x.dtype == np.float32
        np.testing.assert_allclose(x[:, 0] * 255, t, atol=1e-4)


@pytest.mark.parametrize(
    ("how", "deviation"), [("zero", 0), ("0.01", 0.01), ("Xavier", 1 / 20), ("He", 2**0.5 / 20), ("1", 1)]
)
def test_first_weights_spread_as_they_should(how, deviation):
    network = random_network((400, 300, 10), "relu", how, np.random.default_rng(0))
    assert network["W1"].std() == pytest.approx(deviation, rel=0.02)
    assert not network["b1"].any()
