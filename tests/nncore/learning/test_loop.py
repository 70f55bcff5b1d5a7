"""The loop of learning: its first weights, its mini-batches and its steps."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import Adam
from nncore.learning.backprop import loss_and_gradient
from nncore.learning.loop import live_network, mini_batches, random_network, training_steps


def xor(seed=0):
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32)
    t = np.eye(2, dtype=np.float32)[[0, 1, 1, 0]]
    network = random_network((2, 4, 2), "tanh", "Xavier", np.random.default_rng(seed))
    params = {key: array.copy() for key, array in network.items()}

    gradient = partial(loss_and_gradient, live_network(params, "tanh"))
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
