"""Heavy work: a visitor's one at a time, a process's one at a time, and whatever ends it."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import (
    Distortion,
    Layer,
    Network,
    PictureError,
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
from ui.evaluate.measuring import DIALS, PushRequest
from ui.resources import digit_network, our_pushes
from ui.work import SILENCE, TURN, Line, Tempo, Work

# The line


class Clock:
    """A clock that stands still until it is told the time."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def line_with_clock() -> tuple[Line, Clock]:
    clock = Clock()
    return Line(clock), clock


def test_who_comes_first_goes_first_and_the_others_in_their_order() -> None:
    line, _ = line_with_clock()
    assert [line.ahead_of(place) for place in (1, 2, 3, 1, 2, 3)] == [0, 1, 2, 0, 1, 2]
    line.leave(1)
    assert [line.ahead_of(place) for place in (3, 2)] == [1, 0]
    line.leave(3)
    assert line.ahead_of(2) == 0


def test_who_has_had_a_turn_lets_the_others_go_first() -> None:
    line, clock = line_with_clock()
    order = []
    for _ in range(100):
        clock.now += 0.2
        order += [place for place in (1, 2, 3) if line.ahead_of(place) == 0]
    assert [order.count(place) for place in (1, 2, 3)] == pytest.approx([33, 33, 33], abs=9)
    changes = sum(one != other for one, other in pairwise(order))
    assert changes <= 100 * 0.2 / TURN  # a turn is not cut short


def test_who_is_alone_goes_on_for_ever() -> None:
    line, clock = line_with_clock()
    for _ in range(50):
        clock.now += TURN / 2
        assert line.ahead_of(1) == 0


def test_who_says_no_more_loses_the_slot_and_comes_back_at_the_end() -> None:
    line, clock = line_with_clock()
    assert (line.ahead_of(1), line.ahead_of(2)) == (0, 1)
    clock.now = SILENCE - 0.1
    assert line.ahead_of(2) == 1
    clock.now = SILENCE + 0.1
    assert (line.ahead_of(2), line.ahead_of(1)) == (0, 1)


# A piece of work


def counting(n: int) -> Iterator[int]:
    yield from range(1, n + 1)


def test_short_work_is_done_at_once() -> None:
    work = Work("a", counting(3))
    work.go_on(Line())
    assert (work.last, work.finished, work.running) == (3, True, False)


def test_a_slice_does_one_step_at_least_and_no_more_than_its_time() -> None:
    work = Work("a", counting(3), seconds=0)
    line = Line()
    seen = []
    while work.running:
        work.go_on(line)
        seen.append(work.last)
    assert seen == [1, 2, 3, 3]


def test_nothing_is_computed_by_who_waits_or_was_stopped() -> None:
    line = Line()
    first, second = Work("a", counting(9), seconds=0), Work("b", counting(9), seconds=0)
    for work in (first, second, first):
        work.go_on(line)
    assert (first.last, second.last, second.ahead) == (2, None, 1)
    first.stop(line)
    for work in (first, second):
        work.go_on(line)
    assert (first.last, first.stopped, first.finished) == (2, True, False)
    assert (second.last, second.ahead) == (1, 0)


def test_a_generator_that_was_stopped_is_closed() -> None:
    closed = []

    def steps() -> Iterator[int]:
        try:
            yield from range(10)
        finally:
            closed.append(True)

    work = Work("a", steps(), seconds=0)
    work.go_on(Line())
    work.stop()
    assert closed


def test_our_own_error_is_shown_and_any_other_is_logged_and_not_shown(caplog) -> None:
    def failing(error: Exception) -> Iterator[int]:
        yield 1
        raise error

    line = Line()
    ours, other = Work("a", failing(PictureError("Choose another."))), Work("b", failing(KeyError("secret")))
    with caplog.at_level(logging.INFO, logger="gates_to_digits"):
        ours.go_on(line)
        assert not caplog.records
        other.go_on(line)
    assert (ours.error, ours.running, ours.finished) == ("Choose another.", False, False)
    assert other.error is not None
    assert "secret" not in other.error
    number = other.error.rpartition("**")[0][-6:]
    (record,) = caplog.records
    assert number in record.getMessage()
    assert record.exc_info is not None
    assert Work("c", counting(1), seconds=0).go_on(line) is None
    assert line.ahead_of(-1) == 1  # only the last is still in line


# On a page


def page() -> None:
    import streamlit as st

    from ui.work import show_work, work

    def steps(n: int):
        for k in range(n):
            yield k + 1

    @st.fragment
    def part(key: str) -> None:
        n = st.session_state.get(key)
        if n:
            done = work(key, n, lambda: steps(n), seconds=0)
            st.text(f"{key}: {done.last} of {n}" + (", stopped" if done.stopped else ""))
            show_work(key)

    part("one")
    part("two")


def visitor(**asked: int) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    for key, n in asked.items():
        app.session_state[key] = n
    return app.run()


def texts(app: AppTest) -> list[str]:
    assert not app.exception
    return [text.value for text in app.text]


def test_work_goes_on_with_each_tick_and_stops() -> None:
    app = visitor(one=9)
    assert texts(app) == ["one: 1 of 9"]
    assert app.get("bidi_component")  # the clock
    assert texts(app.run()) == ["one: 2 of 9"]
    app.button(key="stop_one").click().run()
    assert texts(app) == ["one: 2 of 9, stopped"]
    assert texts(app.run()) == ["one: 2 of 9, stopped"]
    assert not app.button
    assert not app.get("bidi_component")  # no clock ticks any more


def test_a_newer_request_ends_the_older() -> None:
    app = visitor(one=9)
    app.session_state["one"] = 5
    assert texts(app.run()) == ["one: 1 of 5"]
    app.session_state["two"] = 7
    app.run()
    assert texts(app.run()) == ["one: 2 of 5, stopped", "two: 2 of 7"]


def test_two_visitors_are_served_one_after_the_other_and_told_so() -> None:
    one, two = visitor(one=9), visitor(one=9)
    assert texts(two) == ["one: None of 9"]
    assert two.caption[0].value == "One other visitor’s work goes first: yours begins in a moment."
    assert texts(one.run()) == ["one: 2 of 9"]
    assert not one.caption
    third = visitor(one=9)
    assert third.caption[0].value == "2 other visitors’ works go first: yours begins in a moment."
    one.button(key="stop_one").click().run()
    assert texts(two.run()) == ["one: 1 of 9"]
    assert not two.caption


# What is computed in slices is what it would be at once


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


# The tempo


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
