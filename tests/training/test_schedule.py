"""A run of learning: it is repeatable, can be stopped and goes on."""

import numpy as np

from nncore import predict
from training.data import Lesson
from training.schedule import Schedule, ValidationSet, train
from training.state import TrainingState, views


def squares(n=400):
    """Three classes of four-pixel images, told apart by where the ink is; the last answer is none of them."""
    rng = np.random.default_rng(0)
    labels = rng.integers(3, size=n)
    images = rng.integers(0, 120, (n, 4))
    images[np.arange(n), labels] += 130
    return Lesson(images.astype(np.uint8), np.eye(4, dtype=np.float32)[labels])


def trained(epochs, seed=0, state=None):
    lesson = squares()
    x, t = lesson.images.astype(np.float32) / 255, lesson.targets.argmax(axis=1)
    state = state or TrainingState.start((4, 6, 5, 4), "tanh", seed)
    records = train(state, lambda _: lesson, ValidationSet((x, t), (x, t)), Schedule(epochs, 20, 0.02, seed))
    return state, records


def test_a_small_problem_is_learned():
    _, records = trained(12)
    history = list(records)
    assert [epoch.number for epoch in history] == list(range(1, 13))
    assert history[-1].loss < history[0].loss / 3
    assert history[-1].validation == history[-1].drawings > 0.95
    assert all(epoch.seconds > 0 for epoch in history)


def test_the_mean_input_taken_away_while_learning_is_in_the_finished_network():
    state, records = trained(1)
    list(records)
    x = squares().images.astype(np.float32) / 255
    np.testing.assert_allclose(state.centre, x.mean(axis=0), atol=1e-6)
    z = x - x.mean(axis=0)
    for W, b in zip(*[iter(views(state.best, state.sizes))] * 2, strict=True):
        a = z @ W + b
        z = np.tanh(a)
    expected = np.exp(a) / np.exp(a).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(predict(state.learning_network(state.best), x), expected, atol=1e-5)


def test_where_there_is_never_ink_no_weight_is_learned():
    lesson = squares()
    images = np.hstack([lesson.images, np.zeros((len(lesson), 2), np.uint8)])
    images[0, 4] = 25  # a trace of grey is no ink
    lesson = Lesson(images, lesson.targets)
    x, t = lesson.images.astype(np.float32) / 255, lesson.targets.argmax(axis=1)
    state = TrainingState.start((6, 5, 4), "tanh", 0)
    assert views(state.weights, state.sizes)[0].all()
    list(train(state, lambda _: lesson, ValidationSet((x, t), (x, t)), Schedule(3, 20, 0.02, 0)))
    W = state.network(state.weights).layers[0].W
    assert not W[4:].any()
    assert W[:4].all()


def test_a_stopped_run_goes_on_as_if_it_had_not_been(tmp_path):
    whole, records = trained(5)
    list(records)
    state, records = trained(5)
    next(records), next(records)
    state.save(tmp_path / "state.npz")
    state, records = trained(5, state=TrainingState.load(tmp_path / "state.npz"))
    assert [epoch.number for epoch in records] == [3, 4, 5]
    np.testing.assert_array_equal(state.best, whole.best)
    np.testing.assert_array_equal(state.weights, whole.weights)
    assert [e.loss for e in state.history] == [e.loss for e in whole.history]
