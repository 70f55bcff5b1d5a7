"""A screenshot made small: its colours are few, so 256 of them do."""

import io

from PIL import Image


def small(png: bytes) -> Image.Image:
    """Return a picture with at most 256 colours, the nearest ones, without a pattern of dots."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    return picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
