"""Matrices and drawings as text that an address can carry.

``1,2;3,4`` is the matrix [[1, 2], [3, 4]]; rows are parted by semicolons. A drawing is 28×28 greys.
"""

import base64
import zlib
from collections.abc import Iterable

import numpy as np

from nncore import Array
from ui.limits import MATRIX_CHARACTERS


def as_text(array: Array) -> str:
    """Return a vector as ``1,2``, a matrix as ``1,2;3,4``, and one of a single row as ``1,2;``; never −0."""
    rows = [",".join(f"{value + 0.0:.12g}" for value in row) for row in np.atleast_2d(array).tolist()]
    return ";".join(rows) + (";" if array.ndim == 2 and len(array) == 1 else "")


def from_text(text: str) -> Array | None:
    """Return the vector or matrix that a text holds, or None if it holds none, or is too long for one."""
    if len(text) > MATRIX_CHARACTERS:
        return None
    try:
        rows = [row.split(",") for row in text.strip().removesuffix(";").split(";")]
        array = np.array([[float(value) for value in row] for row in rows])
    except ValueError:
        return None
    return array if ";" in text else array[0]


def pack(image: Array) -> str:
    """Return 28×28 greys as text for an address, without loss, so that a link gets the same answer.

    A drawing takes some 260 characters (of a thousand the longest took 426): fewer than the 523 of
    28×28 numbers of four bits, which would be other greys and could get another answer.
    """
    return base64.urlsafe_b64encode(zlib.compress(image.tobytes(), 9)).decode().rstrip("=")


def unpack(text: str) -> Array | None:
    """Return the 28×28 greys that a text holds, or None if it holds none."""
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        content = zlib.decompressobj().decompress(packed, 785)
    except (ValueError, zlib.error):
        return None
    return np.frombuffer(content, np.uint8).reshape(28, 28) if len(content) == 784 else None


def pack_row(images: Iterable[Array]) -> str:
    """Return several 28×28 greys as one text."""
    return ".".join(pack(image) for image in images)


def unpack_row(text: str, most: int) -> Array | None:
    """Return the 28×28 greys (n, 28, 28) that a text holds, or None if it holds none, or more than `most`."""
    parts = text.split(".", most)
    images = [image for image in map(unpack, parts[:most]) if image is not None]
    return np.stack(images) if len(images) == len(parts) else None
