"""A perceptron that learns before one's eyes, step by step or playing, on the page of the gates."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import streamlit as st

from nncore import INPUTS, Lesson, learn, random_perceptron
from nncore.explain.perceptron_rule import RATE
from ui.components.clock import run_again
from ui.figures.base import show_figure
from ui.figures.gates import Spot, plane_picture
from ui.figures.mistakes import mistakes_chart
from ui.gates.neuron_controls import numbers_of, run_anew
from ui.numbers import number
from ui.theme import Theme
from ui.widgets.table import show_table

PASSES = 30
"""When we stop watching; with steps of 0.1 from weights within ±1, what can be learned is by then."""
SECONDS = 0.3
"""How long one lesson stays when playing."""


@dataclass
class Learner:
    """One visitor's learning perceptron: what it shall learn, its random start, how far it is."""

    wanted: tuple[int, ...]
    seed: int = 2  # a start whose line is in sight, and far from every gate
    step: int = 0

    def lessons(self) -> list[Lesson]:
        """Return all its lessons up to now, the start first."""
        start = random_perceptron(np.random.default_rng(self.seed))
        return list(islice(learn(start, self.wanted), self.step + 1))

    @property
    def finished(self) -> bool:
        """Whether it has learned its gate or we have watched long enough."""
        last = self.lessons()[-1]
        return last.converged or len(last.mistakes) >= PASSES

    def advance(self, steps: int = 1) -> None:
        """Look at the next row, or at several, but not beyond the end."""
        for _ in range(steps):
            self.step += not self.finished

    def restart(self) -> None:
        """Forget everything and start from other random weights."""
        self.seed, self.step = int(np.random.default_rng().integers(2**32)), 0


def show_learning(theme: Theme, name: str, wanted: tuple[int, ...]) -> None:
    """Show the learning perceptron; it moves by itself only while its Play is on."""
    learner = st.session_state.get("learner")
    if learner is None or learner.wanted != wanted:
        learner = st.session_state.learner = Learner(wanted)
        st.session_state.learning = False
    _board(theme, name, learner)


def _play_on(learner: Learner) -> None:
    if st.session_state.get("learning"):
        learner.advance()


@st.fragment
def _board(theme: Theme, name: str, learner: Learner) -> None:
    """One lesson: the controls, the plane, what changed."""
    _controls(learner)
    if st.session_state.learning:
        run_again("learning", SECONDS, partial(_play_on, learner))
    lessons = learner.lessons()
    lesson = lessons[-1]
    plane, words = st.columns(2, gap="large")
    with plane:
        spots = [
            Spot(x, t, row == lesson.row)
            for row, (x, t) in enumerate(zip(INPUTS, learner.wanted, strict=True))
        ]
        alt = "The plane with the four points and the line of the perceptron that is learning."
        show_figure(plane_picture(theme, {"y": lesson.perceptron}, spots), alt)
    with words:
        _last_change(theme, lessons)
        _progress(theme, name, learner, lesson)


def _controls(learner: Learner) -> None:
    if learner.finished:
        st.session_state.learning = False
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("New random weights", icon=":material/casino:", on_click=learner.restart)
        done = learner.finished
        st.button("Step", icon=":material/skip_next:", on_click=learner.advance, disabled=done)
        to_end = len(INPUTS) - learner.step % len(INPUTS)
        st.button(
            "One pass", icon=":material/fast_forward:", on_click=learner.advance, args=[to_end], disabled=done
        )
        st.toggle("Play", key="learning", disabled=done)
        if st.button("Put on the sliders", icon=":material/tune:"):
            run_anew(numbers_of(learner.lessons()[-1].perceptron))


def _last_change(theme: Theme, lessons: Sequence[Lesson]) -> None:
    """Say which row was looked at, what came of it, and what it did to the three numbers."""
    lesson, before = lessons[-1], lessons[max(len(lessons) - 2, 0)].perceptron
    old, new = ((*p.weights, p.bias) for p in (before, lesson.perceptron))
    if lesson.row is None:
        st.markdown("Random weights, nothing learned yet. **Step** looks at the first row.")
    else:
        x = INPUTS[lesson.row]
        y = before(*x)
        verdict = "right, nothing changes." if not lesson.error else f"wanted {y + lesson.error}: a mistake."
        st.markdown(f"Pass {(len(lessons) - 2) // 4 + 1}, row **{x[0]} {x[1]}**: it said **{y}**, {verdict}")
    change = [number(round(n - o, 12)) for o, n in zip(old, new, strict=True)]
    rows = (("before", *map(number, old)), ("change", *change), ("now", *map(number, new)))
    show_table(theme, ("", "w1", "w2", "b"), rows, now=2)


def _progress(theme: Theme, name: str, learner: Learner, lesson: Lesson) -> None:
    st.altair_chart(mistakes_chart(theme, lesson.mistakes, PASSES), alt="The mistakes in each pass")
    if lesson.converged:
        st.success(f"A pass without a mistake, number {len(lesson.mistakes)}: it has learned {name}.")
    elif learner.finished:
        fewest = min(lesson.mistakes)
        st.info(
            f"{PASSES} passes, and none without a mistake: {fewest} at best. It would go on for ever, "
            "because no straight line does it."
        )
    else:
        st.caption(
            "It is done when a pass has no mistake. "
            f"Each mistake moves w by {RATE}·(t − y)·x and b by {RATE}·(t − y)."
        )
