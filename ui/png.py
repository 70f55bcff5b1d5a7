"""Pictures as PNG files, and pictures of the canvas from them."""

import base64
import io
from functools import lru_cache

from PIL import Image

from nncore import Array, read_only, read_picture


def png(picture: Array) -> bytes:
    """Return a picture (H, W), (H, W, 3) or (H, W, 4) uint8 as PNG, packed fast rather than small."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG", compress_level=1)
    return file.getvalue()


@lru_cache(maxsize=16)
def unpacked(file: bytes) -> Array:
    """Return a picture of the canvas (H, W, 4) uint8, read-only; cached, since a stroke needs it often.

    Raises
    ------
    PictureError
        If it is none.
    """
    return read_only(read_picture(file))


def data_url(file: bytes, kind: str = "png") -> str:
    """Return the file of a picture as a data URL."""
    return f"data:image/{kind};base64," + base64.b64encode(file).decode("ascii")
