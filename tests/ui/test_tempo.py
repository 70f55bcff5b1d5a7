"""The tempo: how long each who trains waits, so that all together take half of a core at most."""

import pytest

from tests.support.clock import Clock
from ui.work import Tempo


def cpu_share(learners: int, cost: float, wanted: float = 0.1) -> float:
    """Return how much of a core so many use together in ten minutes, each waiting as it is told."""
    clock = Clock()
    tempo, due, spent = Tempo(clock), dict.fromkeys(range(learners), 0.0), 0.0
    while clock.now < 600:
        place = min(due, key=due.__getitem__)
        clock.now = max(clock.now, due[place]) + cost
        spent += cost
        due[place] = clock.now + tempo.pause(place, cost, wanted)
    return spent / clock.now


@pytest.mark.parametrize("learners", [1, 5, 30])
@pytest.mark.parametrize("cost", [0.02, 0.05, 0.2])
def test_all_that_train_take_half_of_a_core_at_most(learners: int, cost: float) -> None:
    assert cpu_share(learners, cost) <= 0.52


def test_who_is_slow_by_choice_stays_so_and_who_is_alone_need_not_wait() -> None:
    clock = Clock()
    tempo = Tempo(clock)
    assert tempo.pause(1, 0.01, wanted=1.0) == 1.0
    assert tempo.pause(1, 0.01) == pytest.approx(0.1)
    assert tempo.pause(2, 0.01) == pytest.approx(0.2)
    assert tempo.count() == 2


def test_who_has_left_or_says_no_more_is_not_waited_for() -> None:
    clock = Clock()
    tempo = Tempo(clock)
    for place in range(4):
        tempo.pause(place, 0.05)
    tempo.leave(0)
    assert tempo.count() == 3
    clock.now += 60
    assert tempo.count() == 0
    assert tempo.pause(9, 0.05) == pytest.approx(0.1)
