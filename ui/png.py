"""Pictures as PNG files: the one way to them."""

import base64
import io

from PIL import Image

from nncore import Array


def png(picture: Array) -> bytes:
    """Return a picture (H, W), (H, W, 3) or (H, W, 4) uint8 as PNG, packed fast rather than small."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG", compress_level=1)
    return file.getvalue()


def data_url(file: bytes, kind: str = "png") -> str:
    """Return a picture's file as an address that is the picture itself."""
    return f"data:image/{kind};base64," + base64.b64encode(file).decode("ascii")
