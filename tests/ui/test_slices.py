"""What is computed in slices is what it would be at once."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from nncore import (
    Distortion,
    Layer,
    Network,
    Progress,
    distort,
    load_images,
    load_network,
    most_at_once,
    predict,
    race,
    seconds_by_batch_size,
)
from nncore.base.budget import WEIGHTS
from nncore.evaluation.accuracy import RUNS
from tests.support.clock import Clock
from ui.evaluate.measuring import DIALS, PushRequest
from ui.resources import digit_network, our_pushes


def test_the_measurement_of_a_distortion_is_that_of_the_whole_set() -> None:
    (images, labels), network = load_images("test"), digit_network()
    by, dial = Distortion(right=2.0, contrast=0.5), DIALS[0]
    our_pushes.cache_clear()
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


def test_what_was_measured_is_there_at_once() -> None:
    asked = PushRequest((("ours", digit_network()),), Distortion(turn=7.0), False, DIALS[0])
    our_pushes.cache_clear()
    first, second = (list(asked.measure()) for _ in range(2))
    assert (first[-1].curves, first[-1].whole) == (second[-1].curves, second[-1].whole)
    assert len(first) > 21 + 2
    assert len(second) == 2 + 1  # a share of the images, all of them, the curve
    otherwise = list(replace(asked, prepared=True).measure())
    assert len(otherwise) > 21 + 2  # pictures that are prepared anew are others


def test_counts_of_our_network_are_not_told_of_another_nor_the_other_way_round() -> None:
    other = Network([Layer(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax")])
    our_pushes.cache_clear()

    def share_of(network: Network) -> tuple[float, ...]:
        *_, known = PushRequest((("", network),), Distortion(turn=8.0), False, DIALS[0]).measure()
        (curve,), (whole,) = known.curves, known.whole
        assert whole is not None
        return whole.accuracy, *curve

    ours, theirs, ours_again = (share_of(network) for network in (digit_network(), other, digit_network()))
    labels = load_images("test")[1]
    tenth = (labels[::10] == 0).mean()  # all its sums are equal, and the first is 0
    assert theirs == pytest.approx(((labels == 0).mean(), *[tenth] * 21))
    assert ours == ours_again != theirs


def test_a_race_gives_both_the_same_time(monkeypatch) -> None:
    clock = Clock()
    monkeypatch.setattr("nncore.evaluation.accuracy.time.perf_counter", clock)

    def steps(count: int, seconds: float) -> Iterator[Progress]:
        for k in range(count):
            clock.now += seconds
            yield Progress(k + 1, 0, count)

    for slow, quick in race(steps(30, 10), steps(300, 1)):
        assert abs(slow.seconds - quick.seconds) <= 10
    assert (slow.seconds, slow.last) == (300, Progress(30, 0, 30))
    assert (quick.seconds, quick.last) == (300, Progress(300, 0, 300))


def test_every_size_is_timed_several_times_all_sizes_in_turn() -> None:
    images, labels = load_images("test")
    x, t = images[:64].reshape(-1, 784) / np.float32(255), labels[:64]
    seen = list(seconds_by_batch_size(load_network(), x, t, (1, 64)))
    assert len(seen) >= RUNS * (64 + 1)
    assert [size for size, _ in seen[-1]] == [1, 64]
    assert [len(times) for _, times in seen[-1]] == [RUNS, RUNS]
    assert all(seconds > 0 for _, times in seen[-1] for seconds in times)
    assert all(abs(len(k[0][1]) - len(k[1][1])) <= 1 for k in seen if len(k) == 2)


def test_the_largest_network_reads_few_images_at_once_and_ours_all() -> None:
    side = int((WEIGHTS.most / 2) ** 0.5)
    square = Layer(np.zeros((side, side), np.float32), np.zeros(side, np.float32), "sigmoid")
    assert 1 <= most_at_once(Network([square, square])) <= 250
    assert most_at_once(load_network()) >= 10_000
