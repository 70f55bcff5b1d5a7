"""Digits that touch: the best ways to cut are tried, and the network judges.

A cut is a straight line, upright or slanting, that crosses little ink. Of all of them the one counts
whose worse part the network scores highest, and it is taken only if that is more than the whole scores.
"""

from collections.abc import Iterator

import numpy as np

from nncore.images.framing import EDGE
from nncore.images.preprocess import Preparation, prepare_ink
from nncore.network import Network
from nncore.predict import scores
from nncore.types import Array

WIDE = 1.2
"""A digit this much wider than tall may be several that touch."""
SLANTS = (-0.35, -0.15, 0.0, 0.15, 0.35)
"""Pixels to the right for each pixel downward along a cut."""
CUTS = 5
"""How many cuts are tried for each slant: those that cross least ink, apart from each other."""
MIDDLE = (0.2, 0.8)
"""Cuts lie between these shares of the width."""
DEPTH = 2
"""How often a part may be cut again."""


def parted(network: Network, digits: tuple[Preparation, ...]) -> tuple[Preparation, ...]:
    """Return the digits, those that touch cut apart where the network is surer of the parts."""
    return tuple(part for digit in digits for part in _parts(network, digit, DEPTH))


def is_wide(digit: Preparation) -> bool:
    """Whether a digit is so wide that it may be several that touch."""
    top, left, bottom, right = digit.box
    return right - left >= WIDE * (bottom - top)


def _parts(network: Network, digit: Preparation, depth: int) -> list[Preparation]:
    if not depth or not is_wide(digit):
        return [digit]
    best, pair = _best_score(network, digit), None
    for parts in cuts(digit):
        score = min(_best_score(network, part) for part in parts)
        if score > best:
            best, pair = score, parts
    if pair is None:
        return [digit]
    return [part for half in pair for part in _parts(network, half, depth - 1)]


def _best_score(network: Network, digit: Preparation) -> float:
    return float(scores(network, digit.pixels.ravel()).max())


def cuts(digit: Preparation) -> Iterator[tuple[Preparation, Preparation]]:
    """Yield both parts for every cut worth trying."""
    down, across = digit.corner
    top, left, bottom, right = digit.box
    ink = digit.part[top - down : bottom - down, left - across : right - across]
    height, width = ink.shape
    rows, columns = np.indices(ink.shape)
    for slant in SLANTS:
        place = np.round(columns - slant * (rows - height / 2)).astype(int)
        for at in _lightest(ink, place, width):
            halves = ink * (place < at), ink * (place >= at)
            if all((half >= EDGE).any() for half in halves):
                first, second = (prepare_ink(h, digit.photo, (top, left), digit.size) for h in halves)
                yield first, second


def _lightest(ink: Array, place: Array, width: int) -> list[int]:
    """Return where cuts cross least ink, the best first, each a twentieth of the width from the others."""
    low, high = (round(share * width) for share in MIDDLE)
    inside = (place >= low) & (place < high)
    crossed = np.bincount(place[inside] - low, weights=ink[inside], minlength=high - low)
    found: list[int] = []
    for at in np.argsort(crossed, kind="stable"):
        if all(abs(at + low - other) > width / 20 for other in found):
            found.append(int(at) + low)
        if len(found) == CUTS:
            break
    return found
