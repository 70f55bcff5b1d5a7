"""Sure or not: the bar on the score, and what stands in for it."""

import numpy as np
import pytest

from nncore import Layer, Network, is_sure, predict
from nncore.evaluation.doubt import best_scores, fit_bar, with_bar
from nncore.evaluation.metrics import with_temperature
from nncore.predict import scores


def by_itself(bar=None):
    """A network whose scores are its inputs."""
    return Network([Layer(np.eye(3), np.zeros(3), "softmax")], bar)


X = np.array([[5.0, 0.0, 0.0], [4.9, 0.0, 0.0], [-1.0, -9.0, -9.0], [6.0, 6.0, 6.0]])


def test_the_best_score_must_reach_the_bar_whatever_the_probabilities_are():
    # The third is 99.9 % probable on weak evidence; the fourth a third, on strong.
    assert is_sure(by_itself(5.0), X).tolist() == [True, False, False, True]
    assert predict(by_itself(), X[2]).max() > 0.99


def test_without_a_bar_the_best_probability_counts():
    assert is_sure(by_itself(), X).tolist() == [True, True, True, False]


@pytest.mark.parametrize("bar", [None, 1.0])
def test_one_image_gets_one_answer(bar):
    assert is_sure(by_itself(bar), X[0]).shape == ()
    assert is_sure(by_itself(bar), X).shape == (4,)


def test_scores_are_what_the_forward_pass_adds_up():
    rng = np.random.default_rng(0)
    for names in (["softmax"], ["sigmoid", "softmax"], ["relu", "tanh", "softmax"]):
        sizes = (7, 5, 4, 3)[: len(names)]
        layers = [
            Layer(rng.normal(size=(a, b)), rng.normal(size=b), h)
            for a, b, h in zip(sizes, (*sizes[1:], 3), names, strict=True)
        ]
        network, x = Network(layers), rng.normal(size=(4, 7))
        np.testing.assert_allclose(scores(network, x), network.forward(x)[f"A{len(names)}"], atol=1e-12)
        np.testing.assert_allclose(scores(network, x[0]), network.forward(x[0])[f"A{len(names)}"], atol=1e-12)


def test_of_a_thousand_digits_of_each_kind_983_clear_the_bar():
    rng = np.random.default_rng(1)
    kinds = rng.normal(5, 1, 1000), rng.normal(4, 2, 1000)
    bar = fit_bar(kinds)
    assert [(kind >= bar).sum() for kind in kinds][1] == 983
    assert (kinds[0] >= bar).sum() > 983


def test_the_best_scores_of_many_images_are_those_of_each():
    x = np.random.default_rng(2).normal(size=(2500, 3))
    np.testing.assert_allclose(best_scores(by_itself(), x), x.max(axis=1))


def test_a_temperature_takes_the_bar_along():
    network = with_temperature(by_itself(5.0), 2)
    assert network.bar == 2.5
    assert is_sure(network, X).tolist() == is_sure(by_itself(5.0), X).tolist()
    assert with_bar(network, None).bar is None


@pytest.mark.parametrize("bar", [np.nan, np.inf])
def test_a_bar_is_a_finite_number(bar):
    with pytest.raises(ValueError, match="finite"):
        by_itself(bar)
