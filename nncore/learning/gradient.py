"""Which way is down? Slopes by trying it out, and walking down them (sections 4.3 and 4.4 of the book).

A slope is measured by moving one number a little to either side. For a network that takes two
forward passes for each weight, far too slow to train by: `backprop` finds all of them at once. But
nothing can go wrong here, so what `backprop` finds is held against this.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from nncore.types import Array


def numerical_diff(f: Callable[[float], float], x: float, h: float = 1e-4) -> float:
    """Return the slope of f at x, (f(x + h) − f(x − h)) / 2h.

    With a large h this is the slope of a chord, not of the curve; with a tiny one the two values differ
    by less than a float can tell. 1e-4 lies well between.

    >>> round(numerical_diff(lambda x: 0.01 * x**2 + 0.1 * x, 5), 9)
    0.2
    """
    return (f(x + h) - f(x - h)) / (2 * h)


def numerical_gradient(f: Callable[[Array], float], x: npt.ArrayLike, h: float = 1e-4) -> Array:
    """Return the slope of f along each number of x: an array of the shape of x.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of x and returns a number.
    x : array_like
        Where to measure. If it is an array of floats that may be written, its own numbers are moved, one
        at a time, and put back: so the book's listings, whose f looks at a network that holds x, work.
    h : float
        How far each number is moved to either side.

    >>> numerical_gradient(lambda x: x[0] ** 2 + x[1] ** 2, [3.0, 4.0]).round(6).tolist()
    [6.0, 8.0]
    """
    x = np.asarray(x, dtype=None if _floats(x) else np.float64)
    x = x if x.flags.writeable else x.copy()
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        here = x[place]
        try:
            x[place] = here + h
            above = f(x)
            x[place] = here - h
            gradient[place] = (above - f(x)) / (2 * h)
        finally:
            x[place] = here
    return gradient


def gradient_descent(
    f: Callable[[Array], float], init_x: npt.ArrayLike, lr: float = 0.01, step_num: int = 100
) -> Array:
    """Walk downhill: from each place a step of `lr` times the gradient against it.

    Parameters
    ----------
    f : callable
        What is to become small.
    init_x : array_like (n,)
        Where to begin; it is left as it is.
    lr : float
        The learning rate. Too small, and one stays where one is; too large, and one flies away.
    step_num : int
        How many steps to take.

    Returns
    -------
    ndarray (step_num + 1, n) float64
        The whole path, from the beginning to where the last step led. Once a number is no longer
        finite, it stays so.

    >>> gradient_descent(lambda x: x[0] ** 2 + x[1] ** 2, [-3.0, 4.0], lr=0.1)[-1].round(9).tolist()
    [-1e-09, 1e-09]
    """
    path = [np.array(init_x, np.float64)]
    with np.errstate(over="ignore", invalid="ignore"):
        for _ in range(step_num):
            path.append(path[-1] - lr * numerical_gradient(f, path[-1].copy()))
    return np.array(path)


def _floats(x: npt.ArrayLike) -> bool:
    return isinstance(x, np.ndarray) and x.dtype.kind == "f"
