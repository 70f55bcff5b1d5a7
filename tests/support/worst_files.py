"""Pictures' files that give most work, each the worst that is still taken."""

import io
import math
import struct
import zlib
from collections.abc import Callable

import numpy as np
from PIL import Image

from nncore.base.limits import (
    GIF_PIXELS,
    HEAD_READS,
    JPEG_NUMBERS,
    JPEG_PIXELS,
    JPEG_SCANS,
    PICTURE_PROPORTION,
    PICTURE_READS,
    PNG_PIXELS,
    WEBP_PIXELS,
)

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, contents: bytes) -> bytes:
    return struct.pack(">I", len(contents)) + name + contents + struct.pack(">I", zlib.crc32(name + contents))


def png(
    width: int, height: int, depth: int = 8, colour: int = 0, interlaced: int = 0, notes: bytes = b""
) -> bytes:
    """A PNG of one colour whose rows all say that they add to the row above."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))
    channels = {0: 1, 6: 4}[colour]
    starts = [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ]
    packer, packed = zlib.compressobj(1), []
    for left, top, across, down in starts if interlaced else [(0, 0, 1, 1)]:
        row = b"\x04" + bytes(math.ceil((width - left) / across) * channels * depth // 8)
        packed += [packer.compress(row) for _ in range(math.ceil((height - top) / down))]
    return (
        SIGNATURE + head + notes + chunk(b"IDAT", b"".join([*packed, packer.flush()])) + chunk(b"IEND", b"")
    )


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def side_of(pixels: float) -> int:
    return math.isqrt(int(pixels))


def flat(mode: str, pixels: float) -> Image.Image:
    return Image.new(mode, (side_of(pixels),) * 2)


def soft(pixels: float) -> Image.Image:
    small = np.random.default_rng(0).integers(0, 256, (200, 200, 4), dtype=np.uint8)
    return Image.fromarray(small).resize((side_of(pixels),) * 2, Image.Resampling.BILINEAR)


def noise(side: int) -> bytes:
    return saved(
        Image.fromarray(np.random.default_rng(0).integers(0, 256, (side, side, 3), dtype=np.uint8)), "JPEG"
    )


def many_scans(mode: str, pixels: float, scans: int) -> bytes:
    """A JPEG that sharpens while it loads, its last step again and again."""
    data = saved(flat(mode, pixels), "JPEG", progressive=True)
    scan = data[data.rfind(b"\xff\xda") : -2]
    return data[:-2] + scan * (scans - data.count(b"\xff\xda")) + data[-2:]


def noted_jpeg(note: bytes, count: int) -> bytes:
    data = saved(Image.new("L", (40, 40)), "JPEG")
    return data[:2] + (b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note) * count + data[2:]


def noted_gif(note: bytes, count: int) -> bytes:
    data = saved(Image.new("L", (40, 40)), "GIF")
    place = 13 + (3 << (data[10] % 8 + 1))
    return data[:place] + note * count + data[place:]


def tiff(entries: int) -> bytes:
    """A note that tells nothing, at length; each of its values claims to be all of it."""
    values = b"".join(struct.pack("<HHII", tag, 1, 60_000, 0) for tag in range(1000, 1000 + entries))
    return b"Exif\0\0II*\0" + struct.pack("<IH", 8, entries) + values


FEW = HEAD_READS // 3 - 10
"""So many parts are read before the pixels of a PNG or a GIF: three reads for each."""


def packed(kind: bytes, length: int) -> bytes:
    """A PNG's note of so many zeros, packed a thousandfold."""
    return chunk(kind, b"a\0\0" + zlib.compress(bytes(length), 9))


WORST_FILES: dict[str, Callable[[], bytes]] = {
    "PNG of most pixels": lambda: png(*(side_of(PNG_PIXELS),) * 2, 16, 6, 1),
    "PNG of the longest strip": lambda: png(50_000, 50_000 // PICTURE_PROPORTION, 16, 6),
    "JPEG of most pixels": lambda: saved(flat("CMYK", JPEG_PIXELS), "JPEG"),
    "JPEG of most bytes": lambda: noise(5300),
    "JPEG of most numbers": lambda: many_scans("RGB", JPEG_NUMBERS / 1.51, JPEG_SCANS),
    "JPEG of most scans": lambda: many_scans("L", JPEG_NUMBERS, JPEG_SCANS),
    "WebP of most pixels": lambda: saved(soft(WEBP_PIXELS), "WEBP", method=0),
    "WebP without loss": lambda: saved(
        soft(WEBP_PIXELS).convert("L").convert("RGB"), "WEBP", lossless=True, quality=0, method=0
    ),
    "WebP of two pictures": lambda: saved(
        flat("RGBA", WEBP_PIXELS),
        "WEBP",
        save_all=True,
        append_images=[Image.new("RGBA", (side_of(WEBP_PIXELS),) * 2, "red")],
        method=0,
    ),
    "GIF of most pixels": lambda: saved(flat("P", GIF_PIXELS), "GIF"),
    "PNG of most notes": lambda: png(40, 40, notes=chunk(b"tEXt", b"a\0" + bytes(20_000)) * FEW),
    "PNG of most parts": lambda: (
        png(40, 40, notes=b"")[:-12] + chunk(b"teSt", b"") * (PICTURE_READS // 2 - 10)
    ),
    "PNG of packed notes": lambda: png(40, 40, notes=packed(b"zTXt", 1_000_000) * 60),
    "PNG of a packed profile": lambda: png(40, 40, notes=packed(b"iCCP", 1_000_000)),
    "JPEG of most notes": lambda: noted_jpeg(b"Exif\0\0" + bytes(41_000), HEAD_READS // 4 - 10),
    "JPEG of long notes": lambda: noted_jpeg(tiff(5000), 300),
    "GIF of most parts": lambda: noted_gif(b"!\xfe\xff" + bytes(255) + b"\0", HEAD_READS // 5 - 10),
}
