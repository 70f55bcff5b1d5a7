"""Matrix products: how many neurons fit in one line (section 3.3 of the book).

Each cell of A·B is the sum of products of a row of A with a column of B. NumPy's ``np.dot``
computes it for vectors too, which have one axis: a vector on the left is a row, one on the
right a column.
"""

import math

import numpy as np
import numpy.typing as npt

from nncore.types import Array, read_only

PRODUCTS: dict[str, tuple[Array, Array, Array]] = {
    "(2, 2) @ (2, 2)": (np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]), np.zeros(2)),
    "(3, 2) @ (2, 4)": (
        np.array([[1, 2], [3, 4], [5, 6]]),
        np.array([[1, 2, 3, 4], [5, 6, 7, 8]]),
        np.zeros(4),
    ),
    "(3, 2) @ (2,)": (np.array([[1, 2], [3, 4], [5, 6]]), np.array([7, 8]), np.zeros(1)),
    "(2,) @ (2, 3)": (np.array([1, 2]), np.array([[1, 3, 5], [2, 4, 6]]), np.zeros(3)),
    "One gate": (np.array([1, 1]), np.array([[0.5], [0.5]]), np.array([-0.7])),
}
"""Examples A, B, b for A·B + b, by their shapes; the last is the AND gate for the input (1, 1)."""
for example in PRODUCTS.values():
    for array in example:
        read_only(array)


def matrix_product(A: npt.ArrayLike, B: npt.ArrayLike) -> Array:
    """Return the matrix product A·B.

    Raises
    ------
    ValueError
        NumPy's own, if a row of A and a column of B are not of the same length.
    """
    return np.asarray(np.dot(A, B))


def layer_sums(X: npt.ArrayLike, W: npt.ArrayLike, b: npt.ArrayLike) -> Array:
    """Return X·W + b: the sums of all neurons of a layer, whose weights are the columns of W."""
    return matrix_product(X, W) + np.asarray(b)


def shown_sums(X: npt.ArrayLike, W: npt.ArrayLike, b: npt.ArrayLike = 0.0) -> Array:
    """Return X·W + b rounded to what its products can carry: 15 digits of their sizes added up.

    In floating point 0.1·3 + 0.3·(−1) is 5.6e-17, where everyone who reads the terms gets 0. How
    much dust remains depends even on the processor, so it is swept away here, in one place.
    """
    sums = layer_sums(X, W, b)
    sizes = layer_sums(np.abs(X), np.abs(W), np.abs(b))
    pairs = zip(sums.flat, sizes.flat, strict=True)
    rounded = [round(float(value), 14 - math.floor(math.log10(size or 1))) for value, size in pairs]
    return np.reshape(np.add(rounded, 0.0), sums.shape)  # adding 0 turns −0.0 into 0.0


def row_of(A: npt.ArrayLike, i: int) -> Array:
    """Return row i of a matrix; a vector is its only row."""
    return np.atleast_2d(A)[i]


def column_of(B: npt.ArrayLike, j: int) -> Array:
    """Return column j of a matrix; a vector is its only column."""
    B = np.asarray(B)
    return B if B.ndim == 1 else B[:, j]


def inner_sizes(A: npt.ArrayLike, B: npt.ArrayLike) -> tuple[int, int]:
    """Return how long a row of A and a column of B are: A·B exists if they are equal."""
    return np.shape(A)[-1], np.shape(B)[0]
