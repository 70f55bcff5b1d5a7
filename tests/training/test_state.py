"""What a run has learned: one vector, seen as weights, and the networks that are made of it."""

from dataclasses import replace

import numpy as np
import pytest

from nncore import Layer, Network, predict
from nncore.predict import scores
from training.state import TrainingState, against_none


@pytest.mark.parametrize("inner", [(), (5,), (5, 4), (5, 4, 4)])
def test_a_sigmoid_network_answers_as_the_tanh_network_that_learned(inner):
    state = TrainingState.start((6, *inner, 4), "sigmoid", 0)
    state.best += np.random.default_rng(0).normal(size=state.best.shape) / 3
    state.centre += np.random.default_rng(2).random(6, np.float32)
    tanh = replace(state, hidden="tanh")
    x = np.random.default_rng(1).normal(size=(9, 6))
    network = state.network(state.best)
    assert [layer.h for layer in network.layers] == ["sigmoid"] * len(inner) + ["softmax"]
    np.testing.assert_allclose(predict(network, x), predict(tanh.network(tanh.best), x), atol=1e-6)


def test_the_finished_network_scores_against_none_and_keeps_the_chances_of_the_others():
    rng = np.random.default_rng(3)
    whole = Network([Layer(rng.normal(size=(6, 4)), rng.normal(size=4), "softmax")])
    x = rng.normal(size=(50, 6))
    y = predict(whole, x)
    digits = against_none(whole)
    np.testing.assert_allclose(predict(digits, x), y[:, :3] / y[:, :3].sum(axis=1, keepdims=True), atol=1e-12)
    # A score is now how much likelier a digit is than none of them.
    np.testing.assert_allclose(scores(digits, x), np.log(y[:, :3] / y[:, 3:]), atol=1e-12)
