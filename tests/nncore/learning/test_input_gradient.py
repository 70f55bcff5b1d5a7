"""The slope of a score with respect to each input."""

import numpy as np
import pytest

from nncore import Layer, Network
from nncore.learning.backprop import input_gradient


def small_network(rng, hidden):
    sizes = (6, 5, 4, 3)
    names = (hidden, hidden, "softmax")
    return Network(
        [
            Layer(rng.normal(size=(a, b)), rng.normal(size=b), h)
            for a, b, h in zip(sizes, sizes[1:], names, strict=False)
        ]
    )


@pytest.mark.parametrize("hidden", ["sigmoid", "relu", "tanh"])
def test_the_gradient_of_a_score_agrees_with_nudging_each_input(hidden):
    rng = np.random.default_rng(4)
    network, x = small_network(rng, hidden), rng.normal(size=6)
    slope = input_gradient(network, x, 2)
    nudged = [
        (network.forward(x + d)["A3"][2] - network.forward(x - d)["A3"][2]) / 2e-6 for d in np.eye(6) * 1e-6
    ]
    assert slope.shape == (6,)
    np.testing.assert_allclose(slope, nudged, atol=1e-7)
