"""Heavy work: turns are fair, and whatever ends it ends it."""

import logging
import threading
from collections.abc import Iterator
from itertools import pairwise

from streamlit.testing.v1 import AppTest

from nncore import PictureError
from tests.support.clock import Clock
from ui.work import SILENCE, Work

PATIENCE = 30


def looked(work: Work[int]) -> Work[int]:
    """Look at it once it is over."""
    work.look(PATIENCE)
    assert not work.running
    return work


def counting(n: int) -> Iterator[int]:
    yield from range(1, n + 1)


def endless(seen: list[str], name: str, start: threading.Event) -> Iterator[int]:
    """Note who does a step, until there were many turns."""
    start.wait(PATIENCE)
    while len(seen) < 10_000 or sum(one != other for one, other in pairwise(seen)) < 4:
        seen.append(name)
        yield len(seen)


def test_two_take_turns_of_a_tenth_of_a_second() -> None:
    seen: list[str] = []
    start = threading.Event()
    both = [Work(name, endless(seen, name, start)) for name in ("one", "two")]
    start.set()
    spent = [looked(work).spent for work in both]
    turns = 1 + sum(one != other for one, other in pairwise(seen))
    assert turns >= sum(spent) / 0.2  # the start of a turn was waited for, not computed
    assert all(work.finished for work in both)


def test_what_is_stopped_ends_between_two_steps_and_keeps_what_is_known() -> None:
    closed: list[int] = []
    second = threading.Event()

    def steps() -> Iterator[int]:
        try:
            for k in range(10**9):
                if k == 1:
                    second.set()
                yield k
        finally:
            closed.append(k)

    work = Work("a", steps())
    assert second.wait(PATIENCE)
    work.stop()
    assert (work.running, work.stopped, work.finished) == (False, True, False)
    assert closed == [work.last]
    assert looked(Work("b", counting(3))).last == 3  # the thread is free for others


def test_who_no_longer_looks_is_gone_and_who_looks_once_a_minute_is_not() -> None:
    clock, steps = Clock(), threading.Semaphore(0)

    def waiting() -> Iterator[int]:
        for k in range(10**9):
            steps.release()
            yield k

    work = Work("a", waiting(), clock=clock)
    clock.now = SILENCE - 1
    work.look()
    for _ in range(2):
        clock.now += SILENCE - 1
        work.look()
        steps.acquire()  # it goes on
    assert work.running
    clock.now += SILENCE + 1
    work._over.wait(PATIENCE)
    work.look()
    assert (work.running, work.stopped) == (False, True)


def test_our_own_error_is_shown_and_any_other_is_logged_and_not_shown(caplog) -> None:
    def failing(error: Exception) -> Iterator[int]:
        yield 1
        raise error

    with caplog.at_level(logging.INFO, logger="gates_to_digits"):
        ours = looked(Work("a", failing(PictureError("Choose another."))))
        assert not caplog.records
        other = looked(Work("b", failing(KeyError("secret"))))
    assert (ours.error, ours.last, ours.finished) == ("Choose another.", 1, False)
    assert other.error is not None
    assert "secret" not in other.error
    number = other.error.rpartition("**")[0][-6:]
    (record,) = caplog.records
    assert number in record.getMessage()
    assert record.exc_info is not None


def test_what_goes_slowly_does_a_slice_at_each_look() -> None:
    work = Work("a", counting(3), seconds=0)
    seen = []
    while work.running:
        work.look()
        seen.append(work.last)
    assert seen == [1, 2, 3, 3]


# On a page


def page() -> None:
    import streamlit as st

    from ui.components.fragment import fragment
    from ui.work import show_work, work

    def steps(n: int):
        for k in range(n):
            yield k + 1

    @fragment
    def part(key: str) -> None:
        n = st.session_state.get(key)
        if n:
            done = work(key, n, lambda: steps(n), seconds=0)
            st.text(f"{key}: {done.last} of {n}" + (", stopped" if done.stopped else ""))
            show_work(done, key)

    st.text("the page")
    part("one")
    part("two")


def visitor(**asked: int) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    for key, n in asked.items():
        app.session_state[key] = n
    return app.run()


def texts(app: AppTest) -> list[str]:
    assert not app.exception
    return [text.value for text in app.text][1:]


def redraws(app: AppTest) -> dict[str, float]:
    return dict(app.session_state["rhythms state"].every)


def test_a_page_looks_again_until_its_work_is_stopped() -> None:
    app = visitor(one=9)
    assert len(redraws(app)) == 1
    before = texts(app)
    assert texts(app.run()) != before
    app.button(key="stop_one").click().run()
    (stopped,) = texts(app)
    assert stopped.endswith("stopped")
    assert texts(app.run()) == [stopped]
    assert not app.button
    assert not redraws(app)


def test_a_newer_request_ends_the_older() -> None:
    app = visitor(one=90)
    app.session_state["one"] = 50
    assert texts(app.run())[0].endswith("of 50")
    app.session_state["two"] = 70
    app.run()
    one, two = texts(app.run())
    assert one.endswith("of 50, stopped")
    assert two.endswith("of 70")
