"""How a step is taken once the gradient is known: Adam, a learning-rate schedule, averaging.

All weights of a network are kept in one flat vector, of which W1, b1, … are views: an update
is then a line of arithmetic, whatever the shape of the network.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass
class Adam:
    """Adam (Kingma and Ba, 2015), and beside it a running average of the weights it has visited.

    Attributes
    ----------
    weights : ndarray (n,) float32
        The weights, changed in place by every step.
    mean, square : ndarray (n,) float32
        Running averages of the gradient and of its square.
    average : ndarray (n,) float32
        Running average of the weights over about the last 1 / (1 − memory) steps: steadier than
        the weights themselves (Polyak and Juditsky, 1992).
    steps : int
        Steps taken.
    memory : float
        How much of the average is kept at each step.
    """

    weights: Array
    mean: Array
    square: Array
    average: Array
    steps: int = 0
    memory: float = 0.9995

    @classmethod
    def start(cls, weights: Array) -> "Adam":
        """Return an optimizer that has yet to take its first step."""
        return cls(weights, np.zeros_like(weights), np.zeros_like(weights), weights.copy())

    def step(self, gradient: Array, rate: float) -> None:
        """Move the weights against the gradient by about `rate` each."""
        self.steps += 1
        self.mean += 0.1 * (gradient - self.mean)
        self.square += 0.001 * (gradient * gradient - self.square)
        correction = math.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
        self.weights -= rate * correction * self.mean / (np.sqrt(self.square) + 1e-8)
        memory = min(self.memory, self.steps / (self.steps + 10))
        self.average += np.float32(1 - memory) * (self.weights - self.average)


def learning_rate(step: int, steps: int, peak: float, warm_up: float = 0.02) -> float:
    """Return the rate of one step of a run: up to the peak in a line, down to 0 along a cosine."""
    rise = max(1, round(steps * warm_up))
    if step < rise:
        return peak * (step + 1) / rise
    return peak * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise))) / 2
