"""Accuracy against a plain loop, and the same to the last image whatever the batch."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import Layer, Network, Progress, accuracy, load_images, load_network, predict, to_mnist
from nncore.evaluation.accuracy import evaluate_batches


def random_network() -> Network:
    rng = np.random.default_rng(5)
    sizes = [784, 50, 100, 10]
    shapes = itertools.pairwise(sizes)
    return Network(
        [
            Layer(rng.normal(size=(n, m), scale=0.2).astype(np.float32), np.zeros(m, np.float32), h)
            for (n, m), h in zip(shapes, ["sigmoid", "sigmoid", "softmax"], strict=True)
        ]
    )


@pytest.fixture(scope="module", params=["random", "ours"])
def network(request) -> Network:
    return random_network() if request.param == "random" else load_network()


@pytest.fixture(scope="module")
def digits() -> tuple[np.ndarray, np.ndarray]:
    images, labels = load_images("test")
    return images.reshape(-1, 784) / np.float32(255), labels


def right_answers_one_by_one(network: Network, x: np.ndarray, t: np.ndarray) -> int:
    right = 0
    for image, label in zip(x, t, strict=True):
        y = network.forward(image).Y.tolist()
        right += y.index(max(y)) == label
    return right


def test_one_by_one_and_in_batches_the_same_to_the_last_image(network, digits) -> None:
    x, t = digits
    right = right_answers_one_by_one(network, x, t)
    assert 0 < right < 10_000
    for batch_size in (1, 100, 10_000):
        assert accuracy(network, x, t, batch_size) == right / 10_000


def test_the_answers_themselves_do_not_depend_on_the_batch(network, digits) -> None:
    x, _ = digits
    alone = [int(predict(network, image).argmax()) for image in x[:2000]]
    batches = [predict(network, x[i : i + 100]).argmax(axis=1).tolist() for i in range(0, 2000, 100)]
    assert alone == list(itertools.chain(*batches))


def test_enlarged_and_fed_back_it_reads_a_thousand_digits_as_well(digits) -> None:
    network = load_network()
    x, t = digits[0][:1000], digits[1][:1000]
    drawings = (255 - 255 * x).round().astype(np.uint8).reshape(-1, 28, 28)
    prepared = [to_mnist(d.repeat(10, axis=0).repeat(10, axis=1)).reshape(784) for d in drawings]
    assert accuracy(network, prepared, t) == pytest.approx(accuracy(network, x, t), abs=0.01)


# The loop on its own: a network that answers with its input


IDENTITY = Network([Layer(np.eye(10), np.zeros(10), "identity_function")])


@given(
    answers=st.lists(st.integers(0, 9), min_size=1, max_size=40),
    seed=st.integers(0, 1000),
    batch_size=st.integers(1, 50),
)
def test_progress(answers: list[int], seed: int, batch_size: int) -> None:
    x = np.eye(10)[answers]
    t = np.random.default_rng(seed).integers(0, 3, len(answers))
    right = [int(a == b) for a, b in zip(answers, t.tolist(), strict=True)]
    reports = list(evaluate_batches(IDENTITY, x, t, batch_size))
    ends = [*range(batch_size, len(answers), batch_size), len(answers)]
    assert reports == [Progress(end, sum(right[:end]), len(answers)) for end in ends]
    assert [r.accuracy for r in reports] == [sum(right[:end]) / end for end in ends]
    assert accuracy(IDENTITY, x, t, batch_size) == sum(right) / len(right)
    assert accuracy(IDENTITY, x, np.eye(10)[t], batch_size) == sum(right) / len(right)  # one-hot


def test_lists_will_do() -> None:
    toy = Network([Layer([[1, 0], [0, 1]], [0, 0], "softmax")])
    assert accuracy(toy, [[1, 0], [0, 1], [3, 2]], [0, 1, 1]) == 2 / 3


def test_it_reports_as_it_goes() -> None:
    """The loop does one batch at a time: what comes after a stop is never computed."""
    x = np.zeros((4, 10))
    reports = evaluate_batches(IDENTITY, x, [0, 0, 0, 0], 2)
    assert next(reports) == Progress(2, 2, 4)
    x[2:, 5] = 1  # not read yet, so the second batch sees the change
    assert next(reports) == Progress(4, 2, 4)


@pytest.mark.parametrize(
    ("x", "t", "batch_size", "message"),
    [
        (np.zeros((2, 10)), [0, 0], 0, "at least 1 image"),
        (np.zeros((2, 10)), [0, 0], -5, "at least 1 image"),
        (np.zeros((0, 10)), [], 1, "not 0 for 0"),
        (np.zeros((2, 10)), [0], 1, "not 1 for 2"),
    ],
)
def test_what_cannot_be_evaluated_is_said_at_once(x, t, batch_size, message) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_batches(IDENTITY, x, t, batch_size)


def test_images_of_the_wrong_size() -> None:
    with pytest.raises(ValueError, match="takes 10 numbers per input"):
        accuracy(IDENTITY, np.zeros((2, 9)), [0, 0])
