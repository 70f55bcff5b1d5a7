"""A network that learns from random weights while somebody watches: a plan, and the loop over it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from nncore.learning.backprop import loss_and_gradient
from nncore.learning.loop import TrainingStep, live_network, mini_batches, random_network, training_steps
from nncore.learning.optimizers import OPTIMIZERS
from nncore.network import Network
from nncore.types import Array


@dataclass(frozen=True)
class TrainingPlan:
    """How a network is to learn; the same plan and the same examples give the same network.

    Attributes
    ----------
    sizes : tuple of int
        Inputs, neurons in each layer.
    h : str
        The activation of the hidden layers; softmax follows the last.
    how : str
        How the first weights are drawn: one of INITIAL.
    optimizer : str
        One of OPTIMIZERS.
    lr : float
        The learning rate.
    batch_size : int
    epochs : int
        Where it ends.
    seed : int
        Of the first weights, and of the order of the examples.
    """

    sizes: tuple[int, ...]
    h: str = "relu"
    how: str = "He"
    optimizer: str = "SGD"
    lr: float = 0.1
    batch_size: int = 100
    epochs: int = 20
    seed: int = 0


class Training:
    """A network while it learns: its weights, and the steps to come.

    Parameters
    ----------
    plan : TrainingPlan
    x : ndarray (n, inputs)
        What it learns from: floats, or uint8 greys, which become floats a batch at a time.
    t : ndarray (n, outputs)
        Targets.

    Attributes
    ----------
    params : mapping of ndarray
        W1, b1, W2, …, changed by every step.
    """

    def __init__(self, plan: TrainingPlan, x: Array, t: Array) -> None:
        self.plan = plan
        rng = np.random.default_rng(plan.seed)
        start = random_network(plan.sizes, plan.h, plan.how, rng)
        self.params: Mapping[str, Array] = {name: np.array(value) for name, value in start.items()}
        self._live = live_network(self.params, plan.h)
        self._batches = mini_batches(x, t, plan.batch_size, rng, plan.epochs)

    def steps(self) -> Iterator[TrainingStep]:
        """Learn, a mini-batch at a time."""
        optimizer = OPTIMIZERS[self.plan.optimizer](lr=self.plan.lr)
        gradient = partial(loss_and_gradient, self._live)
        steps = training_steps(self.params, self._batches, gradient, optimizer)
        while True:
            # With too large a rate it flies away. Not around the yield, where others would be silenced.
            with np.errstate(over="ignore", invalid="ignore"):
                step = next(steps, None)
            if step is None:
                return
            yield step

    def network(self) -> Network:
        """Return the network as it is now."""
        return live_network({name: array.copy() for name, array in self.params.items()}, self.plan.h)
