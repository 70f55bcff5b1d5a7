"""Long computations: one thread does them all, a slice at a time.

Work is a generator that yields at least every fifth of a second and does not touch Streamlit. The thread runs
it for a tenth of a second and puts the rest at the end of its queue: so turns are fair, and a single work
runs at full speed. The fragment that asked for it looks at it a few times a second. It ends when its visitor
stops it, begins another on any page, or has not looked for a while.
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
"""Whether there are threads; where a browser runs the course alone there are none: each look does a slice."""
SLICE = 0.1
"""Seconds of computing in a slice."""
MOMENT = 0.15
"""Seconds that a page waits for new work, which may be done by then."""
LOOK = 0.2
"""Seconds between two looks."""
SILENCE = 90.0
"""Seconds without a look after which a visitor is gone; a tab in the background looks once a minute."""

T = TypeVar("T")


@dataclass(eq=False)
class Work(Generic[T]):
    """A computation that is done slice by slice.

    Attributes
    ----------
    request : hashable
        What was asked for.
    steps : iterator
        Computes it; yields what is known so far.
    seconds : float, optional
        Seconds of computing at each look, for work in slow motion; by default the thread computes it.
    clock : callable
        Returns the time in seconds.
    language : str
        The language of its visitor, for its words.
    last : object
        The result at the last look; None before the first step.
    spent : float
        Seconds of computing until then.
    running : bool
        Whether it was not over then.
    stopped : bool
        Whether it was stopped before its end.
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
        """Whether it ran to its end."""
        return not (self.running or self.stopped or self.error)

    def look(self, wait: float = 0.0) -> None:
        """Update the result, after waiting so long for the end; work in slow motion does a slice."""
        self._looked = self.clock()
        if self._by_look:
            self._do_slice(SLICE if self.seconds is None else self.seconds)
        self.running = not self._over.wait(
            0 if self._by_look else wait
        )  # first: what is over is known to its end
        self.last, self.spent = self._now

    def stop(self) -> None:
        """Stop it after the current step; its result stays."""
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
    """Return this visitor's work of a key; begin it if the request is new.

    Parameters
    ----------
    key : str
        Its key; beginning it stops the visitor's works of other keys.
    request : hashable
        All that the result depends on, the network in use included.
    make : callable
        Returns the generator.
    seconds : float, optional
        Seconds of computing at each look, for work in slow motion.
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
    """Begin work for this visitor, and stop the work that they had."""
    current: Work[Any] | None = st.session_state.get("working")
    if current is not None:
        current.stop()
    begun = st.session_state.working = Work(request, make(), seconds)
    return begun


def work_of(key: str) -> Work[Any]:
    """Return this visitor's work of a key."""
    kept: Work[Any] = st.session_state[f"work_{key}"]
    return kept


def forget(key: str) -> None:
    """Stop the work of a key and forget its result, so that the same request begins anew."""
    kept: Work[Any] | None = st.session_state.pop(f"work_{key}", None)
    if kept is not None:
        kept.stop()


def show_work(kept: Work[Any], name: str) -> None:
    """Show a Stop button, or what went wrong; look again while it runs.

    It stands in the fragment that looked at it, after what it shows of it.
    """
    if kept.running:
        st.button(_("Stop"), key=f"stop_{name}", icon=":material/stop:", on_click=kept.stop)
        again(LOOK)
    elif kept.error:
        st.error(kept.error, icon=":material/healing:")
