"""What is measured in slices is what it would be at once, and no network gets another's."""

import numpy as np
import pytest

from nncore import (
    Distortion,
    Layer,
    Network,
    distort,
    load_images,
    predict,
)
from ui.evaluate.measuring import DIALS, PushRequest
from ui.resources import digit_network, ours


def test_the_measurement_of_a_distortion_is_that_of_the_whole_set() -> None:
    (images, labels), network = load_images("test"), digit_network()
    by, dial = Distortion(right=2.0, contrast=0.5), DIALS[0]
    ours().counts.clear()
    *_, known = PushRequest((("ours", network),), by, False, dial).measure()

    def right(images: np.ndarray, labels: np.ndarray, by: Distortion) -> int:
        distorted = distort(images / np.float32(255), by, np.random.default_rng(0))
        return int((predict(network, distorted.reshape(-1, 784)).argmax(axis=1) == labels).sum())

    (whole,) = known.whole
    assert whole is not None
    assert (whole.done, whole.correct, whole.total) == (10_000, right(images, labels, by), 10_000)
    assert len(known.curves[0]) == len(dial.values) == 21
    for value in (-10.0, 0.0, 3.0):
        share = right(images[::10], labels[::10], by.with_one("right", value)) / 1000
        assert known.curves[0][dial.values.index(value)] == pytest.approx(share)


def test_counts_of_our_network_are_not_told_of_another_nor_the_other_way_round() -> None:
    other = Network([Layer(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax")])
    ours().counts.clear()

    def share_of(network: Network) -> float:
        steps = PushRequest((("", network),), Distortion(turn=8.0), False, DIALS[0]).measure()
        return next(
            whole.accuracy for known in steps for whole in known.whole if whole and whole.done == 10_000
        )

    first, theirs, again = (share_of(network) for network in (digit_network(), other, digit_network()))
    assert theirs == (load_images("test")[1] == 0).mean()  # all its sums are equal, and the first is 0
    assert first == again != theirs
