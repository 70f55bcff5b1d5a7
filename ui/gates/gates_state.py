"""What the page of the gates remembers: the perceptron that learns."""

from dataclasses import dataclass
from itertools import islice

import numpy as np

from nncore import Update, learn, random_perceptron
from ui.session import state_of

PLAY = "gates_play"
"""The key of the switch that lets it learn by itself."""
PASSES = 30
"""The most passes: with steps of 0.1 from weights within ±1, what can be learned is learned by then."""


SEED = 2
"""The seed of the first weights: their line is in view, and far from every gate's."""


@dataclass
class Learner:
    """One visitor's learning perceptron: what it should learn, its random start, how far it is."""

    wanted: tuple[int, ...] = ()
    seed: int = SEED
    step: int = 0

    def updates(self) -> list[Update]:
        """Return all its updates up to now, the start first."""
        start = random_perceptron(np.random.default_rng(self.seed))
        return list(islice(learn(start, self.wanted), self.step + 1))

    @property
    def finished(self) -> bool:
        """Whether it has learned its gate, or has had all its passes."""
        last = self.updates()[-1]
        return last.converged or len(last.mistakes) >= PASSES

    def advance(self, steps: int = 1) -> None:
        """Look at the next row, or at several, but not beyond the end."""
        for _ in range(steps):
            self.step += not self.finished

    def restart(self, seed: int | None = None) -> None:
        """Forget everything and start from other random weights, or those of a seed."""
        self.seed, self.step = int(np.random.default_rng().integers(2**32)) if seed is None else seed, 0


def learner_now() -> Learner:
    """Return this visitor's perceptron."""
    return state_of("gates", Learner)
