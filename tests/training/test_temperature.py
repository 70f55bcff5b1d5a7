"""The temperature makes confidence honest, and changes no answer."""

import numpy as np
import pytest

from nncore import Layer, Network, is_sure, predict
from training.temperature import fit_temperature, with_temperature


def test_the_temperature_finds_back_what_was_done_to_the_scores():
    rng = np.random.default_rng(0)
    network = Network([Layer(rng.normal(size=(5, 3)), np.zeros(3), "softmax")])
    x = rng.normal(size=(20_000, 5))
    y = predict(network, x)
    labels = (y.cumsum(axis=1) > rng.random((len(y), 1))).argmax(axis=1)
    assert fit_temperature(network, x, labels) == pytest.approx(1, abs=0.05)
    too_sure = with_temperature(network, 1 / 3)
    assert fit_temperature(too_sure, x, labels) == pytest.approx(3, rel=0.05)
    np.testing.assert_array_equal(predict(too_sure, x).argmax(axis=1), y.argmax(axis=1))


def test_the_bar_comes_along():
    network = Network([Layer(np.eye(3), np.zeros(3), "softmax")], bar=5.0)
    x = np.array([[5.0, 0.0, 0.0], [4.9, 0.0, 0.0]])
    assert with_temperature(network, 2).bar == 2.5
    assert is_sure(with_temperature(network, 2), x).tolist() == is_sure(network, x).tolist() == [True, False]
