"""Sure or not: the bar on the score, and what stands in for it."""

import numpy as np
import pytest

from nncore import Layer, Network, is_sure, predict
from nncore.evaluation.doubt import fit_bar


def by_itself(bar=None):
    """A network whose scores are its inputs."""
    return Network([Layer(np.eye(3), np.zeros(3), "softmax")], bar)


X = np.array([[5.0, 0.0, 0.0], [4.9, 0.0, 0.0], [-1.0, -9.0, -9.0], [6.0, 6.0, 6.0]])


def test_the_best_score_must_reach_the_bar_whatever_the_probabilities_are():
    # The third is 99.9 % probable on weak evidence; the fourth a third, on strong.
    assert is_sure(by_itself(5.0), X).tolist() == [True, False, False, True]
    assert predict(by_itself(), X[2]).max() > 0.99
    assert is_sure(by_itself(5.0), X[0]).shape == ()


def test_the_bar_is_on_the_score_and_not_on_what_an_inner_layer_gives():
    network = Network([Layer(8 * np.eye(3), np.zeros(3), "sigmoid"), Layer(np.eye(3), np.ones(3), "softmax")])
    scores = network.forward(X)["A2"].max(axis=1)
    bar = np.sort(scores)[1:3].mean()
    assert is_sure(Network(network.layers, bar), X).tolist() == (scores >= bar).tolist()


def test_without_a_bar_the_best_probability_counts():
    assert is_sure(by_itself(), X).tolist() == [True, True, True, False]


def test_of_a_thousand_digits_of_each_kind_983_clear_the_bar():
    rng = np.random.default_rng(1)
    easy, hard = rng.normal(5, 1, 1000), rng.normal(4, 2, 1000)
    bar = fit_bar((easy, hard))
    assert (hard >= bar).sum() == 983 < (easy >= bar).sum()


@pytest.mark.parametrize("bar", [np.nan, np.inf])
def test_a_bar_is_a_finite_number(bar):
    with pytest.raises(ValueError, match="finite"):
        by_itself(bar)
