"""A network that trains, and how far it is: its plan says for how many epochs."""

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

import numpy as np

from nncore import Array, Network, Training
from ui.work import Work, begin

POINTS = 200
"""The most points through which a curve is drawn."""
STEPS_BACK = 10
"""How many steps one can go back."""


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
    start : float
        The loss before the first step, of all that it learns from or of some of it.
    a_picture : int, optional
        How many steps are done from one picture to the next; by default as many as there is time for.
    done : list of float
        The loss of each mini-batch that it has learned.
    behind : int
        How many steps before the newest it is shown; going on repeats the steps that were taken back.
    measured : dict of int to tuple
        What was measured of it, by the steps done then.
    work : Work, optional
        What lets it play, or did last.
    """

    request: Hashable
    training: Training
    epoch: int
    start: float
    a_picture: int | None = None
    done: list[float] = field(default_factory=list)
    behind: int = 0
    measured: dict[int, tuple[float, float]] = field(default_factory=dict)
    work: Work[None] | None = None

    def __post_init__(self) -> None:
        self._past = deque([self.training.network()], STEPS_BACK + 1)
        self._steps = self.training.steps()

    @property
    def steps(self) -> int:
        """After how many steps it is shown."""
        return len(self.done) - self.behind

    @property
    def losses(self) -> list[float]:
        """The losses up to there."""
        return self.done[: self.steps]

    @property
    def network(self) -> Network:
        """The network there."""
        return self._past[-1 - self.behind]

    @property
    def change(self) -> Array:
        """What the last mini-batch before it changed in W1."""
        past = self._past.copy()  # the thread adds to it
        now, before = (past[max(len(past) - back - self.behind, 0)] for back in (1, 2))
        with np.errstate(invalid="ignore"):
            return np.asarray(now["W1"] - before["W1"])

    @property
    def can_go_back(self) -> bool:
        """Whether the step before is kept."""
        return not self.plays and self.behind < len(self._past) - 1

    @property
    def is_over(self) -> bool:
        """Whether it has done all its epochs."""
        return self.steps >= self.epoch * self.training.plan.epochs

    @property
    def plays(self) -> bool:
        """Whether it plays."""
        return self.work is not None and self.work.running

    def play(self, steps: int | None = None) -> None:
        """Let it play for so many steps, or to its end."""
        self.behind = 0
        until = self.epoch * self.training.plan.epochs if steps is None else self.steps + steps
        seconds = None if self.a_picture is None else 0.0
        self.work = begin(self.request, lambda: self._play(until), seconds)

    def pause(self) -> None:
        """Pause it."""
        if self.work is not None:
            self.work.stop()

    def step(self) -> None:
        """Do one step, or one again that was taken back."""
        self.pause()
        if self.behind:
            self.behind -= 1
        else:
            self._step()

    def back(self) -> None:
        """Take a step back."""
        self.behind += self.can_go_back

    def _play(self, until: int) -> Iterator[None]:
        while len(self.done) < until:
            for _step in range(min(self.a_picture or 1, until - len(self.done))):
                self._step()
            yield

    def _step(self) -> None:
        """Do a step, and keep a copy of the network: whoever looks meanwhile sees it between two steps."""
        loss = next(self._steps).loss
        self._past.append(self.training.network())
        self.done.append(loss)

    def curve(self) -> tuple[Array, Array]:
        """Return the losses as a curve of few points: the first, means of neighbours, and the last."""
        losses, steps = self.losses, self.steps
        width = -(-steps // POINTS) or 1
        ends = range(width, steps, width)
        means = [np.mean(losses[end - width : end]) for end in ends]
        last = [steps] if steps else []
        return np.array([0, *ends, *last]), np.array([self.start, *means, *losses[-1:]])
