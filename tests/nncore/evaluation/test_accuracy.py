"""Accuracy against a plain loop, and the same to the last image whatever the batch."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import Layer, Network, accuracy, load_images, load_network
from nncore.evaluation.accuracy import Progress, evaluate_batches

IDENTITY = Network([Layer(np.eye(10), np.zeros(10), "identity_function")])
"""It answers with its input."""


def test_one_by_one_and_in_batches_the_same_to_the_last_image() -> None:
    network, (images, t) = load_network(), load_images("test")
    x = images.reshape(-1, 784) / np.float32(255)
    answers = [int(network.forward(image).Y.argmax()) for image in x]
    right = sum(answer == label for answer, label in zip(answers, t, strict=True))
    for batch_size in (1, 100, 10_000):
        assert accuracy(network, x, t, batch_size) == right / 10_000


@given(
    answers=st.lists(st.integers(0, 9), min_size=1, max_size=40),
    seed=st.integers(0, 1000),
    batch_size=st.integers(1, 50),
)
def test_progress_batch_by_batch(answers: list[int], seed: int, batch_size: int) -> None:
    x = np.eye(10)[answers]
    t = np.random.default_rng(seed).integers(0, 3, len(answers))
    right = [int(a == b) for a, b in zip(answers, t.tolist(), strict=True)]
    ends = [*range(batch_size, len(answers), batch_size), len(answers)]
    for labels in (t, np.eye(10)[t]):
        reports = list(evaluate_batches(IDENTITY, x, labels, batch_size))
        assert reports == [Progress(end, sum(right[:end]), len(answers)) for end in ends]
        assert [report.accuracy for report in reports] == [sum(right[:end]) / end for end in ends]


def test_what_comes_after_a_stop_is_never_computed() -> None:
    x = np.zeros((4, 10))
    reports = evaluate_batches(IDENTITY, x, [0, 0, 0, 0], 2)
    assert next(reports) == Progress(2, 2, 4)
    x[2:, 5] = 1  # not read yet, so the second batch sees the change
    assert next(reports) == Progress(4, 2, 4)


@pytest.mark.parametrize(
    ("rows", "labels", "batch_size", "message"),
    [(2, 2, 0, "at least 1 image"), (0, 0, 1, "not 0 for 0"), (2, 1, 1, "not 1 for 2")],
)
def test_what_cannot_be_evaluated_is_said_at_once(rows, labels, batch_size, message) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_batches(IDENTITY, np.zeros((rows, 10)), [0] * labels, batch_size)
