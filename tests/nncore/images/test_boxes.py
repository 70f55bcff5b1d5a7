"""Boxes of pieces, together or near: against the plain way, every piece compared with every other."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nncore.images.components import numbered
from nncore.images.photo_pieces import within_reach
from nncore.images.segmentation import FULL, GAP, OVERLAP, nearest_boxes, parts_of_one


def random_boxes(seed: int, count: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    corner = rng.integers(0, 200, (count, 2))
    return np.concatenate([corner, corner + rng.integers(1, rng.integers(2, 99), (count, 2))], axis=1)


BOXES = st.builds(random_boxes, st.integers(0, 10_000), st.integers(1, 40))


def plainly(boxes: np.ndarray) -> list[int]:
    """The numbers of the groups: whoever is together with one of a group joins it."""
    tallest = max(bottom - top for top, _, bottom, _ in boxes)

    def together(one: np.ndarray, other: np.ndarray) -> bool:
        shared = min(one[3], other[3]) - max(one[1], other[1])
        narrower = min(one[3] - one[1], other[3] - other[1])
        whole = min(one[2] - one[0], other[2] - other[0]) > FULL * tallest
        return shared > (OVERLAP * narrower if whole else -GAP * tallest)

    groups: dict[int, int] = {}
    for first in range(len(boxes)):
        if first in groups:
            continue
        number, waiting = len(set(groups.values())), [first]
        while waiting:
            member = waiting.pop()
            groups[member] = number
            waiting += [k for k in range(len(boxes)) if k not in groups and together(boxes[member], boxes[k])]
    return [groups[k] for k in range(len(boxes))]


@given(boxes=BOXES)
def test_parts_of_digits_are_those_of_the_plain_way(boxes: np.ndarray) -> None:
    top, left, bottom, right = boxes.T
    assert numbered(len(boxes), *parts_of_one(left, right, bottom - top)).tolist() == plainly(boxes)


def distances(boxes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How far apart down and across, (n, m, 2): the first and the last pixels of one and the other."""
    far = [
        [
            [max(b[k] - o[k + 2], o[k] - b[k + 2], 0) for k in (0, 1)]  # down, across
            for o in others.tolist()
        ]
        for b in boxes.tolist()
    ]
    return np.array(far)


@given(boxes=BOXES, others=BOXES)
def test_the_nearest_boxes(boxes: np.ndarray, others: np.ndarray) -> None:
    squared = (distances(boxes, others) ** 2).sum(axis=2)
    assert nearest_boxes(boxes, others).tolist() == squared.argmin(axis=1).tolist()


@given(boxes=BOXES, others=BOXES, seed=st.integers(0, 99))
def test_boxes_within_reach(boxes: np.ndarray, others: np.ndarray, seed: int) -> None:
    reach = np.random.default_rng(seed).integers(0, 200, len(others)) / 10
    near = (distances(boxes, others).max(axis=2) <= reach).any(axis=1)
    assert within_reach(boxes, others, reach, (300, 300)).tolist() == near.tolist()
