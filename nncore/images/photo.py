"""The ink in a photograph: pen on paper under a lamp, in a shadow, on squares; chalk on a board.

Photographed paper is nowhere the same colour, but a pen's strokes are thin. So whatever is
narrower than a stroke could be is taken away first; what is left is the background, shadows and all
(`closing`). Ink is what differs from it. Then the pieces that are no digit go: specks, what hangs on
the picture's edge, and printed lines, which are fainter than the pen (`digit_pieces`).

A pencil is no darker than a shadow or a printed line, but it is narrower than the one and wider than the
other. So thin strokes are looked for a second time, among what is about as narrow as they are; and once
more without what is finer (`opening`).
"""

from dataclasses import dataclass

import numpy as np

from nncore.base.steps import Steps
from nncore.images.components import label_components
from nncore.images.morphology import blurred, dark_ink, dilate, light_ink, local_median, opening
from nncore.images.photo_pieces import digit_pieces, unattached
from nncore.types import Array, Box

WIDEST = 0.2
"""A stroke is narrower than this share of the picture's shorter side."""
NARROWER = 4
"""Where strokes are thin, a second look finds what is this many times narrower: a shadow's edge is wider."""
THIN = 0.13
"""Strokes are thin if they measure less than this share of what was looked for."""
STAYS = 0.8
"""Ink that keeps this share of its likelihood is held for dark (or light); else both are tried again."""
PRINTED = 3
"""Printed lines are narrower than this many pixels,"""
BOLDER = 1.5
"""and were taken for strokes if without them the strokes are this many times as thick."""

MOST_TIMES = 8
LEAST = 160
"""A photograph whose shorter side has fewer pixels is read enlarged."""
CUT_OUT = 0.4
"""A small photograph is cut out of a larger one: its digit is at least as high as this share of it."""
FINE = 0.08
"""Strokes thinner than this share of the digit's height are made as thick: so are MNIST's."""


@dataclass(frozen=True, eq=False)
class Photo:
    """What was found in a photograph.

    Attributes
    ----------
    picture : ndarray (H, W, 3) uint8
        The photograph as it was read.
    background : ndarray (H, W, 3) uint8
        The picture without its ink.
    contrast : ndarray (H, W) float32
        By which share each pixel is darker (or lighter) than its background.
    found : ndarray (H, W) bool
        The pixels of the digit's strokes.
    ink : ndarray (H, W) float32
        How much ink each pixel holds, 0 to 1, with soft edges.
    """

    picture: Array
    background: Array
    contrast: Array
    found: Array
    ink: Array


def read_photo(picture: Array, box: Box | None = None) -> Steps[Photo | None]:
    """Find, in steps, the ink in a photograph (H, W, 3 or 4), or in a box of it; None if there is none.

    Dark ink on light paper and light on dark are both tried, and the likelier one wins. In a small
    photograph, a stroke is as wide as its own blur: it is enlarged first, and what is found made small.
    """
    colours = laid_on_white(picture)
    times = min(MOST_TIMES, -(-LEAST // min(colours.shape[:2])))
    if times == 1:
        return (yield from _read_large(colours, box))
    wide = enlarged(colours, times)
    large = yield from _read_large(wide, box and tuple(side * times for side in box))
    if box is None and (large is None or height_of(large.found) < CUT_OUT * len(wide)):
        whole = yield from _read_large(wide, (0, 0, *wide.shape[:2]))  # its digit may reach the edge
        large = large if whole is None else whole
    return large and made_small(large, colours, times)


def enlarged(colours: Array, times: int) -> Array:
    """Return colours (H, W, 3) uint8 so many times as high and wide, with smooth edges."""
    rows, columns = (_between(length, times) for length in colours.shape[:2])
    large = np.einsum("ih,hwc,jw->ijc", rows, colours.astype(np.float32), columns, optimize=True)
    return np.round(large).astype(np.uint8)


def _between(length: int, times: int) -> Array:
    """Return the matrix (times · length, length) that stretches a line of pixels by straight lines."""
    places = (np.arange(length * times) + 0.5) / times - 0.5
    return np.array([np.interp(places, np.arange(length), one) for one in np.eye(length)], np.float32).T


def made_small(large: Photo, colours: Array, times: int) -> Photo:
    """Return what was found in an enlarged photograph, in the pixels of the small one."""

    def small(values: Array) -> Array:
        height, width = colours.shape[:2]
        parts = values.reshape(height, times, width, times, *values.shape[2:])
        return parts.mean(axis=(1, 3), dtype=np.float32)

    background = np.round(small(large.background)).astype(np.uint8)
    ink = small(large.ink)
    return Photo(colours, background, small(large.contrast), small(large.found) >= 0.5, ink / ink.max())


def _read_large(colours: Array, box: Box | None) -> Steps[Photo | None]:
    yield
    smooth = blurred(colours)
    width = max(round(WIDEST * min(colours.shape[:2])), 1)
    looks = []
    for dark in (True, False):
        looks.append((yield from _look(colours, smooth, dark, width, box)))
    first = max(looks, key=lambda look: look.weight)
    if first.photo is None or thickness(first.photo.found) >= THIN * width:
        return first.photo
    close = max(width // NARROWER, 1)
    second = yield from _look(colours, smooth, first.dark, close, box)
    if second.weight < STAYS * first.weight:
        other = yield from _look(colours, smooth, not first.dark, close, box)
        second = max(second, other, key=lambda look: look.weight)
    if second.photo is None:
        return first.photo
    return (yield from _without_lines(second.photo, lightness(smooth, second.dark), box))


@dataclass(frozen=True, eq=False)
class _Look:
    """What was found among the dark (or the light), and how likely it is that it is ink."""

    dark: bool
    photo: Photo | None = None
    weight: float = -1.0


def _look(colours: Array, smooth: Array, dark: bool, width: int, box: Box | None) -> Steps[_Look]:
    """Look, in steps, for dark strokes (or light ones) that are narrower than `width`."""
    yield
    background, contrast = (dark_ink if dark else light_ink)(smooth, width)
    values = lightness(smooth, dark)
    found = yield from _strokes(contrast, values, box)
    if found is None:
        return _Look(dark)
    yield
    photo = Photo(colours, background, contrast, found, soft_ink(contrast, found))
    return _Look(dark, photo, likelihood(found, contrast, values))


def _without_lines(photo: Photo, values: Array, box: Box | None) -> Steps[Photo]:
    """Return, in steps, what was found without the lines printed on the paper, if there are any."""
    bold = opening(photo.contrast, PRINTED)
    found = yield from _strokes(bold, values, box)
    if found is None or thickness(found) < BOLDER * thickness(photo.found):
        return photo
    return Photo(photo.picture, photo.background, bold, found, soft_ink(bold, found))


def _strokes(contrast: Array, values: Array, box: Box | None) -> Steps[Array | None]:
    yield
    found = yield from digit_pieces(contrast, box)
    if found is not None and box is None:
        found = yield from unattached(found, values)
    return found


def lightness(colours: Array, dark: bool) -> Array:
    """Return how dark (or how light) each pixel is, (H, W) from 0 to 1."""
    grey = colours.mean(axis=2, dtype=np.float32) / 255
    return 1 - grey if dark else grey


def likelihood(found: Array, contrast: Array, values: Array) -> float:
    """Return how likely it is that this is ink: long strokes, and few other pixels as dark (or as light).

    Both follow from the middle value of the surroundings: so the paper inside a 0 is not light, nor is
    dark all that lies in a shadow.
    """
    away = values - local_median(values)
    amount = float(np.minimum(contrast, away)[found].clip(0).sum())
    common = float((away > np.median(away[found])).mean())
    return amount / thickness(found) * (1 - common) ** 4


def laid_on_white(picture: Array) -> Array:
    """Return the colours (H, W, 3) uint8 of a picture as they look on white paper."""
    colours = picture[:, :, :3].astype(np.uint8)
    if picture.shape[2] == 3 or picture[:, :, 3].min() == 255:
        return colours
    opacity = picture[:, :, 3:].astype(np.float32) / 255
    return np.round(colours * opacity + 255 * (1 - opacity)).astype(np.uint8)


def soft_ink(contrast: Array, found: Array) -> Array:
    """Return the ink (H, W) from 0 to 1: full inside the strokes, fading over their edges."""
    full = np.percentile(contrast[found], 60)
    faint = min(np.median(contrast), full / 2)
    near = dilate(found.astype(np.uint8), 5).astype(bool)
    ink = np.clip((contrast - faint) / (full - faint), 0, 1) * near
    missing = round(FINE * height_of(found) - thickness(found))
    return dilate(ink.astype(np.float32), missing + 1) if missing > 0 else ink.astype(np.float32)


def height_of(found: Array) -> int:
    """Return how high the tallest piece is."""
    boxes = label_components(found).boxes
    return int((boxes[:, 2] - boxes[:, 0]).max())


def thickness(found: Array) -> float:
    """Return how thick strokes are on average: twice their area by the length of their outline.

    A slanting outline counts once down and once across, too much by 4/π on average.
    """
    outline = sum(np.diff(np.pad(found, 1), axis=axis).sum() for axis in (0, 1)) * np.pi / 4
    return float(2 * found.sum() / outline)
