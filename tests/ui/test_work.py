"""Heavy work: a visitor's one at a time, a process's one at a time, and whatever ends it."""

import logging
from collections.abc import Iterator
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from nncore import PictureError
from tests.support.clock import Clock
from ui.work import SILENCE, TURN, Line, Work


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
