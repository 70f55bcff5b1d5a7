"""How a step is taken once the gradient is known (section 6.1 of the book).

Each optimizer changes the weights in place, in ``update(params, grads)``: two dictionaries of arrays
under the same names, as in the book. What it remembers of earlier steps it keeps itself, an array for
each of theirs. All arithmetic is element by element, so a network may as well be one flat vector under
one name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from nncore.types import Array

Arrays = Mapping[str, Array]


class Optimizer(Protocol):
    """What changes weights, given their gradients; `lr` is the learning rate of its next step."""

    lr: float

    def update(self, params: Arrays, grads: Arrays) -> None:
        """Take one step: change every array of `params` in place."""


@dataclass
class SGD:
    """Stochastic gradient descent: a step of `lr` times the gradient, against it."""

    lr: float = 0.01

    def update(self, params: Arrays, grads: Arrays) -> None:
        """Take one step with each array, in place."""
        for key, gradient in grads.items():
            params[key][...] -= self.lr * gradient


@dataclass
class Momentum:
    """A ball that rolls: each step keeps `momentum` of the one before (Polyak, 1964)."""

    lr: float = 0.01
    momentum: float = 0.9
    v: dict[str, Array] = field(default_factory=dict)

    def update(self, params: Arrays, grads: Arrays) -> None:
        """Take one step with each array, in place."""
        for key, gradient in grads.items():
            v = self.v.setdefault(key, np.zeros_like(params[key]))
            v *= self.momentum
            v -= self.lr * gradient
            params[key][...] += v


@dataclass
class AdaGrad:
    """Smaller steps for weights that have moved much: each by its own past (Duchi, Hazan, Singer, 2011)."""

    lr: float = 0.01
    h: dict[str, Array] = field(default_factory=dict)

    def update(self, params: Arrays, grads: Arrays) -> None:
        """Take one step with each array, in place."""
        for key, gradient in grads.items():
            h = self.h.setdefault(key, np.zeros_like(params[key]))
            h += gradient * gradient
            params[key][...] -= self.lr * gradient / (np.sqrt(h) + 1e-7)


@dataclass
class Adam:
    """Momentum and AdaGrad in one, both forgetting slowly (Kingma and Ba, 2015).

    Attributes
    ----------
    lr : float
        About how far each weight moves in a step.
    beta1, beta2 : float
        How much is kept of the mean gradient and of the mean of its square.
    epsilon : float
        What keeps a division by 0 away.
    iter : int
        Steps taken.
    m, v : dict of ndarray
        The running means of the gradient and of its square.
    """

    lr: float = 0.001
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    iter: int = 0
    m: dict[str, Array] = field(default_factory=dict)
    v: dict[str, Array] = field(default_factory=dict)

    def update(self, params: Arrays, grads: Arrays) -> None:
        """Take one step; both means begin at 0, which the rate makes up for in the first steps."""
        self.iter += 1
        rate = self.lr * (1 - self.beta2**self.iter) ** 0.5 / (1 - self.beta1**self.iter)
        for key, gradient in grads.items():
            m = self.m.setdefault(key, np.zeros_like(params[key]))
            v = self.v.setdefault(key, np.zeros_like(params[key]))
            m += (1 - self.beta1) * (gradient - m)
            v += (1 - self.beta2) * (gradient * gradient - v)
            params[key][...] -= rate * m / (np.sqrt(v) + self.epsilon)


OPTIMIZERS = {"SGD": SGD, "Momentum": Momentum, "AdaGrad": AdaGrad, "Adam": Adam}
"""Every optimizer by its name."""
