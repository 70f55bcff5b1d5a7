"""Pictures with hard edges as PNG, fast: most of their rows are the row above once more."""

import base64
import struct
import zlib

import numpy as np

from nncore import Array

COLOURS = {1: 0, 3: 2, 4: 6}
"""PNG's name for grey, for red, green and blue, and for these with opacity."""
UP = 2
"""PNG's name for a row that is told by its difference from the row above."""


def png(picture: Array) -> bytes:
    """Return a picture (H, W), (H, W, 3) or (H, W, 4) uint8 as PNG.

    Each row is told by its difference from the one above: of enlarged pixels that is nearly always 0, and
    deflate is soon done. It takes a millisecond where Pillow, who tries five ways for each row, takes four.
    """
    height, width = picture.shape[:2]
    rows = picture.reshape(height, -1)
    told = np.full((height, 1 + rows.shape[1]), UP, np.uint8)
    told[0, 1:] = rows[0]
    np.subtract(rows[1:], rows[:-1], out=told[1:, 1:])
    head = struct.pack(">2I5B", width, height, 8, COLOURS[rows.shape[1] // width], 0, 0, 0)
    parts = (b"IHDR", head), (b"IDAT", zlib.compress(told.data, 1)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def data_url(file: bytes, kind: str = "png") -> str:
    """Return a picture's file as an address that is the picture itself."""
    return f"data:image/{kind};base64," + base64.b64encode(file).decode("ascii")
