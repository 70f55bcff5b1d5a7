"""The one home of heavy work: what takes longer than a moment is done here, a slice at a time.

Work is a generator that yields at least every fifth of a second. There is no thread: a fragment asks
for a slice, a clock in the browser lets that fragment run again, and so work ends with its tab. It
ends, too, when its visitor stops it or asks for something newer, on this page or another. The first
slice is done at once, so that short work needs no clock.

A process does one visitor's work at a time. The others wait in line and are told so; who has had the
slot for two seconds lets them go first. Networks that learn do a little at a time, and go by a tempo
that all of them share.
"""

import threading
import time
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Generic, TypeVar

import streamlit as st

from nncore import AssetError, NothingDrawn, PictureError, TooMuch, WeightsError
from ui.components.clock import run_again
from ui.log import UNEXPECTED, log_error

TICK = 0.1
"""Seconds between two slices, which belong to everybody else."""
SLICE = 0.12
"""Seconds of computing in a slice."""
TURN = 2.0
"""Seconds after which others go first, if there are any."""
SILENCE = 2.0
"""Who has not asked for so many seconds is gone; a tab in the background asks every second."""

SHARE = 0.5
"""Of one core, for all that trains together."""
LEAST_COST = 0.05
"""Seconds of computing that a tick counts for at least: what it is drawn with is not all ours to measure."""

OURS = (AssetError, NothingDrawn, PictureError, TooMuch, WeightsError)
"""Errors that say in one sentence what to do."""

T = TypeVar("T")


class Line:
    """Who may compute: the first in line.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._asked: dict[int, float] = {}  # when each asked last, in the order of the line
        self._first: int | None = None
        self._since = 0.0

    def ahead_of(self, place: int) -> int:
        """Return how many go first; whoever was not in line is now at its end."""
        with self._lock:
            now = self._clock()
            self._asked = {k: seen for k, seen in self._asked.items() if k == place or now - seen < SILENCE}
            if place == self._first and now - self._since > TURN:
                self._asked.pop(place, None)
            self._asked[place] = now
            line = list(self._asked)
            if line[0] != self._first or place == self._first == line[-1]:
                self._first, self._since = line[0], now
            return line.index(place)

    def waiting(self) -> int:
        """Return how many wait for the first."""
        with self._lock:
            now = self._clock()
            return max(0, sum(now - seen < SILENCE for seen in self._asked.values()) - 1)

    def leave(self, place: int) -> None:
        """Make room for the next."""
        with self._lock:
            self._asked.pop(place, None)


class Tempo:
    """How often each of those who train may go on, so that together they take half of one core.

    What takes a few milliseconds at a time need not wait in a line: the pause between two ticks grows
    with the number of those who train.

    Parameters
    ----------
    clock : callable
        Returns the time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._ticks: dict[int, tuple[float, float]] = {}  # of each, until when it counts, and what it costs

    def pause(self, place: int, cost: float, wanted: float = 0.0) -> float:
        """Return the seconds until the next tick of one whose last took `cost` seconds of computing."""
        with self._lock:
            now, cost = self._clock(), max(cost, LEAST_COST)
            self._ticks = {k: tick for k, tick in self._ticks.items() if now < tick[0] and k != place}
            others = sum(each for _, each in self._ticks.values())
            pause = max(wanted, (cost + others) / SHARE)
            self._ticks[place] = (now + 2 * pause + SILENCE, cost)
            return pause

    def count(self) -> int:
        """Return how many train."""
        with self._lock:
            return sum(self._clock() < until for until, _ in self._ticks.values())

    def leave(self, place: int) -> None:
        """Count no longer."""
        with self._lock:
            self._ticks.pop(place, None)


LINE = Line()
TEMPO = Tempo()
_numbers = count()


@dataclass(eq=False)
class Work(Generic[T]):
    """Something that is computed slice by slice.

    Attributes
    ----------
    request : hashable
        What was asked for.
    steps : iterator
        Computes it; yields what is known so far.
    seconds : float
        Of computing in a slice.
    last : object
        What is known so far; None before the first step.
    spent : float
        Seconds that it has computed so far.
    running : bool
        Whether there is more to come.
    stopped : bool
        Whether it was ended before its end.
    error : str or None
        What went wrong, in one sentence.
    ahead : int
        How many others go first.
    """

    request: Hashable
    steps: Iterator[T]
    seconds: float = SLICE
    last: T | None = None
    spent: float = 0.0
    running: bool = True
    stopped: bool = False
    error: str | None = None
    ahead: int = 0
    _place: int = field(default_factory=lambda: next(_numbers))

    @property
    def finished(self) -> bool:
        """Whether all is known."""
        return not (self.running or self.stopped or self.error)

    def go_on(self, line: Line = LINE) -> None:
        """Do a slice, if it is our turn."""
        self.ahead = line.ahead_of(self._place) if self.running else 0
        start = time.perf_counter()
        while self.running and not self.ahead:
            self._step()
            if time.perf_counter() - start > self.seconds:
                break
        self.spent += time.perf_counter() - start
        if not self.running:
            line.leave(self._place)

    def tick(self, most: int, seconds: float = SLICE) -> None:
        """Do some steps out of turn, for what goes by a `Tempo`; fewer if so many seconds are over."""
        start = time.perf_counter()
        for _ in range(most):
            if not self.running or time.perf_counter() - start > seconds:
                break
            self._step()

    def _step(self) -> None:
        try:
            self.last = next(self.steps)
        except StopIteration:
            self.running = False
        except OURS as error:
            self.running, self.error = False, str(error)
        except Exception as error:
            self.running, self.error = False, UNEXPECTED.format(log_error(error))

    def stop(self, line: Line = LINE) -> None:
        """End it here; what is known stays."""
        if self.running:
            self.running, self.stopped, self.ahead = False, True, 0
            self.steps = iter(())
            line.leave(self._place)


def work(key: str, request: Hashable, make: Callable[[], Iterator[T]], seconds: float = SLICE) -> Work[T]:
    """Return this visitor's work of a key, one slice further; begin it if the request is new.

    Parameters
    ----------
    key : str
        Where it is kept; a visitor's works of other keys are ended.
    request : hashable
        What is asked for, with all that the result depends on, the network in use too.
    make : callable
        Returns the generator.
    seconds : float
        Of computing in a slice.
    """
    kept: Work[Any] | None = st.session_state.get(f"work_{key}")
    if kept is None or kept.request != request:
        forget(key)
        current: Work[Any] | None = st.session_state.get("working")
        if current is not None:
            current.stop()
        kept = st.session_state[f"work_{key}"] = st.session_state.working = Work(request, make(), seconds)
    kept.go_on()
    return kept


def work_of(key: str) -> Work[Any]:
    """Return this visitor's work of a key, as far as it is."""
    return st.session_state[f"work_{key}"]


def forget(key: str) -> None:
    """End the work of a key and forget what came of it: the same request begins anew."""
    kept: Work[Any] | None = st.session_state.pop(f"work_{key}", None)
    if kept is not None:
        kept.stop()


def show_work(key: str) -> None:
    """Show who goes first, the way to stop, or what went wrong; and go on while there is more to come.

    It stands in the fragment that called `work`, after what it shows of it.
    """
    kept = work_of(key)
    if kept.running:
        if kept.ahead:
            st.caption(_waiting(kept))
        st.button("Stop", key=f"stop_{key}", icon=":material/stop:", on_click=kept.stop)
        run_again(key, TICK)
    elif kept.error:
        st.error(kept.error, icon=":material/healing:")


def _waiting(kept: Work[Any]) -> str:
    others = "One other visitor’s work goes" if kept.ahead == 1 else f"{kept.ahead} other visitors’ works go"
    return f"{others} first: yours {'begins' if kept.last is None else 'goes on'} in a moment."
