"""The preparation of `preprocess`, for many grey pictures at once, each taken for a drawing.

Each stage is the same, written for a whole batch (n, 28, 28): `prepare_batch(images)[i]` is what
`prepare_ink(drawn_ink(images[i]))` makes of it. Shrinking a picture is two matrix products,
rows @ picture @ columns.T; the images of a batch share a few hundred such matrices, made once each.
"""

import numpy as np

from nncore.images.drawing import FAINTEST
from nncore.images.framing import BOX, CENTRE, EDGE, SIZE, area_weights, centre_of_mass, whole_greys
from nncore.types import Array


def prepare_batch(images: Array) -> Array:
    """Return the pictures as MNIST would hold them: ink found, scaled into 20×20, centred.

    Parameters
    ----------
    images : ndarray (n, 28, 28) float32
        Grey pictures from 0 to 1, ink dark or light.

    Returns
    -------
    ndarray (n, 28, 28) float32
        From 0 (paper) to 1 (ink). A picture with nothing on it stays blank.
    """
    ink = ink_of_each(images)
    top, height = extent(ink.max(axis=2))
    left, width = extent(ink.max(axis=1))
    old = np.stack([height, width])
    new = np.maximum(1, np.rint(old * (BOX / old.max(axis=0)))).astype(int)
    rows, columns = shrinking(top, height, new[0]), shrinking(left, width, new[1])
    scaled = rows @ ink @ columns.transpose(0, 2, 1)
    brightest = scaled.max(axis=(1, 2), keepdims=True)
    return place_each(whole_greys(scaled / np.where(brightest > 0, brightest, 1)), new)


def ink_of_each(images: Array) -> Array:
    """Return what differs from each picture's paper, its darkest 1; all 0 where nothing does."""
    border = np.concatenate([images[:, 0], images[:, -1], images[:, :, 0], images[:, :, -1]], axis=1)
    ink = np.abs(images - np.median(border, axis=1)[:, np.newaxis, np.newaxis])
    strongest = ink.max(axis=(1, 2), keepdims=True)
    return ink * np.where(strongest < FAINTEST, 0, 1 / np.maximum(strongest, FAINTEST))


def extent(profile: Array) -> tuple[Array, Array]:
    """Return where the ink begins along one axis (n,) and over how many pixels it runs (n,)."""
    inked = profile >= EDGE
    first = inked.argmax(axis=1)
    last = SIZE - inked[:, ::-1].argmax(axis=1)
    return first, last - first


def shrinking(start: Array, old: Array, new: Array) -> Array:
    """Return for each picture the matrix (20, 28) that shrinks `old` pixels from `start` to `new`."""
    cases, which = np.unique(np.stack([start, old, new], axis=1), axis=0, return_inverse=True)
    matrices = np.zeros((len(cases), BOX, SIZE), np.float32)
    for matrix, (first, before, after) in zip(matrices, cases.tolist(), strict=True):
        matrix[:after, first : first + before] = area_weights(before, after)
    return matrices[which.ravel()]


def place_each(scaled: Array, sizes: Array) -> Array:
    """Return the digits (n, 20, 20) in 28×28, each with its centre of mass nearest index 14.

    `sizes` (2, n) are the heights and widths of the digits in their squares of 20×20.
    """
    origin = np.clip(np.round(CENTRE - centre_of_mass(scaled)), 0, SIZE - sizes.T).astype(int)
    return shift(np.pad(scaled, ((0, 0), (0, SIZE - BOX), (0, SIZE - BOX))), origin)


def shift(images: Array, moves: Array) -> Array:
    """Return the images moved down and right by whole pixels (n, 2); what leaves is lost."""
    rows = np.arange(SIZE) - moves[:, :1]
    columns = np.arange(SIZE) - moves[:, 1:]
    inside = ((rows >= 0) & (rows < SIZE))[:, :, None] & ((columns >= 0) & (columns < SIZE))[:, None]
    each = np.arange(len(images))[:, None, None]
    taken = images[each, rows.clip(0, SIZE - 1)[:, :, None], columns.clip(0, SIZE - 1)[:, None]]
    return taken * inside
