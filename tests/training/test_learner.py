"""A network learns: it is repeatable, can be stopped and goes on, and what it becomes answers as it did."""

from dataclasses import replace
from itertools import repeat

import numpy as np
import pytest

from nncore import Layer, Network, predict
from nncore.predict import scores
from training.learner import Learner, Schedule, against_none, learn, views
from training.lessons import Lesson, ValidationSet


def squares(n=400):
    """Three classes of four-pixel images, told apart by where the ink is; the last answer is none of them."""
    rng = np.random.default_rng(0)
    labels = rng.integers(3, size=n)
    images = rng.integers(0, 120, (n, 4))
    images[np.arange(n), labels] += 130
    return Lesson(images.astype(np.uint8), np.eye(4, dtype=np.float32)[labels])


def trained(epochs, seed=0):
    lesson = squares()
    x, t = lesson.images.astype(np.float32) / 255, lesson.targets.argmax(axis=1)
    learner = Learner.start((4, 6, 5, 4), "tanh", seed)
    records = learn(learner, repeat(lesson), ValidationSet((x, t), (x, t)), Schedule(epochs, 20, 0.02, seed))
    return learner, records


def test_a_small_problem_is_learned():
    _, records = trained(12)
    history = list(records)
    assert [epoch.epoch for epoch in history] == list(range(1, 13))
    assert history[-1].loss < history[0].loss / 3
    assert history[-1].validation == history[-1].drawings > 0.95
    assert all(epoch.seconds > 0 for epoch in history)


def test_the_mean_input_taken_away_while_learning_is_in_the_finished_network():
    learner, records = trained(1)
    list(records)
    x = squares().images.astype(np.float32) / 255
    np.testing.assert_allclose(learner.centre, x.mean(axis=0), atol=1e-6)
    z = x - x.mean(axis=0)
    for W, b in zip(*[iter(views(learner.average, learner.sizes))] * 2, strict=True):
        a = z @ W + b
        z = np.tanh(a)
    expected = np.exp(a) / np.exp(a).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(predict(learner.learning_network(), x), expected, atol=1e-5)


def test_where_there_is_never_ink_no_weight_is_learned():
    lesson = squares()
    images = np.hstack([lesson.images, np.zeros((len(lesson), 2), np.uint8)])
    images[0, 4] = 25  # a trace of grey is no ink
    lesson = Lesson(images, lesson.targets)
    x, t = lesson.images.astype(np.float32) / 255, lesson.targets.argmax(axis=1)
    learner = Learner.start((6, 5, 4), "tanh", 0)
    assert views(learner.weights, learner.sizes)[0].all()
    list(learn(learner, repeat(lesson), ValidationSet((x, t), (x, t)), Schedule(3, 20, 0.02, 0)))
    W = learner.network().layers[0].W
    assert not W[4:].any()
    assert W[:4].all()


def test_a_stopped_run_goes_on_as_if_it_had_not_been(tmp_path):
    whole, records = trained(5)
    list(records)
    learner, records = trained(5)
    next(records), next(records)
    learner.save(tmp_path / "learner.npz")
    learner, records = trained(5)
    learner.load(tmp_path / "learner.npz")
    assert [epoch.epoch for epoch in records] == [3, 4, 5]
    np.testing.assert_array_equal(learner.average, whole.average)
    np.testing.assert_array_equal(learner.weights, whole.weights)
    assert [e.loss for e in learner.history] == [e.loss for e in whole.history]


@pytest.mark.parametrize("inner", [(), (5,), (5, 4), (5, 4, 4)])
def test_a_sigmoid_network_answers_as_the_tanh_network_that_learned(inner):
    learner = Learner.start((6, *inner, 4), "sigmoid", 0)
    learner.average += np.random.default_rng(0).normal(size=learner.average.shape) / 3
    learner.centre += np.random.default_rng(2).random(6, np.float32)
    tanh = replace(learner, hidden="tanh")
    x = np.random.default_rng(1).normal(size=(9, 6))
    network = learner.network()
    assert [layer.h for layer in network.layers] == ["sigmoid"] * len(inner) + ["softmax"]
    np.testing.assert_allclose(predict(network, x), predict(tanh.network(), x), atol=1e-6)


def test_the_finished_network_scores_against_none_and_keeps_the_chances_of_the_others():
    rng = np.random.default_rng(3)
    whole = Network([Layer(rng.normal(size=(6, 4)), rng.normal(size=4), "softmax")])
    x = rng.normal(size=(50, 6))
    y = predict(whole, x)
    digits = against_none(whole)
    np.testing.assert_allclose(predict(digits, x), y[:, :3] / y[:, :3].sum(axis=1, keepdims=True), atol=1e-12)
    # A score is now how much likelier a digit is than none of them.
    np.testing.assert_allclose(scores(digits, x), np.log(y[:, :3] / y[:, 3:]), atol=1e-12)
