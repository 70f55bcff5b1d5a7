"""Digits in a row, such as a year, or in several lines: which ink belongs to which digit.

Ink that hangs together is one digit or a part of one. What stands beside each other is a line. Parts of
a digit lie above each other in it or very near, such as the bar of a 5; digits stand beside each other,
most of them as tall as the line. Where two digits touch they are one piece, and stay one.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from nncore.base.limits import DIGITS, PIECES, SPECKS
from nncore.base.refusal import Refused
from nncore.base.steps import Steps
from nncore.images.components import Pieces, label_components, numbered, pairs_of
from nncore.images.drawing import FAINTEST
from nncore.images.framing import EDGE
from nncore.types import Array, Box

LOW = 0.3
"""A piece lower than this share of the tallest is no digit: it is a part of the nearest one."""
FULL = 0.75
"""A piece higher than this share of the tallest is most likely a whole digit."""
OVERLAP = 0.5
"""Whole digits may reach over and under each other by less than this share of their width."""
GAP = 0.08
"""Parts of a digit are no further apart than this share of the height, across."""


LEVEL = 0.4
"""Two pieces stand in one line if they share this much of the lower one's height,"""
REACH = 4.0
"""and are no further apart than this many times its height."""
CLOSE, TOUCHING = 0.55, 0.12
"""Two pieces above each other are one digit if they are less than this share of their height apart, the first
if both stand alone, else the second. A line most of whose pieces lie so is part of the other line."""
STACKED = 1.9, 6.0
"""Where even the widest two pieces above each other are this many times as tall as wide (the first number),
both are digits, in two lines. Slimmer ones (the second) are bare strokes, which say nothing about it."""
BELOW, APART = 0.3, 0.15
"""What is left of a digit in pieces shares this much of the narrower one's width with what lies above it, and
is no further below than this share of both."""


class TooMuch(Refused):
    """There is more in the picture than a page of digits."""


def split_digits(ink: Array) -> Steps[list[tuple[Array, tuple[int, int]]]]:
    """Return, in steps, the ink (h, w) of each digit in reading order, and where in the whole it begins.

    A single digit is all the ink (H, W) there is.

    Raises
    ------
    TooMuch
        If there are more pieces or digits than a page has.
    """
    pieces = label_components(ink >= EDGE)
    yield
    digit = digit_of_each(pieces, ink)
    if not digit.any():
        return [(ink, (0, 0))]
    digits = []
    for number in range(digit.max() + 1):
        yield
        digits.append(cut_out(ink, pieces, digit == number))
    return digits


def digit_of_each(pieces: Pieces, ink: Array) -> Array:
    """Return to which digit each piece of ink belongs, (n,) int, the digits counted in reading order.

    Raises
    ------
    TooMuch
        If there are more pieces or digits than a page has. It is raised before they are compared.
    """
    drawn = np.bincount(pieces.labels[ink >= FAINTEST], minlength=len(pieces)) > 0
    _hold(int(drawn.sum()), PIECES)
    _hold(len(pieces), SPECKS)
    top, left, bottom, right = pieces.boxes.T
    height = bottom - top
    tall = np.flatnonzero(height > LOW * height.max())
    _hold(len(tall), PIECES)
    tall = tall[np.argsort(left[tall] + right[tall])]
    lines = line_of_each(pieces.boxes[tall])
    tall, lines = tall[np.argsort(lines, kind="stable")], np.sort(lines)
    digits, count = np.zeros(len(tall), int), 0
    for line in range(lines.max() + 1):
        row = tall[lines == line]
        digits[lines == line] = count + numbered(len(row), *parts_of_one(left[row], right[row], height[row]))
        count = int(digits.max()) + 1
    _hold(int(digits.max()) + 1, DIGITS)
    digit = digits[nearest_boxes(pieces.boxes, pieces.boxes[tall])]
    digit[tall] = digits  # boxes may lie in each other
    whole = boxes_of(digit, pieces.boxes)
    return np.zeros_like(digit) if is_one_in_pieces(whole) else digit


def boxes_of(digit: Array, boxes: Array) -> Array:
    """Return the box of each digit, (digits, 4), whose pieces have these boxes (n, 4)."""
    shape = digit.max() + 1, 2
    low, high = np.full(shape, np.iinfo(int).max), np.zeros(shape, int)
    np.minimum.at(low, digit, boxes[:, :2])
    np.maximum.at(high, digit, boxes[:, 2:])
    return np.concatenate([low, high], axis=1)


def is_one_in_pieces(boxes: Array) -> bool:
    """Whether boxes (n, 4), all there are, hang together below each other: one digit of a pen that fails.

    Where two as tall stand beside each other, they are digits of a line, with another line above or below.
    """
    top, left, bottom, right = boxes.T
    shared = np.minimum(bottom, bottom[:, None]) - np.maximum(top, top[:, None])
    across = np.minimum(right, right[:, None]) - np.maximum(left, left[:, None])
    lower, narrower = (np.minimum(size, size[:, None]) for size in (bottom - top, right - left))
    both = np.maximum(bottom, bottom[:, None]) - np.minimum(top, top[:, None])
    whole = bottom - top > FULL * (bottom - top).max()
    beside = (shared >= LEVEL * lower) & whole & whole[:, None]
    if np.triu(beside, 1).any():
        return False
    below = (across > BELOW * narrower) & (shared < LEVEL * lower) & (-shared < APART * both)
    return not numbered(len(boxes), *np.nonzero(below)).any()


def _hold(count: int, most: int) -> None:
    if count > most:
        raise TooMuch("This looks like a page of text: draw a box around the digits.")


def line_of_each(boxes: Array) -> Array:
    """Return in which line each of the boxes (n, 4) stands, (n,) int, the lines counted from above.

    Neighbours at about the same height stand in one line; so a line may slant. What lies closely above
    each other, alone, is one digit in parts.
    """
    top, left, bottom, right = boxes.T
    height = bottom - top
    shared = np.minimum(bottom, bottom[:, None]) - np.maximum(top, top[:, None])
    lower = np.minimum(height, height[:, None])
    apart = np.maximum(left, left[:, None]) - np.minimum(right, right[:, None])
    lines = numbered(len(boxes), *np.nonzero((shared > LEVEL * lower) & (apart < REACH * lower)))
    across = np.minimum(right, right[:, None]) - np.maximum(left, left[:, None])
    narrower = np.minimum(right - left, (right - left)[:, None])
    alone = (np.bincount(lines)[lines] == 1).astype(int)
    near = np.array([TOUCHING, TOUCHING, CLOSE])[alone + alone[:, None]] * np.maximum(height, height[:, None])
    above = (across > OVERLAP * narrower) & (-shared < near)
    lines = numbered(lines.max() + 1, *_halves_of_one(lines, boxes, above))[lines]
    middles = np.bincount(lines, weights=(top + bottom) / 2) / np.bincount(lines)
    return np.argsort(np.argsort(middles))[lines]


def _halves_of_one(lines: Array, boxes: Array, above: Array) -> tuple[Array, Array]:
    """Return which lines are halves of one, as pairs: the ones (p,) and the others (p,).

    Most of what stands in them lies closely above each other (n, n). They are two lines if even the widest
    pair is as tall as two digits.
    """
    top, left, bottom, right = boxes.T
    sizes = np.bincount(lines)
    fewer = np.minimum(sizes, sizes[:, None])
    pairs, slimness = np.zeros(fewer.shape, int), np.full(fewer.shape, np.inf)
    of_lines = tuple(lines[side] for side in np.nonzero(above))
    np.add.at(pairs, of_lines, 1)
    both = np.maximum(bottom, bottom[:, None]) - np.minimum(top, top[:, None])
    wider = np.maximum(right - left, (right - left)[:, None])
    np.minimum.at(slimness, of_lines, (both / wider)[above])
    two_lines = (fewer > 1) & (slimness > STACKED[0]) & (slimness < STACKED[1])
    one, other = np.nonzero((2 * pairs >= fewer) & ~two_lines)
    return one, other


def line_breaks(boxes: Sequence[Box]) -> list[int]:
    """Return before which of the digits' boxes, in reading order, a new line begins."""
    return [
        number
        for number, ((_, left, bottom, right), new) in enumerate(pairwise(boxes), start=1)
        if new[1] + new[3] <= left + right or new[0] >= bottom
    ]


def parts_of_one(left: Array, right: Array, height: Array) -> tuple[Array, Array]:
    """Return which pieces are parts of one digit, as pairs: the ones (p,) and the others (p,).

    Sorted by where they begin, a piece need only be compared with those that begin before it ends,
    or little later.
    """
    gap = GAP * height.max()
    order = np.argsort(left)
    ends = np.searchsorted(left[order], right[order] + gap + 1)
    one, other = (order[places] for places in pairs_of(np.arange(1, len(order) + 1), ends))
    shared = np.minimum(right[one], right[other]) - np.maximum(left[one], left[other])
    whole = height > FULL * height.max()
    width = right - left
    least = np.where(whole[one] & whole[other], OVERLAP * np.minimum(width[one], width[other]), -gap)
    together = shared > least
    return one[together], other[together]


def nearest_boxes(boxes: Array, others: Array) -> Array:
    """Return for each of the boxes (n, 4) which of the others (m, 4) is nearest, (n,) int."""
    nearest, least = np.zeros(len(boxes), int), np.full(len(boxes), np.inf)
    for number, other in enumerate(others):
        away = np.maximum(boxes[:, :2] - other[2:], other[:2] - boxes[:, 2:])
        distance = (np.maximum(away, 0) ** 2).sum(axis=1)
        nearest[distance < least] = number
        np.minimum(least, distance, out=least)
    return nearest


def cut_out(ink: Array, pieces: Pieces, chosen: Array) -> tuple[Array, tuple[int, int]]:
    """Return the ink of the chosen pieces (n,) bool by itself, (h, w), and where in the whole it begins."""
    boxes = pieces.boxes[chosen]
    top, left = (int(side) for side in boxes[:, :2].min(axis=0))
    bottom, right = (int(side) for side in boxes[:, 2:].max(axis=0))
    there = np.append(chosen, False)[pieces.labels[top:bottom, left:right]]
    return ink[top:bottom, left:right] * there, (top, left)
