"""Long computations in slices: each rerun of a fragment does a little, so that one can watch and stop.

There is no thread. A job is a generator in the visitor's session; it is asked for more as long
as somebody looks at it, and is forgotten with the session.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import streamlit as st

from nncore import Network
from ui.own_network import network_in_use

TICK = 0.2
"""Seconds from one slice to the next."""
SLICE = 0.12
"""Seconds of computing in a slice: the rest of the tick is for everybody else."""

LONGEST_DEBT = 0.1
"""Seconds by which a step may have been too long and still be paid off."""


@dataclass(eq=False)
class Job:
    """A computation that yields how far it is.

    Attributes
    ----------
    steps : Iterator
        What is to be done, step by step.
    last : object
        What the latest step gave; None before the first.
    seconds : float
        The time that it has computed so far, without the pauses.
    finished : bool
        Whether all is done.
    """

    steps: Iterator[Any]
    last: Any = None
    seconds: float = 0.0
    finished: bool = False
    allowed: float = 0.0

    def work(self, budget: float) -> None:
        """Do steps for a slice of time; a step that takes longer is paid off in the slices after it.

        So of two jobs that run side by side neither gets ahead, unless by a very long step.
        """
        self.allowed = max(self.allowed, self.seconds - LONGEST_DEBT) + budget
        while not self.finished and self.seconds < self.allowed:
            start = time.perf_counter()
            try:
                self.last = next(self.steps)
            except StopIteration:
                self.finished = True
            self.seconds += time.perf_counter() - start


@dataclass(eq=False)
class Run:
    """Jobs that run side by side for one network, each with the same computing time.

    Attributes
    ----------
    network : Network
        What they evaluate; with another one in use, the run is history.
    jobs : tuple of Job
    slower : int
        By what factor they are slowed down, for one to watch.
    running : bool
        Whether they go on; False after the end and after a stop.
    """

    network: Network
    jobs: tuple[Job, ...]
    slower: int = 1
    running: bool = True

    def work(self) -> None:
        """Do a slice of each job."""
        for job in self.jobs:
            job.work(SLICE / len(self.jobs) / self.slower)
        self.running = not self.finished

    def stop(self) -> None:
        """Let it be; what has been done so far stays."""
        self.running = False

    @property
    def finished(self) -> bool:
        """Whether every job has come to its end."""
        return all(job.finished for job in self.jobs)


def show_run(key: str, show: Callable[[Run | None], None]) -> None:
    """Show the run under this key in the session with its stop button, again and again while it goes on."""
    run: Run | None = st.session_state.get(key)
    if run and run.network is not network_in_use():
        run = st.session_state[key] = None
    ticking = run is not None and run.running

    def part() -> None:
        if run and run.running:
            run.work()
        show(run)
        if run and run.running:
            st.button("Stop", key=f"stop_{key}", icon=":material/stop:", on_click=run.stop)
        elif ticking:
            st.rerun()  # once more, without the timer

    st.fragment(part, run_every=TICK if ticking else None)()
