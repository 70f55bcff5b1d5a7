"""What learning finds, tried out: the slope of one weight by moving it, a loss along two weights."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from nncore.activations import SLOPES, softmax
from nncore.learning.backprop import LOSSES
from nncore.learning.gradient import numerical_gradient
from nncore.learning.loss import cross_entropy_error, sum_squared_error
from nncore.learning.training import Training, TrainingPlan
from nncore.network import Layer, Network
from nncore.types import Array

Place = tuple[str, tuple[int, ...]]
"""A weight or a bias: the name of its array, and its index."""
LOSS_OF = {"cross_entropy_error": cross_entropy_error, "sum_squared_error": sum_squared_error}


def loss_of(network: Network, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return the loss that goes with a network's last layer, for one input or the mean of a batch."""
    return LOSS_OF[LOSSES[network.layers[-1].h]](network.forward(x).Y, t)


def with_numbers(network: Network, places: Sequence[Place], numbers: npt.ArrayLike) -> Network:
    """Return the network in float64, with other numbers in some places."""
    arrays = {name: np.array(value, np.float64) for name, value in network.items()}
    for (name, index), value in zip(places, np.asarray(numbers), strict=True):
        arrays[name][index] = value
    layers = enumerate(network.layers, start=1)
    return Network([Layer(arrays[f"W{n}"], arrays[f"b{n}"], layer.h) for n, layer in layers])


def tried_slope(network: Network, x: npt.ArrayLike, t: npt.ArrayLike, place: Place) -> float:
    """Return the slope of the loss along one weight, by moving that weight to either side, in float64.

    Parameters
    ----------
    network : Network
    x : array_like
    t : array_like
    place : Place
        Which weight, such as ``("W1", (1, 0))``.
    """

    def loss(number: Array) -> float:
        return loss_of(with_numbers(network, [place], number), x, t)

    name, index = place
    return float(numerical_gradient(loss, np.array([network[name][index]], np.float64))[0])


def loss_surface(
    network: Network, x: npt.ArrayLike, t: npt.ArrayLike, places: Sequence[Place], grid: Array
) -> Array:
    """Return the loss with two of the weights at each pair of numbers of a grid, (len, len): rows are y."""
    return np.array([[loss_of(with_numbers(network, places, (u, v)), x, t) for u in grid] for v in grid])


def along_last_weight(
    network: Network, x: Array, t: Array, place: tuple[int, int], moves: Array
) -> tuple[Array, Array]:
    """Move one weight of the last layer, and return the mean loss and the accuracy at each move.

    Parameters
    ----------
    network : Network
        With softmax at its end.
    x : ndarray (n, inputs)
    t : ndarray (n,)
        Labels.
    place : tuple of int
        The weight's index.
    moves : ndarray (m,)
        How far it is moved.
    """
    trace, (i, j) = network.forward(x), place
    scores, z = trace[-2].value.astype(np.float64), trace[-3].value[:, i]
    losses, shares = np.empty(len(moves)), np.empty(len(moves))
    for number, move in enumerate(moves):
        moved = scores.copy()
        moved[:, j] += move * z
        losses[number] = cross_entropy_error(softmax(moved), t)
        shares[number] = (moved.argmax(axis=1) == t).mean()
    return losses, shares


@dataclass(frozen=True, eq=False)
class Hollow:
    """The loss of a network along two of its weights: a landscape that one can look at from above.

    Attributes
    ----------
    network : Network
    x, t : ndarray
        The examples that the loss is of.
    places : tuple of Place
        The two weights.
    grid : ndarray (n,)
        The numbers that both take.
    surface : ndarray (n, n)
        The loss; rows are the second weight.
    """

    network: Network
    x: Array
    t: Array
    places: tuple[Place, Place]
    grid: Array
    surface: Array

    @classmethod
    def of_xor(cls) -> "Hollow":
        """Return that of a network 2-2-2 that has learned XOR, along two weights of its first layer."""
        x, t = np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float32), np.array([0, 1, 1, 0])
        plan = TrainingPlan((2, 2, 2), "tanh", "1", lr=0.5, batch_size=4, epochs=400, seed=1)
        training = Training(plan, x, np.eye(2, dtype=np.float32)[t])
        for _ in training.steps():
            pass
        network, places = training.network(), (("W1", (0, 0)), ("W1", (0, 1)))
        grid = np.linspace(-6, 6, 41)
        surface = loss_surface(network, x, t, places, grid)
        return cls(network, x, t, places, grid, surface)

    def loss(self, numbers: Array) -> float:
        """Return the loss with other numbers for the two weights."""
        with np.errstate(over="ignore", invalid="ignore"):
            return loss_of(with_numbers(self.network, self.places, numbers), self.x, self.t)


@dataclass(frozen=True)
class Health:
    """How many of the hidden neurons still take part in learning.

    Attributes
    ----------
    neurons : int
        All of them.
    dead : int
        Those that give the same answer to every example: no gradient tells them apart.
    saturated : int
        Of sigmoid and tanh, those that say nearly 0 or ±1 to nine examples of ten, where the curve is flat.
    twins : int
        Those that answer exactly as another one of their layer.
    """

    neurons: int
    dead: int
    saturated: int
    twins: int


def health(network: Network, x: Array) -> Health:
    """Look at the hidden neurons' answers to a batch."""
    trace = network.forward(x)
    answers = [(layer.h, trace[f"Z{n}"]) for n, layer in enumerate(network.layers[:-1], start=1)]
    neurons = sum(z.shape[1] for _, z in answers)
    dead = sum(int((np.ptp(z, axis=0) < 1e-6).sum()) for _, z in answers)
    saturated = sum(
        int(((SLOPES[h](z) < 0.02).mean(axis=0) > 0.9).sum()) for h, z in answers if h in ("sigmoid", "tanh")
    )
    twins = sum(z.shape[1] - len(np.unique(z, axis=1).T) for _, z in answers)
    return Health(neurons, dead, saturated, twins)
