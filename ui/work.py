"""The one home of heavy work: what takes longer than a moment is done by one thread, a slice at a time.

Work is a generator that yields at least every fifth of a second, and touches nothing of Streamlit's. The
thread does a tenth of a second of it and puts the rest at the end of its queue: so turns are fair, and what
is alone goes on at full speed. The fragment that asked for it looks at it a few times a second. It ends when
its visitor stops it, asks for something newer, on this page or another, or has not looked for a while.
"""

import sys
import time
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Any, Generic, TypeVar

import streamlit as st

from nncore import Refused
from ui.components.fragment import again
from ui.language import _, language, said, speaking
from ui.log import UNEXPECTED, log_error

QUEUE = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
THREADS = sys.platform != "emscripten"
"""Where a browser runs the course by itself there are none: there each look does a slice."""
SLICE = 0.1
"""Seconds of computing in a slice."""
MOMENT = 0.15
"""Seconds that a page waits for new work: what is done by then needs no second look."""
LOOK = 0.2
"""Seconds between two looks."""
SILENCE = 90.0
"""Who has not looked for so many seconds is gone; a tab in the background looks once a minute."""

T = TypeVar("T")


@dataclass(eq=False)
class Work(Generic[T]):
    """Something that is computed slice by slice.

    Attributes
    ----------
    request : hashable
        What was asked for.
    steps : iterator
        Computes it; yields what is known so far.
    seconds : float, optional
        Of computing at each look, for what is to go slowly; by default the thread computes it.
    clock : callable
        Returns the time in seconds.
    language : str
        Its visitor's: the thread speaks it.
    last : object
        What was known at the last look; None before the first step.
    spent : float
        Seconds that it had computed then.
    running : bool
        Whether there was more to come.
    stopped : bool
        Whether it was ended before its end.
    error : str or None
        What went wrong, in one sentence.
    """

    request: Any
    steps: Iterator[T]
    seconds: float | None = None
    clock: Callable[[], float] = time.monotonic
    language: str = field(default_factory=language)
    last: T | None = None
    spent: float = 0.0
    running: bool = True
    stopped: bool = False
    error: str | None = None
    _now: tuple[T | None, float] = (None, 0.0)
    _over: Event = field(default_factory=Event)
    _told_to_stop: Event = field(default_factory=Event)
    _slice: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._by_look = self.seconds is not None or not THREADS
        self._looked = self.clock()
        if not self._by_look:
            QUEUE.submit(self._go_on)

    @property
    def finished(self) -> bool:
        """Whether all is known."""
        return not (self.running or self.stopped or self.error)

    def look(self, wait: float = 0.0) -> None:
        """See how far it is, once it is over or so many seconds are; what goes by looks does a slice."""
        self._looked = self.clock()
        if self._by_look:
            self._do_slice(SLICE if self.seconds is None else self.seconds)
        self.running = not self._over.wait(
            0 if self._by_look else wait
        )  # first: what is over is known to its end
        self.last, self.spent = self._now

    def stop(self) -> None:
        """End it here, after the step that is being done; what is known stays."""
        self._told_to_stop.set()
        with self._slice:
            if not self._over.is_set():
                self.stopped, self.steps = True, iter(())
                self._over.set()
        self.running = False
        self.last, self.spent = self._now

    def _go_on(self) -> None:
        if self.clock() - self._looked > SILENCE:
            self.stop()
        self._do_slice(SLICE)
        if not self._over.is_set():
            QUEUE.submit(self._go_on)

    def _do_slice(self, seconds: float) -> None:
        start, until = time.perf_counter() - self._now[1], time.perf_counter() + seconds
        with self._slice:
            while not (self._over.is_set() or self._told_to_stop.is_set()):
                self._step(start)
                if time.perf_counter() > until:
                    break

    def _step(self, start: float) -> None:
        with speaking(self.language):
            try:
                self._now = next(self.steps), time.perf_counter() - start
                return
            except StopIteration:
                pass
            except Refused as error:
                self.error = said(error)
            except Exception as error:
                self.error = _(UNEXPECTED).format(log_error(error))
        self._over.set()


def work(
    key: str, request: Hashable, make: Callable[[], Iterator[T]], seconds: float | None = None
) -> Work[T]:
    """Return this visitor's work of a key, as far as it is; begin it if the request is new.

    Parameters
    ----------
    key : str
        Where it is kept; a visitor's works of other keys are ended.
    request : hashable
        What is asked for, with all that the result depends on, the network in use too.
    make : callable
        Returns the generator.
    seconds : float, optional
        Of computing at each look, for what is to go slowly.
    """
    kept: Work[Any] | None = st.session_state.get(f"work_{key}")
    if kept is None or kept.request != request:
        forget(key)
        kept = st.session_state[f"work_{key}"] = begin(request, make, seconds)
        kept.look(MOMENT)
    else:
        kept.look()
    return kept


def begin(request: Hashable, make: Callable[[], Iterator[T]], seconds: float | None = None) -> Work[T]:
    """Begin some work of this visitor's; what they asked for before ends."""
    current: Work[Any] | None = st.session_state.get("working")
    if current is not None:
        current.stop()
    begun = st.session_state.working = Work(request, make(), seconds)
    return begun


def work_of(key: str) -> Work[Any]:
    """Return this visitor's work of a key, as far as it is."""
    kept: Work[Any] = st.session_state[f"work_{key}"]
    return kept


def forget(key: str) -> None:
    """End the work of a key and forget what came of it: the same request begins anew."""
    kept: Work[Any] | None = st.session_state.pop(f"work_{key}", None)
    if kept is not None:
        kept.stop()


def show_work(kept: Work[Any], name: str) -> None:
    """Show the way to stop, or what went wrong; look again while there is more to come.

    It stands in the fragment that looked at it, after what it shows of it.
    """
    if kept.running:
        st.button(_("Stop"), key=f"stop_{name}", icon=":material/stop:", on_click=kept.stop)
        again(LOOK)
    elif kept.error:
        st.error(kept.error, icon=":material/healing:")
