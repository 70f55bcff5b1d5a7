"""The optimizers' steps: each as its formula says, and all come down a long valley."""

import math

import numpy as np
import pytest

from nncore import OPTIMIZERS, SGD, AdaGrad, Adam, Momentum


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
