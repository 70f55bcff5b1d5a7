"""MNIST: 70 000 handwritten digits of 28×28 grey pixels, read from ``assets/``.

60 000 to train on and 10 000 to test with, by Yann LeCun and Corinna Cortes
(CC BY-SA 3.0). ``assets/README.md`` has the origin.
"""

from typing import Literal

import numpy as np

from nncore.base.assets import read_asset
from nncore.types import Array

Split = Literal["train", "test"]

VALIDATION = 10_000
"""How many of MNIST's training images, the last ones, are for validation."""


def load_images(split: Split) -> tuple[Array, Array]:
    """Return the images (n, 28, 28) uint8, 0 paper to 255 ink, and their labels (n,) uint8."""
    images, labels = read_asset(f"mnist_{split}.npz", "images", "labels")
    return images, labels


def load_mnist(
    normalize: bool = True, flatten: bool = True, one_hot_label: bool = False
) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """Load MNIST as the book's function of this name does.

    Parameters
    ----------
    normalize : bool
        Scale pixels to 0..1 as float32; otherwise they stay uint8, 0..255.
    flatten : bool
        Images as (n, 784); otherwise (n, 1, 28, 28).
    one_hot_label : bool
        Labels as rows of nine 0s and a 1; otherwise as digits.

    Returns
    -------
    (x_train, t_train), (x_test, t_test)
        60 000 and 10 000 images with their labels.
    """

    switches = normalize, flatten, one_hot_label
    return written_as(*load_images("train"), *switches), written_as(*load_images("test"), *switches)


def written_as(
    x: Array, t: Array, normalize: bool, flatten: bool, one_hot_label: bool
) -> tuple[Array, Array]:
    """Write images (n, 28, 28) uint8 and their labels (n,) as the three switches of `load_mnist` say."""
    x = x.reshape(-1, 784) if flatten else x[:, np.newaxis]
    if normalize:
        x = x / np.float32(255)
    if one_hot_label:
        t = np.eye(10, dtype=np.uint8)[t]
    return x, t
