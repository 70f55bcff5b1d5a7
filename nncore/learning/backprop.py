"""Back-propagation: which way to change every weight so that the loss falls (chapter 5 of the book).

The loss follows the last layer: cross-entropy goes with softmax, half the sum of squares with the
identity. With either, the gradient of the loss with respect to the last sums A is simply Y − t. Going
back through a layer then takes two rules: a sum hands its gradient on through the weights, and an
activation multiplies it by its slope. `backward` keeps every step of that; `gradient` checks it by trying.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from nncore.activations import SLOPES
from nncore.learning.loss import as_targets, cross_entropy_error
from nncore.network import Network, Step, Trace
from nncore.types import Array, read_only

LOSSES = {"softmax": "cross_entropy_error", "identity_function": "sum_squared_error"}
"""The loss that goes with each activation of the last layer, so that its gradient is Y − t."""
SLOPE_LINES = {
    "step_function": "0",
    "sigmoid": "{z} * (1 - {z})",
    "relu": "({z} > 0)",
    "identity_function": "1",
    "tanh": "(1 - {z} * {z})",
}
"""What `SLOPES` computes, as NumPy code of a layer's answers z."""


class Backward(Trace):
    """The steps of one backward pass in order: dA3, dW3, db3, dZ2, dA2, …, db1, dX.

    ``back["dA2"]`` is the value of a step, and so is ``back["W1"]``: the gradient of the loss with
    respect to W1, what the step dW1 gave. Of a batch it is that of the mean loss.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__(steps)
        self._values |= {step.symbol[1:]: step.value for step in steps if step.symbol[1] in "Wb"}


def backward(network: Network, trace: Trace, t: npt.ArrayLike, *, to_input: bool = True) -> Backward:
    """Go back through a network, from the loss to every weight, and keep each step.

    Parameters
    ----------
    network : Network
        With softmax or identity_function in its last layer, and any activation but softmax before it.
    trace : Trace
        Its forward pass, of one input or a batch.
    t : array_like
        What would have been right: labels, or targets of the shape of Y.
    to_input : bool
        Whether to go on to dX, which no weight needs.

    Returns
    -------
    Backward
        All arrays read-only, of the shape of what they are the gradient of, in the network's type.

    Raises
    ------
    ValueError
        If t does not fit, or the network cannot learn so.
    """
    refuse_untrainable(network)
    batch, last = trace.Y.ndim == 2, len(network.layers)
    dA = (trace.Y - as_targets(trace.Y, t)).astype(network.dtype)
    steps = [Step(f"dA{last}", f"dA{last} = Y - t", dA)]
    if batch:
        steps = [Step(f"dA{last}", f"dA{last} = (Y - t) / {len(dA)}", dA / network.dtype.type(len(dA)))]
    for n in range(last, 0, -1):
        before, dA = f"Z{n - 1}" if n > 1 else "X", steps[-1].value
        steps += _to_weights(trace[before], dA, n, before)
        if n > 1 or to_input:
            line = f"d{before} = dA{n} @ W{n}.T"
            steps.append(Step(f"d{before}", line, dA @ network[f"W{n}"].T))
        if n > 1:
            h = network.layers[n - 2].h
            value = steps[-1].value * SLOPES[h](trace[before])
            line = f"dA{n - 1} = dZ{n - 1} * {SLOPE_LINES[h].format(z=before)}"
            steps.append(Step(f"dA{n - 1}", line, value))
    for step in steps:
        read_only(step.value)
    return Backward(steps)


def _to_weights(z: Array, dA: Array, n: int, before: str) -> list[Step]:
    """Return the steps back through A = Z @ W + b to its weights and its biases."""
    if dA.ndim == 1:
        outer = Step(f"dW{n}", f"dW{n} = np.outer({before}, dA{n})", np.outer(z, dA))
        return [outer, Step(f"db{n}", f"db{n} = dA{n}", dA.copy())]
    weights = Step(f"dW{n}", f"dW{n} = {before}.T @ dA{n}", z.T @ dA)
    return [weights, Step(f"db{n}", f"db{n} = dA{n}.sum(axis=0)", dA.sum(axis=0))]


def refuse_untrainable(network: Network) -> None:
    """Raise ValueError unless there is a loss for the last layer and a slope for every other."""
    *hidden, last = (layer.h for layer in network.layers)
    if last not in LOSSES or not set(hidden) <= SLOPES.keys():
        raise ValueError(
            "A network learns with softmax or identity_function at its end, and no softmax before it."
        )


def loss_and_gradient(network: Network, x: Array, t: Array) -> tuple[float, dict[str, Array]]:
    """Return the mean cross-entropy of a batch, and its gradient by the names W1, b1, W2, b2, ….

    Parameters
    ----------
    network : Network
        With softmax in its last layer.
    x : ndarray (n, inputs)
    t : ndarray (n, classes)
        Target probabilities.
    """
    trace = network.forward(x)
    back = backward(network, trace, t, to_input=False)
    return cross_entropy_error(trace.Y, t), {name: back[name] for name in network}


def input_gradient(network: Network, x: npt.ArrayLike, k: int) -> Array:
    """Return how the score of class k (the last A, before softmax) grows with each input, (inputs,).

    Parameters
    ----------
    network : Network
    x : array_like (inputs,)
    k : int
        The class.
    """
    trace = network.forward(x)
    slope = network.layers[-1].W[:, k]
    for n in range(len(network.layers) - 1, 0, -1):
        layer = network.layers[n - 1]
        slope = layer.W @ (slope * SLOPES[layer.h](trace[f"Z{n}"]))
    return np.asarray(slope, network.dtype)
