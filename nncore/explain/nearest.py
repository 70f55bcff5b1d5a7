"""Which images look most like this one? Compare it with every one of them, pixel by pixel."""

import numpy as np
import numpy.typing as npt

from nncore.types import Array

SLICE = 500
"""How many images are compared at a time: their differences stay in the processor's cache."""


def squared_distances(images: npt.ArrayLike, pixels: npt.ArrayLike) -> Array:
    """Return the squared Euclidean distance of each image to one picture, (n,) float64.

    The differences of whole greys are squared and added exactly: float64 holds such sums.

    Parameters
    ----------
    images : array_like (n, d) uint8
    pixels : array_like (d,) uint8
    """
    images, pixels = np.asarray(images), np.asarray(pixels, np.float64)
    distances = np.empty(len(images))
    for start in range(0, len(images), SLICE):
        difference = images[start : start + SLICE] - pixels
        np.einsum("ij,ij->i", difference, difference, out=distances[start : start + SLICE])
    return distances


def nearest(images: npt.ArrayLike, pixels: npt.ArrayLike, k: int) -> Array:
    """Return the places of the k images closest to a picture, the closest first.

    Of images equally far the first comes first. If there are fewer than k images, all are returned.

    Parameters
    ----------
    images : array_like (n, d) uint8
        The images to search, a row each.
    pixels : array_like (d,) uint8
        The picture.
    k : int
        How many to return.
    """
    return np.argsort(squared_distances(images, pixels), kind="stable")[:k]
