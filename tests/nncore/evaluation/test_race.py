"""Two ways of reading all images race: both get the same time, and no size of a batch is favoured."""

from collections.abc import Iterator

import numpy as np

from nncore import (
    Layer,
    Network,
    load_images,
    load_network,
    most_at_once,
    race,
    seconds_by_batch_size,
)
from nncore.base.limits import WEIGHTS
from nncore.evaluation.accuracy import RUNS, Progress
from tests.support.clock import Clock


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
    assert [(size, len(times)) for size, times in seen[-1]] == [(1, RUNS), (64, RUNS)]
    assert all(abs(len(k[0][1]) - len(k[1][1])) <= 1 for k in seen if len(k) == 2)


def test_the_largest_network_reads_few_images_at_once_and_ours_all() -> None:
    side = int((WEIGHTS / 2) ** 0.5)
    square = Layer(np.zeros((side, side), np.float32), np.zeros(side, np.float32), "sigmoid")
    assert 1 <= most_at_once(Network([square, square])) <= 250
    assert most_at_once(load_network()) >= 10_000
