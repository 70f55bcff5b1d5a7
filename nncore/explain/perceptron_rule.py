"""How a perceptron learns its weights from examples: Rosenblatt's rule of 1958.

It looks at one row of the truth table after the other. Where its answer y is not the wanted t,
it moves every weight by rate · (t − y) · x and the bias by rate · (t − y); where it is right,
it changes nothing. If a straight line can do the job, this finds one, whatever the start; if
none can, as for XOR, it goes on for ever.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from numpy.random import Generator

from nncore.gates import INPUTS, Perceptron

RATE = 0.1
"""How far one mistake moves a weight; small steps let one watch the line move."""


@dataclass(frozen=True)
class Update:
    """What a perceptron is after it has looked at one more row.

    Attributes
    ----------
    perceptron : Perceptron
        With the weights that it has now.
    row : int, optional
        The row of the truth table that it just looked at; None before the first.
    error : int
        What was wanted there minus what it had answered: 1, 0 or −1.
    mistakes : tuple of int
        How many of the four rows it got wrong in each finished pass (epoch).
    """

    perceptron: Perceptron
    row: int | None = None
    error: int = 0
    mistakes: tuple[int, ...] = ()

    @property
    def converged(self) -> bool:
        """Whether a whole pass went by without a mistake, so that nothing will change again."""
        return bool(self.mistakes) and self.mistakes[-1] == 0


def random_perceptron(rng: Generator) -> Perceptron:
    """Return a perceptron of two inputs with weights and bias in tenths from −1 to 1."""
    w1, w2, b = (rng.integers(-10, 11, size=3) / 10).tolist()
    return Perceptron((w1, w2), b)


def learn(perceptron: Perceptron, wanted: Sequence[int], rate: float = RATE) -> Iterator[Update]:
    """Yield the start and then an update for every row looked at, until a pass has no mistake.

    Parameters
    ----------
    perceptron : Perceptron
        Where to start.
    wanted : sequence of int
        What it shall answer to the four rows of `INPUTS`.
    rate : float
        How far one mistake moves a weight.

    Yields
    ------
    Update
        Without end if no perceptron can answer as wanted: take as many as you need.
    """
    update = Update(perceptron)
    yield update
    for _ in count():
        wrong = 0
        for row, (x, t) in enumerate(zip(INPUTS, wanted, strict=True)):
            error = t - update.perceptron(*x)
            wrong += abs(error)
            mistakes = (*update.mistakes, wrong) if row == len(INPUTS) - 1 else update.mistakes
            update = Update(_moved(update.perceptron, x, rate * error), row, error, mistakes)
            yield update
        if update.converged:
            return


def _moved(perceptron: Perceptron, x: Sequence[float], step: float) -> Perceptron:
    """Return the perceptron with every weight moved by step · x, rounded as its sums are."""
    weights = tuple(round(w + step * xi, 12) for w, xi in zip(perceptron.weights, x, strict=True))
    return Perceptron(weights, round(perceptron.bias + step, 12))
