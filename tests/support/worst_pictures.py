"""Pictures that give most work: as large as a read picture may be, and full of pieces, edges or turns."""

import numpy as np
from PIL import Image, ImageDraw

from nncore import Array

SIDE = 1200


def paper() -> Array:
    return np.full((SIDE, SIDE), 255, np.uint8)


def page_of_text(width: int = SIDE, height: int = SIDE) -> Array:
    page = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(page)
    for y in range(10, height - 20, 14):
        pen.text((10, y), "Sphinx of black quartz, judge my vow 0123456789. " * 8, fill=0)
    return np.asarray(page)


def spreadsheet() -> Array:
    page = paper()
    page[::30] = page[:, ::80] = 160
    pen = ImageDraw.Draw(sheet := Image.fromarray(page))
    for y in range(8, SIDE, 30):
        for x in range(10, SIDE, 80):
            pen.text((x, y), str(x * y % 9973), fill=0)
    return np.asarray(sheet)


def dots(step: int, first: int = 2) -> Array:
    page = paper()
    page[first:-2:step, first:-2:step] = 0
    return page


def squares(count: int, side: int, step: int) -> Array:
    """So many squares in rows of their own."""
    page, across = paper(), (SIDE - 10) // step
    for number in range(count):
        top, left = 5 + number // across * step, 5 + number % across * step
        page[top : top + side, left : left + side] = 0
    return page


def rings() -> Array:
    page = paper()
    for k in range(2, SIDE // 2 - 2, 4):
        page[[k, -k - 1], k : SIDE - k] = 0
        page[k : SIDE - k, [k, -k - 1]] = 0
    return page


def spiral() -> Array:
    page, low, high = paper(), 2, SIDE - 3
    while high - low > 4:
        page[low, max(low - 2, 2) : high + 1] = page[low : high + 1, high] = 0
        page[high, low : high + 1] = page[low + 2 : high + 1, low] = 0
        low, high = low + 2, high - 2
    return page


def snake() -> Array:
    """One line that runs up and down through the whole picture."""
    page = paper()
    page[2:-2, 2:-2:2] = 0
    page[2, 3:-3:4] = page[-3, 5:-3:4] = 0
    return page


def random(kind: str) -> Array:
    rng = np.random.default_rng(0)
    grey = rng.integers(0, 256, (SIDE, SIDE))
    if kind == "noise":
        return grey.astype(np.uint8)
    if kind == "grains":
        return np.where(grey < 25, 0, 255).astype(np.uint8)
    slope = 120 + np.add.outer(np.arange(SIDE), np.arange(SIDE)) // 24 + grey // 32
    return np.where(dots(7) == 0, 20, slope).clip(0, 255).astype(np.uint8)


def photographed(page: Array) -> Array:
    """The same under a lamp: no paper is even, and every pixel a little off."""
    rng = np.random.default_rng(0)
    light = np.linspace(0.5, 1, page.shape[1]) * np.linspace(0.8, 1, page.shape[0])[:, np.newaxis]
    return (page * light * 0.9 + rng.integers(0, 8, page.shape)).astype(np.uint8)


def stripes(down: int, across: int) -> Array:
    y, x = np.mgrid[:SIDE, :SIDE]
    return ((y * down + x * across) % 2 * 255).astype(np.uint8)


def gradient() -> Array:
    return np.tile(np.linspace(0, 255, SIDE).astype(np.uint8), (SIDE, 1))


def lines_of_60() -> Array:
    """Sixty digits, each of ten pieces: a broken line."""
    page = paper()
    for number in range(60):
        for part in range(10):
            page[100 * part + 5 : 100 * part + 95, 18 * number + 60 : 18 * number + 72] = 0
    return page


WORST = {
    "page of text": page_of_text,
    "spreadsheet": spreadsheet,
    "photographed text": lambda: photographed(page_of_text()),
    "photographed digits": lambda: photographed(lines_of_60()),
    "22 000 dots": lambda: dots(8),
    "89 000 dots": lambda: dots(4),
    "358 000 dots": lambda: dots(2),
    "60 digits of 600 pieces": lines_of_60,
    "600 squares": lambda: squares(600, 30, 48),
    "rings": rings,
    "spiral": spiral,
    "snake": snake,
    "noise": lambda: random("noise"),
    "grains": lambda: random("grains"),
    "dots on a slope": lambda: random("dots"),
    "stripes": lambda: stripes(0, 1),
    "lines": lambda: stripes(1, 0),
    "checkerboard": lambda: stripes(1, 1),
    "gradient": gradient,
}
