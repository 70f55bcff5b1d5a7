"""The ink in a photograph: pen on paper under a lamp, in a shadow, on squares; chalk on a board.

A photographed sheet is nowhere the same colour, but a pen's strokes are thin. So whatever is
narrower than a stroke could be is taken away first; what is left is the background, shadows and all
(`closed`). Ink is what differs from it. Then the pieces that are no digit go: specks, what hangs on
the picture's edge, and printed lines, which are fainter than the pen (`digit_pieces`).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from nncore.background import blurred, dark_ink, highest_near, light_ink, surroundings
from nncore.components import Pieces, find_pieces
from nncore.ink import FAINTEST, Box

Array = npt.NDArray[Any]

WIDEST = 0.2
"""A stroke is narrower than this share of the picture's shorter side."""
STRENGTHS = (0.3, 0.4, 0.5, 0.6)
"""From which share of the strongest ink on a pixel counts: the first at which the digit hangs free."""
SPECK = 0.03
"""Pieces smaller than this share of the largest are dust."""

MOST_PARTS = 6
"""So many of the largest pieces are followed to the picture's edge."""
ENOUGH = 0.2
"""What is left without those that reach it must be this share at least, to be the digit."""
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


def read_photo(picture: Array, box: Box | None = None) -> Photo | None:
    """Find the ink in a photograph (H, W, 3 or 4), or in a box of it; None if there is none.

    Dark ink on light paper and light on dark are both tried, and the likelier one wins.
    """
    colours = laid_on_white(picture)
    smooth = blurred(colours)
    grey = smooth.mean(axis=2, dtype=np.float32) / 255
    width = max(round(WIDEST * min(grey.shape)), 1)
    best, most = None, -1.0
    for ink_on, light in ((dark_ink, 1 - grey), (light_ink, grey)):
        background, contrast = ink_on(smooth, width)
        found = digit_pieces(contrast, box)
        if found is None:
            continue
        if box is None:
            found = unattached(found, light)
        weight = likelihood(found, contrast, light)
        if weight > most:
            best, most = Photo(colours, background, contrast, found, soft_ink(contrast, found)), weight
    return best


def likelihood(found: Array, contrast: Array, values: Array) -> float:
    """Return how likely it is that this is ink: much of it, and few other pixels as dark (or as light).

    It must also differ from the middle value of its surroundings: the paper inside a 0 does not.
    """
    away = values - surroundings(values)
    amount = float((np.minimum(contrast, away)[found].clip(0) ** 2).sum())
    common = float((values > np.median(values[found])).mean())
    return amount * (1 - common) ** 4


def unattached(found: Array, values: Array) -> Array:
    """Leave out pieces that go on beyond what was found, as dark (or light), to the picture's edge.

    Of a thumb only the tip is narrow enough to be found; the rest of it looks like background.
    """
    height, width = found.shape
    pieces = find_pieces(found)
    kept = np.ones(len(pieces), bool)
    for number in np.argsort(-pieces.areas)[:MOST_PARTS]:
        piece = pieces.labels == number
        whole = find_pieces((values >= np.median(values[piece])) | piece)
        outer = whole.touching(1, 1, height - 1, width - 1)
        kept[number] = not outer[np.unique(whole.labels[piece])].any()
    enough = (pieces.areas * kept).sum() > ENOUGH * pieces.areas.sum()
    return pieces.mask(kept) if enough else found


def laid_on_white(picture: Array) -> Array:
    """Return the colours (H, W, 3) uint8 of a picture as they look on white paper."""
    colours: Array = picture[:, :, :3].astype(np.uint8)
    if picture.shape[2] == 3 or picture[:, :, 3].min() == 255:
        return colours
    opacity = picture[:, :, 3:].astype(np.float32) / 255
    return np.round(colours * opacity + 255 * (1 - opacity)).astype(np.uint8)


def digit_pieces(contrast: Array, box: Box | None = None) -> Array | None:
    """Return which pixels are strokes of the digit, (H, W) bool; None if none are."""
    height, width = contrast.shape
    top, left, bottom, right = box or (0, 0, height, width)
    values = contrast[top:bottom, left:right]
    middle = np.median(values)
    least = max(FAINTEST, 7 * np.median(np.abs(values - middle)))
    inside = np.zeros_like(contrast)
    inside[top:bottom, left:right] = values - middle
    strongest = strongest_free(inside, box is None)
    if strongest < least:
        return None
    for strength in STRENGTHS:
        pieces = find_pieces(inside > max(strength * strongest, least))
        kept = worth_keeping(pieces, inside, box is None)
        if kept.any():
            return pieces.mask(kept)
    return None


def strongest_free(contrast: Array, edged: bool) -> float:
    """Return how strong the strongest ink is, not counting what hangs on the picture's edge."""
    height, width = contrast.shape
    remaining = contrast.copy()
    strongest = 0.0
    for _ in range(4):
        strongest = float(np.partition(remaining.ravel(), -count_of(remaining))[-count_of(remaining)])
        if not edged or strongest < FAINTEST:
            break
        pieces = find_pieces(remaining > STRENGTHS[-1] * strongest)
        outer = pieces.touching(1, 1, height - 1, width - 1)
        if (pieces.areas * ~outer).max(initial=0) > 8:
            break
        remaining[pieces.mask(outer)] = 0
    return strongest


def count_of(values: Array) -> int:
    """Return how many pixels of ink a digit has at least: 1 in 2000, and a few."""
    return min(values.size, max(20, values.size // 2000))


def worth_keeping(pieces: Pieces, contrast: Array, edged: bool) -> Array:
    """Return which pieces are the digit's: none that touch the edge, no specks, nothing far away.

    The piece with most ink is the digit, or its largest part. Others as tall are digits beside it;
    smaller ones belong to one of these if they are near.
    """
    height, width = contrast.shape
    free = pieces.areas > 8
    if edged:
        free &= ~pieces.touching(1, 1, height - 1, width - 1)
    if not free.any():
        return free
    inked = pieces.labels >= 0
    ink = np.bincount(pieces.labels[inked], weights=contrast[inked], minlength=len(pieces))
    main = int((ink * free).argmax())
    strong = free & (ink / pieces.areas > 0.5 * ink[main] / pieces.areas[main])
    sizes = np.maximum(pieces.boxes[:, 2] - pieces.boxes[:, 0], 1)
    tall = strong & (sizes > 0.5 * sizes[main])
    near = np.zeros(len(pieces), bool)
    for box in pieces.boxes[tall]:
        near |= gaps(pieces.boxes, box).max(axis=1) <= 0.3 * max(box[2] - box[0], box[3] - box[1])
    kept: Array = tall | (strong & near & (pieces.areas > SPECK * pieces.areas[main]))
    return kept


def gaps(boxes: Array, box: Array) -> Array:
    """Return how far boxes (n, 4) are from another one, down and across, (n, 2); 0 if they overlap."""
    distance: Array = np.maximum(np.maximum(box[:2] - boxes[:, 2:], boxes[:, :2] - box[2:]), 0)
    return distance


def soft_ink(contrast: Array, found: Array) -> Array:
    """Return the ink (H, W) from 0 to 1: full inside the strokes, fading over their edges."""
    full = np.percentile(contrast[found], 60)
    faint = min(np.median(contrast), full / 2)
    near = highest_near(found.astype(np.uint8), 5).astype(bool)
    ink: Array = np.clip((contrast - faint) / (full - faint), 0, 1) * near
    missing = round(FINE * height_of(found) - thickness(found))
    return highest_near(ink.astype(np.float32), missing + 1) if missing > 0 else ink.astype(np.float32)


def height_of(found: Array) -> int:
    """Return how high the tallest piece is."""
    boxes = find_pieces(found).boxes
    return int((boxes[:, 2] - boxes[:, 0]).max())


def thickness(found: Array) -> float:
    """Return how thick strokes are on average: twice their area by the length of their outline.

    A slanting outline counts once down and once across, too much by 4/π on average.
    """
    outline = sum(np.diff(np.pad(found, 1), axis=axis).sum() for axis in (0, 1)) * np.pi / 4
    return float(2 * found.sum() / outline)
