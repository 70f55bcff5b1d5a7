"""The network's answer alone: the loop of `Network.forward` that keeps nothing on the way.

Each layer's answers take the memory of its sums, so a batch of thousands needs little, and an image less time
than it takes to look at the steps.
"""

from collections.abc import Sequence

import numpy.typing as npt

from nncore.activations import ACTIVATIONS
from nncore.network import Layer, Network
from nncore.types import Array


def predict(network: Network, x: npt.ArrayLike) -> Array:
    """Return the network's output alone.

    Parameters
    ----------
    network : Network
    x : array_like
        One input (n,) or a batch (batch, n).

    Returns
    -------
    ndarray
        The output, (m,) or (batch, m): for the digit network ten probabilities. A new array, with
        the numbers of ``network.forward(x).Y``.

    Raises
    ------
    ValueError
        If x does not have n numbers per input.
    """
    return _through(network.layers, network.as_input(x))


def scores(network: Network, x: npt.ArrayLike) -> Array:
    """Return the sums of the last layer, (m,) or (batch, m): what softmax makes probabilities of."""
    *before, last = network.layers
    return last.sums(_through(before, network.as_input(x)))


def _through(layers: Sequence[Layer], z: Array) -> Array:
    for layer in layers:
        a = layer.sums(z)
        z = ACTIVATIONS[layer.h](a, out=a)
    return z
