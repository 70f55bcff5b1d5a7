"""The temperature of a network: its scores are divided by it, so that it is right about as often as it says.

It changes no answer. Learning makes a network surer than it may be, or less sure; see Guo et al., 2017.
"""

import numpy as np
import numpy.typing as npt

from nncore.activations import softmax
from nncore.network import Layer, Network
from nncore.predict import predict


def fit_temperature(network: Network, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return the temperature by which to divide the scores so that confidence is honest.

    It is the one of the smallest cross-entropy on these images: on others than those that the
    network has learned from.

    Parameters
    ----------
    network : Network
    x : array_like (n, inputs)
    t : array_like (n,)
        Labels.
    """
    scores = np.log(np.maximum(predict(network, x).astype(np.float64), 1e-30))
    rows, labels = np.arange(len(scores)), np.asarray(t)

    def error(temperature: float) -> float:
        return float(-np.log(np.maximum(softmax(scores / temperature)[rows, labels], 1e-30)).mean())

    return float(min(np.geomspace(0.25, 4, 401), key=error))


def with_temperature(network: Network, temperature: float) -> Network:
    """Return the network with its scores divided by a temperature: the same answers, less or more sure."""
    *hidden, last = network.layers
    bar = None if network.bar is None else network.bar / temperature
    return Network([*hidden, Layer(last.W / temperature, last.b / temperature, last.h)], bar)
