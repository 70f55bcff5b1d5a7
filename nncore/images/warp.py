"""Moving the pixels of digits, and thicker or thinner strokes: what all distortions are made of.

A batch is (n, 28, 28) float32 from 0 (paper) to 1 (ink). Whatever moves pixels looks back from each new
pixel to the place where it came from, and mixes the four old ones around that place.
"""

import numpy as np
import numpy.typing as npt

from nncore.images.framing import SIZE
from nncore.types import Array


def placement(turn: npt.ArrayLike, slant: npt.ArrayLike, wide: npt.ArrayLike = 1.0) -> Array:
    """Return the matrices (…, 2, 2) that slant, widen and then turn (y, x), counted from the middle.

    Parameters
    ----------
    turn : array_like (…,)
        The angle, against the clock.
    slant : array_like (…,)
        Pixels to the right for each pixel downward.
    wide : array_like (…,)
        By how much it becomes wider; so much lower it becomes too.
    """
    cos, sin, slant, wide = np.cos(turn), np.sin(turn), np.asarray(slant), np.asarray(wide)
    turning = np.array([[cos, -sin], [sin, cos]])
    skewing = np.array([[1 / wide, np.zeros(wide.shape)], [slant * wide, wide]])
    return np.einsum("ij...,jk...->...ik", turning, skewing)


def sampling_matrix(source: Array) -> Array:
    """Return the matrix (784, 784) M for which pixels @ M are pictures read at rows and columns (2, 784).

    Each new pixel mixes the four old ones around its place: a sum of inputs times weights.
    """
    corner = np.floor(source).astype(int)
    matrix = np.zeros((SIZE**2, SIZE**2), np.float32)
    for step in np.ndindex(2, 2):
        y, x = place = corner + np.array(step)[:, np.newaxis]
        share = np.prod(1 - np.abs(source - place), axis=0)
        inside = ((place >= 0) & (place < SIZE)).all(axis=0)
        matrix[y[inside] * SIZE + x[inside], np.flatnonzero(inside)] = share[inside]
    return matrix


def change_thickness(images: Array, amounts: Array) -> Array:
    """Return the images with thicker strokes where the amount is positive, thinner where negative.

    It is one for each image (n,), or one for each pixel (n, 28, 28). Growing mixes in the darkest of
    each pixel and its four neighbours, thinning the lightest.
    """
    changed = images.copy()
    amounts = amounts if amounts.ndim == images.ndim else amounts[:, None, None]
    for extreme, shares in ((np.maximum, amounts.clip(0)), (np.minimum, (-amounts).clip(0))):
        if shares.any():
            changed += shares * (_extreme_of_five(extreme, images) - images)
    return changed


def _extreme_of_five(extreme: np.ufunc, images: Array) -> Array:
    """Return for each pixel the largest (or smallest) of itself and its four neighbours."""
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1)))
    found = images.copy()
    for neighbour in (padded[:, :-2, 1:-1], padded[:, 2:, 1:-1], padded[:, 1:-1, :-2], padded[:, 1:-1, 2:]):
        extreme(found, neighbour, out=found)
    return found
