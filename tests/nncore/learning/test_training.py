"""A training before one's eyes: the same again, to its end, from greys, and when it flies away."""

import numpy as np
import pytest

from nncore import backward, load_images, predict
from nncore.explain.trial import tried_slope
from nncore.learning.points import POINTS
from nncore.learning.training import Training, TrainingPlan


def circles() -> tuple[np.ndarray, np.ndarray]:
    x, t = POINTS["Circles"](200, np.random.default_rng(3))
    return x, np.eye(2, dtype=np.float32)[t]


@pytest.mark.parametrize("name", POINTS)
def test_points_lie_in_the_plane_and_a_network_can_learn_them(name: str) -> None:
    x, t = POINTS[name](200, np.random.default_rng(3))
    assert x.shape == (200, 2)
    assert np.abs(x).max() <= 1.1
    assert 80 <= t.sum() <= 120
    plan = TrainingPlan((2, 8, 8, 8, 2), "tanh", "Xavier", "Adam", 0.02, 20, 400, seed=1)
    training = Training(plan, x, np.eye(2, dtype=np.float32)[t])
    for _ in training.steps():
        pass
    assert (predict(training.network(), x).argmax(axis=1) == t).mean() >= 0.95


def test_a_step_goes_against_the_gradient_of_its_batch() -> None:
    x, t = circles()
    plan = TrainingPlan((2, 3, 2), "tanh", "Xavier", "SGD", 0.1, 200, 1)
    training = Training(plan, x, t)
    before = training.network()
    slope = tried_slope(before, x, t, ("W1", (1, 2)))
    assert backward(before, before.forward(x), t)["W1"][1, 2] == pytest.approx(slope, abs=1e-6)
    next(training.steps())
    moved = training.params["W1"][1, 2] - before["W1"][1, 2]
    assert moved == pytest.approx(-0.1 * slope, abs=1e-6)


def test_greys_become_floats_a_batch_at_a_time() -> None:
    images, labels = load_images("train")
    x, t = images[:2000].reshape(-1, 784), np.eye(10, dtype=np.float32)[labels[:2000]]
    plan = TrainingPlan((784, 20, 10), "relu", "He", "SGD", 0.1, 100, 2)
    greys, floats = Training(plan, x, t), Training(plan, x.astype(np.float32) / 255, t)
    losses = [[step.loss for step in training.steps()] for training in (greys, floats)]
    assert losses[0] == losses[1]
    assert losses[0][-1] < 0.6 * losses[0][0]


@pytest.mark.filterwarnings("error")
def test_too_large_a_rate_flies_away_without_a_warning() -> None:
    x, t = circles()
    plan = TrainingPlan((2, 4, 4, 2), "relu", "1", "SGD", 1e30, 20, 4)
    training = Training(plan, x, t)
    assert len(list(training.steps())) == 40
    assert not np.isfinite(training.params["W1"]).all()
    with pytest.warns(RuntimeWarning):
        np.float32(1e38) * np.array([1e38], np.float32)  # others still hear of theirs
