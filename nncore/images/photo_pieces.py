"""Which pieces of a photograph are the digit: no specks, no printed lines, nothing from the edge.

Everything is judged by its contrast, by which share it is darker (or lighter) than its background.
"""

import numpy as np

from nncore.base.steps import Steps
from nncore.images.components import Pieces, label_components
from nncore.images.drawing import FAINTEST
from nncore.types import Array, Box

STRENGTHS = (0.3, 0.4, 0.5, 0.6)
"""A pixel counts from this share of the strongest ink on: the first share at which the digit hangs free."""
MOST = 0.5
"""The kept pieces hold at least this share of the strongest ink: else the digit hangs on printed lines."""
SPECK = 0.03
"""Pieces smaller than this share of the largest are dust."""
NEXT = 0.15
"""A piece no further from a kept one than this share of the largest piece is kept, too, and so on,"""
FURTHEST = 4
"""this many times at most."""
MOST_PARTS = 6
"""How many of the largest pieces are traced to the picture's edge."""
THUMB = 0.15
"""What reaches in from the edge covers less than this share of the picture, unless it is a shadow."""
ENOUGH = 0.1
"""Without the pieces that reach the edge at least this share must be left, to be the digit."""


def digit_pieces(contrast: Array, box: Box | None = None) -> Steps[Array | None]:
    """Return, in steps, which pixels are strokes of the digit, (H, W) bool; None if none are."""
    height, width = contrast.shape
    top, left, bottom, right = box or (0, 0, height, width)
    values = contrast[top:bottom, left:right]
    middle = np.median(values)
    least = max(FAINTEST, 7 * np.median(np.abs(values - middle)))
    inside = np.zeros_like(contrast)
    inside[top:bottom, left:right] = values - middle
    strongest = yield from strongest_free(inside, box is None)
    if strongest < least:
        return None
    *lower, highest = (max(strength * strongest, least) for strength in STRENGTHS)
    surest = pieces_above(highest, inside, box is None)
    first = None
    for level in lower:
        yield
        found = pieces_above(level, inside, box is None)
        if found.any() and found[surest].sum() >= MOST * surest.sum():
            if not runs_out(found[top:bottom, left:right]):
                return found
            first = found if first is None else first
    if surest.any() and not (first is not None and runs_out(surest[top:bottom, left:right])):
        return surest
    return first


def runs_out(found: Array) -> bool:
    """Whether something is found on the outermost pixels: printed lines run out of a box, digits do not."""
    return bool(found[[0, -1]].any() or found[:, [0, -1]].any())


def pieces_above(level: float, contrast: Array, edged: bool) -> Array:
    """Return the pieces worth keeping, (H, W) bool, if ink is what has more contrast than `level`."""
    pieces = label_components(contrast > level)
    return pieces.mask(worth_keeping(pieces, contrast, edged))


def strongest_free(contrast: Array, edged: bool) -> Steps[float]:
    """Return, in steps, how strong the strongest ink is, without what hangs on the picture's edge."""
    height, width = contrast.shape
    remaining = contrast.copy()
    strongest = 0.0
    for _ in range(4):
        yield
        strongest = float(np.partition(remaining.ravel(), -count_of(remaining))[-count_of(remaining)])
        if not edged or strongest < FAINTEST:
            break
        pieces = label_components(remaining > STRENGTHS[-1] * strongest)
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
    smaller ones belong to one of these if they are near, or near to one that does: a pen that fails
    leaves the bar of a 5 in pieces.
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
    longer = np.maximum(sizes, pieces.boxes[:, 3] - pieces.boxes[:, 1])
    large = strong & (pieces.areas > SPECK * pieces.areas[main])
    kept, reach = tall, 0.3 * longer
    for _ in range(FURTHEST):
        near = within_reach(pieces.boxes, pieces.boxes[kept], reach[kept], contrast.shape)
        if not (large & near & ~kept).any():
            break
        kept, reach = kept | (large & near), np.full(len(pieces), NEXT * longer[main])
    return kept


def within_reach(boxes: Array, others: Array, reach: Array, shape: tuple[int, ...]) -> Array:
    """Return which of the boxes (n, 4) are no further than its reach (m,) from any of the others (m, 4).

    The others are painted, grown by their reach, into a picture of that shape; a box is near if there
    is paint in it. Both by sums from the upper left corner, so that thousands cost no more than one.
    """
    grown = others + np.outer(np.floor(reach).astype(int) + 1, [-1, -1, 1, 1])
    top, left, bottom, right = np.clip(grown, 0, np.tile(shape, 2)).T
    corners = np.zeros((shape[0] + 1, shape[1] + 1), np.int32)
    for rows, columns, sign in ((top, left, 1), (bottom, right, 1), (top, right, -1), (bottom, left, -1)):
        np.add.at(corners, (rows, columns), sign)
    painted = summed(corners)[:-1, :-1] > 0
    paint = np.pad(summed(painted.astype(np.int32)), ((1, 0), (1, 0)))
    top, left, bottom, right = boxes.T
    return paint[bottom, right] + paint[top, left] > paint[top, right] + paint[bottom, left]


def summed(values: Array) -> Array:
    """Return for every place the sum of all values (H, W) above it and left of it, its own included."""
    return values.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)


def unattached(found: Array, values: Array) -> Steps[Array]:
    """Leave out pieces that go on beyond what was found, as dark (or light), to the edge; in steps.

    Of a thumb only the tip is narrow enough to be found; the rest of it looks like background. What
    is larger than a thumb is a shadow, and a digit may well lie in it.
    """
    height, width = found.shape
    pieces = label_components(found)
    kept = np.ones(len(pieces), bool)
    for number in np.argsort(-pieces.areas)[:MOST_PARTS]:
        yield
        piece = pieces.labels == number
        whole = label_components((values >= np.percentile(values[piece], 25)) | piece)
        outer = whole.touching(1, 1, height - 1, width - 1) & (whole.areas < THUMB * found.size)
        kept[number] = not outer[np.unique(whole.labels[piece])].any()
    enough = (pieces.areas * kept).sum() > ENOUGH * pieces.areas.sum()
    return pieces.mask(kept) if enough else found
