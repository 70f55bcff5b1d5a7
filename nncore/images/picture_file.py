"""From a file that somebody chose to its pixels: PNG, JPEG, WebP or GIF, read upright and not too large.

A phone's picture has 12 to 48 million pixels, a digit needs a few hundred: so the picture is made
smaller while it is read, which keeps it quick and in little memory. A small file can claim a huge
size; that is judged by its first bytes, before anything is unpacked.
"""

import io
import math
import warnings

import numpy as np
from PIL import ExifTags, Image, ImageOps

from nncore.base.limits import (
    GIF_PIXELS,
    HEAD_READS,
    JPEG_NUMBERS,
    JPEG_PIXELS,
    JPEG_SCANS,
    PICTURE_BYTES,
    PICTURE_PROPORTION,
    PICTURE_READS,
    PNG_PIXELS,
    WEBP_PIXELS,
)
from nncore.base.refusal import Refused
from nncore.types import Array

LONGEST = 1200
"""The longer side of what `read_picture` returns, at most, in pixels."""
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
PIXELS = {"PNG": PNG_PIXELS, "WEBP": WEBP_PIXELS, "GIF": GIF_PIXELS}
ROWS = 128
"""How many rows at a time are turned into colours and averaged."""
SCAN = b"\xff\xda"
"""What begins a scan of a JPEG; within its pixels a 255 is followed by other bytes."""

# Pillow warns of sizes that we refuse, in a sentence, right after; and of damaged notes, which do no harm.
warnings.filterwarnings("ignore", module="PIL")


class PictureError(Refused):
    """The file is no picture that can be read; the message is one sentence that says what to do."""


class _File(io.BytesIO):
    """A file that is not read in too many pieces: Pillow takes each part of a picture's file by itself."""

    reads_left = HEAD_READS

    def read(self, size: int | None = -1, /) -> bytes:
        self.reads_left -= 1
        if self.reads_left < 0:
            raise PictureError(
                "This picture's file has too many parts: save it anew, or take a screenshot of it."
            )
        return super().read(size)


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
    if len(data) > PICTURE_BYTES:
        most = PICTURE_BYTES >> 20
        raise PictureError("This file has more than {most} MB: make the picture smaller.", most=most)
    file = _File(data)
    with _opened(file) as picture:
        try:
            file.reads_left = PICTURE_READS
            _check_size(picture, 1 + data.count(SCAN, file.tell()))
            return _upright(_smaller(picture), _orientation(picture))
        except PictureError:
            raise
        except Exception:
            raise PictureError(
                "This picture is damaged or incomplete: choose another, or save it anew."
            ) from None


def _opened(file: _File) -> Image.Image:
    """Read a file's head."""
    try:
        return Image.open(file, formats=FORMATS)
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(JPEG_PIXELS) from None
    except Exception:  # a damaged head can make Pillow raise anything
        raise PictureError(
            "This is no picture that can be read here: choose a PNG, JPEG, WebP or GIF."
        ) from None


def _too_large(most: int) -> PictureError:
    return PictureError(
        "This picture has more than {millions} million pixels: make it smaller, or take a screenshot of it.",
        millions=most // 1_000_000,
    )


def _check_size(picture: Image.Image, scans: int) -> None:
    """Refuse a picture that would need too much memory or time, or is a mere strip, before it is unpacked."""
    if picture.format in PIXELS:
        most = PIXELS[picture.format]
    elif scans == 1:
        most = JPEG_PIXELS
    elif scans <= JPEG_SCANS:  # the numbers of all its components are kept until the last scan
        _, across, down, _ = zip(*picture.layer, strict=True)  # type: ignore[attr-defined]
        numbers = sum(a * d for a, d in zip(across, down, strict=True)) / (max(across) * max(down))
        most = int(JPEG_NUMBERS / numbers)
    else:
        raise PictureError("This picture sharpens in too many steps while it loads: save it anew.")
    if picture.width * picture.height > most:
        raise _too_large(most)
    if max(picture.size) > PICTURE_PROPORTION * min(picture.size):
        raise PictureError(
            "This picture is a strip, more than {times} times as long as wide: cut out the digit.",
            times=PICTURE_PROPORTION,
        )


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
    """Return how the camera was held, 1 (upright) to 8, if the file says so."""
    try:
        return int(picture.getexif()[ExifTags.Base.Orientation])
    except Exception:  # no note, or a damaged one
        return 1


def _upright(pixels: Array, orientation: int) -> Array:
    """Turn and mirror pixels as the orientation, a number from 1 to 8, asks for."""
    if orientation == 1:
        return pixels
    picture = Image.fromarray(pixels)
    picture.getexif()[ExifTags.Base.Orientation] = orientation
    return np.array(ImageOps.exif_transpose(picture))
