"""Pictures of two colours, and the files of them."""

import io

import numpy as np
from PIL import Image

KINDS = ("PNG", "JPEG", "WEBP", "GIF")
RED, WHITE = (200, 30, 10, 255), (255, 255, 255, 255)


def file_of(picture: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def halves(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """A picture, its left half red and its right half white."""
    picture = Image.new("RGBA", size, WHITE)
    picture.paste(RED, (0, 0, size[0] // 2, size[1]))
    return picture.convert(mode)


def halves_of(pixels: np.ndarray) -> tuple[list[int], list[int]]:
    """The colours in the middle of the left and the right half."""
    height, width = pixels.shape[:2]
    return pixels[height // 2, width // 4].tolist(), pixels[height // 2, width * 3 // 4].tolist()
