"""Measures of failure against ones counted by hand."""

import math

import numpy as np
import pytest

from nncore import (
    Bin,
    Layer,
    Network,
    Predictions,
    accuracy_by_class,
    accuracy_in_parts,
    confusion_matrix,
    most_confused,
    read,
    reliability,
    selective_accuracy,
)
from nncore.evaluation.metrics import Answered

# Five images of three classes: answers 0, 1, 1, 2, 0 with the probabilities .9, .6, .8, .5, .4.
Y = np.array([[0.9, 0.1, 0], [0.2, 0.6, 0.2], [0.1, 0.8, 0.1], [0.3, 0.2, 0.5], [0.4, 0.35, 0.25]])
PREDICTIONS = Predictions(Y, np.array([0, 0, 1, 1, 0], np.uint8))


def test_the_commonest_mistakes_come_first_and_right_answers_are_none() -> None:
    confusion = np.array([[9, 0, 2], [5, 9, 0], [0, 3, 9]])
    assert most_confused(confusion, 2) == [(1, 0, 5), (2, 1, 3)]
    assert most_confused(confusion, 10) == [(1, 0, 5), (2, 1, 3), (0, 2, 2)]
    assert most_confused(np.diag([1, 2, 3]), 4) == []


def test_parts_hold_every_image_once() -> None:
    y = np.array([[1, 0]] * 30 + [[0, 1]] * 10)
    shares = accuracy_in_parts(Predictions(y, np.zeros(40, np.uint8)), 4)
    assert shares.shape == (10,)
    assert shares.sum() * 4 == 30
    assert len(set(shares.tolist())) > 2  # mixed: else the first parts would be all right, the last all wrong
    assert accuracy_in_parts(Predictions(y, np.zeros(40, np.uint8)), 40).tolist() == [0.75]
    assert accuracy_in_parts(Predictions(y, np.zeros(40, np.uint8)), 30).shape == (1,)


def test_confusion() -> None:
    confusion = confusion_matrix(PREDICTIONS)
    assert confusion.tolist() == [[2, 1, 0], [0, 1, 1], [0, 0, 0]]
    shares = accuracy_by_class(confusion)
    assert shares[:2].tolist() == [2 / 3, 1 / 2]
    assert math.isnan(shares[2])  # nobody wrote a 2


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(0, Answered(5, 3, 5)), (0.6, Answered(3, 2, 5)), (0.85, Answered(1, 1, 5)), (1, Answered(0, 0, 5))],
)
def test_i_do_not_know(threshold, expected) -> None:
    assert selective_accuracy(PREDICTIONS, threshold) == expected


def test_reliability() -> None:
    low, middle, high = reliability(PREDICTIONS, bins=4)  # 0.25–0.5, 0.5–0.75, 0.75–1; none below
    assert (low, middle) == (Bin(1, pytest.approx(0.4), 1.0), Bin(2, pytest.approx(0.55), 0.0))
    assert high == Bin(2, pytest.approx(0.85), 1.0)


def test_reading_goes_slice_by_slice_and_keeps_the_order() -> None:
    identity = Network([Layer(np.eye(10), np.zeros(10), "identity_function")])
    digits = np.random.default_rng(2).integers(0, 10, 2345)
    predictions = read(identity, np.eye(10)[digits], digits)
    assert (predictions.answer == digits).all()
    assert predictions.accuracy == 1
