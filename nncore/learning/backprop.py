"""Back-propagation: which way to change every weight so that the answers get better.

The error of a batch is its mean cross-entropy, −Σ t log(Y). For softmax at the output its
gradient with respect to the scores A is simply Y − t; going back through a layer multiplies by
the slope of its activation and by its weights (chapter 5 of the book). A target t may be a
one-hot row or any row of probabilities.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.activations import ACTIVATIONS, SLOPES, softmax
from nncore.network import Network

Array = npt.NDArray[Any]

TRAINABLE: dict[str, Callable[[Array], Array]] = {
    "sigmoid": lambda z: z * (1 - z),
    "relu": lambda z: z > 0,
    "tanh": lambda z: 1 - z * z,
}
"""The hidden activations that can be trained: their slope, from what they answered."""


def cross_entropy(y: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return the mean over the batch of −Σ t log(y), for probabilities y and t (n, classes)."""
    y, t = np.asarray(y), np.asarray(t)
    return float(-(t * np.log(np.maximum(y, 1e-12))).sum(axis=-1).mean())


def backward(weights: Sequence[Array], x: Array, t: Array, hidden: str) -> tuple[float, list[Array]]:
    """Return the error of a batch and its gradient with respect to W1, b1, W2, b2, ….

    Parameters
    ----------
    weights : sequence of ndarray
        W1, b1, W2, b2, …: softmax follows the last pair, the activation `hidden` every other.
    x : ndarray (n, inputs)
    t : ndarray (n, classes)
        Target probabilities.
    hidden : str
        "sigmoid", "relu" or "tanh".

    Returns
    -------
    float, list of ndarray
        The mean cross-entropy, and an array of the shape of each weight.
    """
    Z = [x]
    for W, b in zip(weights[:-2:2], weights[1:-2:2], strict=True):
        Z.append(ACTIVATIONS[hidden](Z[-1] @ W + b))
    y = softmax(Z[-1] @ weights[-2] + weights[-1])
    dA = (y - t) / len(x)
    gradients: list[Array] = []
    for W, z in zip(weights[-2::-2], reversed(Z), strict=True):
        gradients[:0] = [z.T @ dA, dA.sum(axis=0)]
        if z is not x:
            dA = (dA @ W.T) * TRAINABLE[hidden](z)
    return cross_entropy(y, t), gradients


def gradients(network: Network, x: npt.ArrayLike, t: npt.ArrayLike) -> list[tuple[Array, Array]]:
    """Return (dW, db) of every layer: how the mean cross-entropy grows with each weight and bias.

    Parameters
    ----------
    network : Network
        Hidden layers of one trainable activation, softmax at the end.
    x : array_like (n, inputs) or (inputs,)
    t : array_like (n, classes) or (classes,)
        Target probabilities, one-hot or soft.

    Raises
    ------
    ValueError
        If the network's activations are others, or x or t does not fit it.
    """
    inner = {layer.h for layer in network.layers[:-1]} or {"sigmoid"}
    if len(inner) > 1 or not inner <= TRAINABLE.keys() or network.layers[-1].h != "softmax":
        raise ValueError("Only one of sigmoid, relu and tanh inside, and softmax at the end, can be trained.")
    x, t = np.atleast_2d(network.as_input(x)), np.atleast_2d(np.asarray(t, network.dtype))
    if t.shape != (len(x), network.sizes[-1]):
        raise ValueError(
            f"{len(x)} inputs need targets of shape {(len(x), network.sizes[-1])}, not {t.shape}."
        )
    flat = backward([network[key] for key in network], x, t, inner.pop())[1]
    return list(zip(flat[::2], flat[1::2], strict=True))


def input_gradient(network: Network, x: npt.ArrayLike, k: int) -> Array:
    """Return how the score of class k (A3[k], before softmax) grows with each input, (inputs,).

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
        slope = layer.W @ (slope * SLOPES[layer.h](trace[f"A{n}"]))
    return np.asarray(slope, network.dtype)
