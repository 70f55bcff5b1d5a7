"""Digits and letters of free typefaces that imitate handwriting: more hands than we could draw.

``assets/README.md`` has their origin, ``assets/make_typefaces.py`` the way from theirs to ours.
"""

from functools import cache

import numpy as np

from nncore.base.assets import read_asset
from nncore.types import Array, read_only


@cache
def load_typefaces() -> tuple[Array, Array, Array]:
    """Return digits, which digit each is, and letters and signs that look like none.

    Returns
    -------
    ndarray (n, 28, 28), ndarray (n,), ndarray (m, 28, 28)
        uint8, read-only: pictures prepared as a drawing is, from 0 (paper) to 255 (ink).

    Raises
    ------
    AssetError
        If ``assets/typefaces.npz`` is missing or damaged.
    """
    images, characters = read_asset("typefaces.npz", "images", "characters")
    digit = np.isin(characters, list("0123456789"))
    digits, labels, letters = images[digit], characters[digit].astype(np.uint8), images[~digit]
    return read_only(digits), read_only(labels), read_only(letters)
