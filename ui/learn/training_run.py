"""A network that trains before one's eyes: how far it is, its buttons, and the clock that drives it.

How long a run goes is the `EPOCHS` of who shows it: `digits_learned`, `playground`.
"""

import time
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import streamlit as st

from nncore import Array, Training, TrainingStep
from ui.components.clock import run_again
from ui.learn.learn_state import learn_state
from ui.work import TEMPO, Work

SPEEDS = ((1, 1.0), (1, 0.4), (1, 0.1), (5, 0.1), (20, 0.1), (100_000, 0.1))
"""Steps a tick, and the seconds between two ticks; from slow to fast."""
STEPPING = 0.015
"""Seconds that a tick may spend on steps; the rest of it is for drawing."""
POINTS = 200
"""A curve is drawn through so many points at most."""


@dataclass(eq=False)
class Run:
    """One visitor's training.

    Attributes
    ----------
    request : hashable
        What it was begun with; something else asks for another.
    training : Training
    epoch : int
        Steps in an epoch.
    losses : list of float
        Of each mini-batch.
    measured : list of tuple
        What was measured after a tick: the step, and some numbers.
    speed : int
        Which of SPEEDS.
    until : int, optional
        The step at which it stands still again.
    looked : float
        When something was measured last.
    """

    request: Hashable
    training: Training
    epoch: int
    losses: list[float] = field(default_factory=list)
    measured: list[tuple[float, ...]] = field(default_factory=list)
    speed: int = 2
    until: int | None = None
    looked: float = 0.0
    number: int = field(default_factory=lambda: time.monotonic_ns())
    _before: Array | None = None

    def __post_init__(self) -> None:
        self.work: Work[TrainingStep] = Work(self.request, self._noted())

    def _noted(self) -> Iterator[TrainingStep]:
        weights = self.training.params["W1"]
        self._before = weights.copy()
        for step in self.training.steps():
            self.losses.append(step.loss)
            yield step
            self._before = weights.copy()

    @property
    def change(self) -> Array:
        """What the last mini-batch changed in W1."""
        weights = self.training.params["W1"]
        with np.errstate(invalid="ignore"):
            return np.zeros_like(weights) if self._before is None else weights - self._before

    @property
    def steps(self) -> int:
        """How many it has done."""
        return len(self.losses)

    @property
    def is_over(self) -> bool:
        """Whether it has done all its epochs."""
        return not self.work.running

    def move(self, most: int) -> None:
        """Do some steps, as many as a tick has time for."""
        if self.until is not None:
            most = min(most, self.until - self.steps)
        self.work.tick(most, STEPPING)

    def is_time_to_measure(self, *, playing: bool) -> bool:
        """Whether to measure now: once for each step, and while it plays once a second."""
        if self.measured and (
            self.measured[-1][0] == self.steps or (playing and time.monotonic() < self.looked + 1)
        ):
            return False
        self.looked = time.monotonic()
        return True

    def curve(self) -> tuple[Array, Array]:
        """Return the losses as a curve of few points: each the mean of its neighbours."""
        losses = np.array(self.losses)
        width = -(-len(losses) // POINTS) or 1
        parts = [losses[i : i + width].mean() for i in range(0, len(losses), width)]
        return np.arange(1, len(parts) + 1) * float(width), np.array(parts)

    def columns(self) -> dict[str, Array]:
        """Return the curve as a table."""
        steps, losses = self.curve()
        return {"step": steps, "loss": losses}


def current(key: str, request: Hashable, make: Callable[[], Run]) -> Run:
    """Return this visitor's training of a key; begin another if something else is asked for.

    It stands still for whoever comes back from another page.
    """
    if f"{key}_again" not in st.session_state:  # a button's state goes when its page is left
        pause(key)
    runs = learn_state().runs
    run = runs.get(key)
    if run is None or run.request != request:
        before, run = run, make()
        run.speed = before.speed if before else run.speed
        runs[key] = run
        pause(key)
    return run


def pause(key: str) -> None:
    """Let it stand still."""
    if plays(key):
        learn_state().plays = None


def _start(key: str, run: Run, until: int | None = None) -> None:
    run.until = until
    learn_state().plays = key  # one at a time: the other one stands still


def _faster(run: Run, by: int) -> None:
    run.speed = min(max(run.speed + by, 0), len(SPEEDS) - 1)


def plays(key: str) -> bool:
    """Whether it moves by itself."""
    return learn_state().plays == key


def controls(key: str, run: Run, *, may_move: bool = True) -> None:
    """Show the buttons: step, one epoch, play or stop, slower, faster."""
    still = not may_move or run.is_over
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        if plays(key):
            st.button("Stop", key=f"{key}_stop", icon=":material/stop:", on_click=pause, args=(key,))
        else:
            play = partial(_start, key, run)
            icon = ":material/play_arrow:"
            st.button("Play", key=f"{key}_play", icon=icon, on_click=play, disabled=still, type="primary")
        step = partial(_one_step, key, run)
        st.button("Step", key=f"{key}_step", icon=":material/skip_next:", on_click=step, disabled=still)
        epoch = partial(_start, key, run, run.steps + run.epoch)
        icon = ":material/fast_forward:"
        st.button("One epoch", key=f"{key}_epoch", icon=icon, on_click=epoch, disabled=still)
        slow, fast = run.speed == 0, run.speed == len(SPEEDS) - 1
        st.button("Slower", key=f"{key}_slower", on_click=partial(_faster, run, -1), disabled=slow)
        st.button("Faster", key=f"{key}_faster", on_click=partial(_faster, run, 1), disabled=fast)
        again = partial(_again, key)
        st.button("Start again", key=f"{key}_again", icon=":material/replay:", on_click=again)


def _again(key: str) -> None:
    """Forget how far it is: the same plan begins with the same weights."""
    pause(key)
    learn_state().runs.pop(key, None)


def _one_step(key: str, run: Run) -> None:
    pause(key)
    run.until = None
    run.move(1)


def _tick(key: str, run: Run) -> None:
    """Go on a little, if it still plays, and note when the tick began."""
    learn_state().began[key] = time.thread_time()
    if plays(key) and learn_state().runs.get(key) is run:
        run.move(SPEEDS[run.speed][0])
        if run.is_over or (run.until is not None and run.steps >= run.until):
            pause(key)


def go_on(key: str, run: Run) -> None:
    """Ask for the next tick while it plays, and say how long it takes if others train too; call it last."""
    if run.work.error:
        st.error(run.work.error, icon=":material/healing:")
    if not plays(key):
        TEMPO.leave(run.number)
        return
    start = learn_state().began.pop(key, None)
    cost = 0.0 if start is None else time.thread_time() - start
    wanted = SPEEDS[run.speed][1]
    wait = TEMPO.pause(run.number, cost, wanted)
    if wait > wanted + 0.05:
        st.caption(f"{TEMPO.count()} are training: a step every {wait:.1f} s")
    run_again(f"train_{key}", wait, partial(_tick, key, run))
