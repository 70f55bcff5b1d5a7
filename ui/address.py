"""Numbers in the address: matrices as one compact parameter, readable by people too, and drawings.

``1,2;3,4`` is the matrix [[1, 2], [3, 4]]; rows are parted by semicolons. Widgets with one value
each use Streamlit's own ``bind="query-params"`` instead.
"""

import base64
import math
import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st

Array = npt.NDArray[Any]


def format_matrix(rows: list[list[float]]) -> str:
    """Return rows of numbers as text: shortest form of each, ``1,2;3,4.5``, never −0."""
    return ";".join(",".join(f"{float(value) + 0.0:.12g}" for value in row) for row in rows)


def parse_matrix(text: str) -> list[list[float]] | None:
    """Return the rows that a text holds, or None if it is no matrix of finite numbers."""
    try:
        rows = [[float(value) for value in row.split(",")] for row in text.split(";")]
    except ValueError:
        return None
    regular = len({len(row) for row in rows}) == 1
    return rows if regular and all(math.isfinite(value) for row in rows for value in row) else None


def pack(image: Array) -> str:
    """Return 28×28 greys as text that an address can carry, whole: whoever opens it gets the same answer.

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


def put_in_address(name: str, value: str | None) -> None:
    """Write a parameter of ours into the address, or take it out (None)."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value
