"""How wrong is an answer? One number, the loss, that learning makes smaller (section 4.2 of the book).

A target t is a label (the right class), or a row of probabilities as long as the answer: one-hot, or
softer. For a batch the loss is the mean over its rows.
"""

import numpy as np
import numpy.typing as npt

from nncore.types import Array


def sum_squared_error(y: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return ½ Σ (y − t)²: the loss that goes with an identity output.

    Parameters
    ----------
    y : array_like (classes,) or (n, classes)
        What the network answered.
    t : array_like
        What is right: labels (n,), or targets of the shape of y; for one answer a label or a row.

    Returns
    -------
    float
        0 where all is right; the mean over a batch.

    Raises
    ------
    ValueError
        If t does not fit y.

    >>> y = [0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0]
    >>> round(sum_squared_error(y, 2), 6)
    0.0975
    """
    y = np.asarray(y)
    return float(0.5 * ((y - as_targets(y, t)) ** 2).sum(axis=-1).mean())


def cross_entropy_error(y: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return −Σ t log(y), the loss that goes with a softmax output: for a label, −log of its probability.

    The book adds 1e-7 to y, lest log(0) be −inf. Here y is kept at the smallest normal number or above
    instead, which leaves every probability as it is: so Y − t stays the exact gradient of this loss.

    Parameters and errors are those of `sum_squared_error`; y holds probabilities.

    >>> y = [0.1, 0.05, 0.6, 0, 0.05, 0.1, 0, 0.1, 0, 0]
    >>> round(cross_entropy_error(y, 2), 6)
    0.510826
    """
    y = np.asarray(y)
    y = y.astype(np.result_type(y, np.float32), copy=False)
    logs = np.log(np.maximum(y, np.finfo(y.dtype).tiny))
    return float(0 - (as_targets(y, t) * logs).sum(axis=-1).mean())  # where all is right 0, not −0


def as_targets(y: Array, t: npt.ArrayLike) -> Array:
    """Return t as targets of the shape of the answers y: labels become one-hot rows.

    Raises
    ------
    ValueError
        If t is neither targets of that shape nor labels of those classes, one an answer.
    """
    t = np.asarray(t)
    if t.shape == y.shape:
        return t
    classes = y.shape[-1]
    if t.shape != y.shape[:-1] or t.dtype.kind not in "iu":
        raise ValueError(f"Targets for answers of shape {y.shape} are as large, or labels, not {t.shape}.")
    if t.size and not 0 <= t.min() <= t.max() < classes:
        raise ValueError(f"Labels run from 0 to {classes - 1}.")
    return np.eye(classes, dtype=np.float32)[t]
