"""Real pen strokes, and a round pen to draw them with as a browser's canvas would.

The strokes are those of 7 494 digits that 30 people wrote on a tablet: Alpaydin and Alimoglu,
"Pen-Based Recognition of Handwritten Digits" (UCI, CC BY 4.0). ``assets/README.md`` has the
origin and ``assets/make_pen_traces.py`` the way from UCI's file to ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from nncore.base.assets import read_asset
from nncore.images.drawing import CANVAS
from nncore.images.framing import BOX, centre_origin, place
from nncore.types import Array

Strokes = Sequence[Array]

INK = (34, 37, 43)
PAPER = (252, 251, 248)

WRITERS = {"train": range(1, 17), "validation": range(17, 23), "test": range(23, 31)}
"""Whose digits are for what: the same person never both teaches the network and tests it."""


@dataclass(frozen=True, eq=False)
class PenTraces:
    """Digits as they were written.

    Attributes
    ----------
    strokes : tuple of tuple of ndarray
        Of each digit its strokes, (points, 2) int16: x to the right, y downward, 500 to a side.
    labels : ndarray (n,) uint8
        The digits, 0 to 9.
    writers : ndarray (n,) uint8
        Who wrote them, 1 to 30.
    """

    strokes: tuple[tuple[Array, ...], ...]
    labels: Array
    writers: Array

    def __len__(self) -> int:
        return len(self.labels)

    def written_by(self, writers: Sequence[int]) -> "PenTraces":
        """Return the digits of these writers alone."""
        rows = np.flatnonzero(np.isin(self.writers, list(writers)))
        return PenTraces(tuple(self.strokes[row] for row in rows), self.labels[rows], self.writers[rows])


def load_traces() -> PenTraces:
    """Return all 7 494 digits.

    Raises
    ------
    AssetError
        If ``assets/pen_traces.npz`` is missing or damaged.
    """
    keys = ("points", "stroke_ends", "digit_ends", "labels", "writers")
    points, stroke_ends, digit_ends, labels, writers = read_asset("pen_traces.npz", *keys)
    strokes = np.split(points, stroke_ends[:-1])
    starts = np.concatenate([[0], digit_ends[:-1]])
    digits = tuple(tuple(strokes[a:b]) for a, b in zip(starts, digit_ends, strict=True))
    return PenTraces(digits, labels, writers)


def fit_to_canvas(
    strokes: Strokes, height: float, centre: tuple[float, float] = (CANVAS / 2, CANVAS / 2)
) -> list[Array]:
    """Scale strokes in proportion until their longer side is `height`, the middle at `centre` (x, y)."""
    points = np.concatenate(strokes).astype(float)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = height / max(1e-9, *(high - low))
    return [(stroke - (low + high) / 2) * scale + centre for stroke in strokes]


def render(strokes: Strokes, pen: float = 20, smooth: int = 4) -> Array:
    """Draw strokes with a round pen, dark ink on light paper, as a browser's canvas would.

    Parameters
    ----------
    strokes : sequence of array_like (points, 2)
        x to the right and y downward, in pixels from the upper left corner.
    pen : float
        The pen's width in pixels.
    smooth : int
        Edges are smoothed over smooth × smooth points in each pixel.

    Returns
    -------
    ndarray (280, 280, 4) uint8
        The canvas, red, green, blue and opacity.
    """
    coverage = render_ink(strokes, pen, CANVAS, smooth)[:, :, np.newaxis] / np.float32(255)
    colour = PAPER + coverage * (np.array(INK, np.float32) - PAPER)
    opaque = np.full((CANVAS, CANVAS, 1), 255, np.uint8)
    return np.concatenate([np.round(colour).astype(np.uint8), opaque], axis=2)


def render_ink(strokes: Strokes, pen: float, size: int, smooth: int) -> Array:
    """Return the share of each pixel that the pen covers, (size, size) uint8, 255 for all of it."""
    picture = Image.new("L", (size * smooth, size * smooth))
    canvas = ImageDraw.Draw(picture)
    radius = pen * smooth / 2
    for stroke in strokes:
        # Pillow counts from the middle of a pixel, a canvas from its corner.
        points = [(float(x), float(y)) for x, y in np.asarray(stroke) * smooth - 0.5]
        canvas.line(points, fill=255, width=max(1, round(2 * radius)))
        for x, y in points:
            canvas.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return np.asarray(picture.reduce(smooth) if smooth > 1 else picture)


def render_prepared(strokes: Strokes, pen: float, height: float) -> Array:
    """Return the prepared picture (28, 28) float32 of strokes, their longer side `height` pixels.

    The result is that of `render` and `to_mnist` but for rounding, from a smaller canvas without
    smoothed edges (averaging over the area smooths anyway), and twenty times faster.
    """
    side = int(height + pen) + 8
    ink = Image.fromarray(
        render_ink(fit_to_canvas(strokes, height, (side / 2, side / 2)), pen, side, smooth=1)
    )
    digit = ink.crop(ink.getbbox())
    ratio = BOX / max(digit.size)
    width, height = (max(1, round(length * ratio)) for length in digit.size)
    scaled = np.asarray(digit.resize((width, height), Image.Resampling.BOX), np.float32)
    return place(scaled / scaled.max(), centre_origin(scaled))
