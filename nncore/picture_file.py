"""From a file that somebody chose to its pixels: PNG, JPEG, WebP or GIF, read upright and not too large.

A phone's picture has 12 to 48 million pixels, a digit needs a few hundred: so the picture is made
smaller while it is read, which keeps it quick and in little memory. A small file can claim a huge
size; that is judged by its first bytes, before anything is unpacked.
"""

import io
import math
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

Array = npt.NDArray[Any]

LONGEST = 1200
"""The longer side of what `read_picture` returns, at most, in pixels."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = {
    "PNG": 50_000_000,
    "JPEG": 80_000_000,
    "MPO": 80_000_000,
    "WEBP": 14_000_000,
    "GIF": 50_000_000,
}
"""What fits into 300 MB while it is unpacked: WebP needs many copies, JPEG can be unpacked smaller."""
MOST_PROGRESSIVE = 80_000_000
"""A JPEG that sharpens while it loads is kept whole until its end: so many numbers at most."""
ROWS = 128
"""So many rows at a time are turned into colours and averaged."""
ORIENTATION = 0x0112
"""The tag by which a camera says how it was held."""


class PictureError(ValueError):
    """The file is no picture that can be read; the message is one sentence that says what to do."""


def read_picture(data: bytes) -> Array:
    """Return the picture in a PNG, JPEG, WebP or GIF file, upright, its longer side at most 1200 pixels.

    Parameters
    ----------
    data : bytes
        The file's contents. Of an animation the first picture is read.

    Returns
    -------
    ndarray (H, W, 4) uint8
        Red, green, blue and opacity.

    Raises
    ------
    PictureError
        If it is empty, damaged, too large or no such file.
    """
    if not data:
        raise PictureError("This file is empty: choose another picture.")
    try:
        picture = Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureError(_too_large(80)) from None
    except Exception:  # a damaged head can make Pillow raise anything
        raise PictureError(
            "This is no picture that can be read here: choose a PNG, JPEG, WebP or GIF."
        ) from None
    with picture:
        _check_size(picture)
        try:
            return _upright(_smaller(picture), _orientation(picture))
        except Exception:
            message = "This picture is damaged or incomplete: choose another, or save it anew."
            raise PictureError(message) from None


def _too_large(millions: int) -> str:
    return (
        f"This picture has more than {millions} million pixels: make it smaller, or take a screenshot of it."
    )


def _check_size(picture: Image.Image) -> None:
    """Refuse a picture that would need too much memory, before it is unpacked."""
    most = MOST_PIXELS[picture.format or "WEBP"]
    if picture.info.get("progressive"):
        _, across, down, _ = np.transpose(picture.layer)  # type: ignore[attr-defined]
        most = int(MOST_PROGRESSIVE / (across * down / (across.max() * down.max())).sum())
    if picture.width * picture.height > most:
        raise PictureError(_too_large(most // 1_000_000))


def _smaller(picture: Image.Image) -> Array:
    """Unpack a picture and average whole squares of pixels, as few as bring it to 1200."""
    longer = max(picture.size)
    if longer > LONGEST:
        width, height = (max(1, LONGEST * side // longer) for side in picture.size)
        picture.draft(None, (width, height))
    picture.load()
    factor = math.ceil(max(picture.size) / LONGEST)
    rows = ROWS // factor * factor or factor
    parts = []
    for top in range(0, picture.height, rows):
        box = (0, top, picture.width, min(top + rows, picture.height))
        part = _with_colours(picture.crop(box))
        if factor > 1:  # colours count by their opacity: what cannot be seen has none
            part = part.convert("RGBa").reduce(factor).convert("RGBA")
        parts.append(np.asarray(part))
    return np.concatenate(parts)


def _with_colours(picture: Image.Image) -> Image.Image:
    """Return a picture in red, green, blue and opacity."""
    if picture.mode.startswith("I"):  # 16 bits a grey: the upper 8 are what a screen shows
        picture = Image.fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    return picture.convert("RGBA")


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held, 1 (upright) to 8."""
    try:
        return int(picture.getexif().get(ORIENTATION, 1))
    except Exception:  # a damaged note about a picture does not make it unreadable
        return 1


def _upright(pixels: Array, orientation: int) -> Array:
    """Turn and mirror pixels as the orientation, a number from 1 to 8, asks for."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)
