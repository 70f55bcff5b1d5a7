"""Digits in a row: found one by one, from left to right, and never a single one cut into two."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import paper_scenes
from nncore import NothingDrawn, TooMuch, prepare, prepare_all
from nncore.images.components import numbered
from nncore.images.photo_pieces import within_reach
from nncore.images.segmentation import FULL, GAP, OVERLAP, line_breaks, nearest_boxes, parts_of_one
from nncore.images.strokes import WRITERS, fit_to_canvas, load_traces, render
from tests.support.worst_pictures import dots, lines_of_60, page_of_text, spreadsheet, squares

PEN = 12
ZERO = [np.array([[20, 0], [0, 30], [0, 70], [20, 100], [40, 70], [40, 30], [20, 0]])]
TWO = [np.array([[0, 20], [25, 0], [50, 25], [0, 100], [55, 100]])]
SIX = [np.array([[45, 0], [10, 40], [0, 75], [20, 100], [45, 75], [25, 55], [0, 75]])]

BROKEN_FIVE = """
..##.###.
.........
.#.......
.#.......
.#.......
.#.......
.........
..###....
.....#...
.....#...
.....#...
.........
.###.....
""".splitlines()[1:]


def beside(*digits: list[np.ndarray], gap: float = 40) -> list[np.ndarray]:
    row, right = [], 20.0
    for digit in digits:
        points = np.concatenate(digit)
        row += [stroke * 0.7 + (right, 100) for stroke in digit]
        right += round(points[:, 0].max() * 0.7 + gap)
    return row


def lined(*rows: str) -> np.ndarray:
    """A picture by hand, every sign ten by ten pixels."""
    ink = np.array([[sign == "#" for sign in row] for row in rows]).repeat(10, axis=0).repeat(10, axis=1)
    return np.where(ink, 0, 255).astype(np.uint8)


def test_a_year() -> None:
    found = prepare_all(render(beside(TWO, ZERO, TWO, SIX, gap=25), PEN))
    assert len(found) == 4
    assert [p.box[1] for p in found] == sorted(p.box[1] for p in found)
    for p, digit in zip(found, (TWO, ZERO, TWO, SIX), strict=True):
        alone = prepare(render([stroke * 0.7 + (100, 100) for stroke in digit], PEN))
        assert np.abs(p.pixels - alone.pixels).mean() < 0.02


def test_lines_are_read_one_after_the_other_and_may_slant() -> None:
    upper, lower = beside(TWO, ZERO, SIX, gap=20), beside(SIX, TWO, gap=30)
    page = [stroke * 0.7 + (0, 0.12 * stroke[:, :1].mean() - 60) for stroke in upper]
    page += [stroke * 0.7 + (0, 0.12 * stroke[:, :1].mean() + 45) for stroke in lower]
    found = prepare_all(render(page, 8))
    assert line_breaks([p.box for p in found]) == [3]
    for p, digit in zip(found, (TWO, ZERO, SIX, SIX, TWO), strict=True):
        alone = prepare(render([stroke * 0.49 + (100, 100) for stroke in digit], 8))
        assert np.abs(p.pixels - alone.pixels).mean() < 0.09


def test_single_digits_below_each_other_are_lines() -> None:
    column = [s * 0.4 + (100, y) for digit, y in ((TWO, 20), (SIX, 115), (TWO, 210)) for s in digit]
    found = prepare_all(render(column, PEN))
    assert [p.box[0] for p in found] == sorted(p.box[0] for p in found)
    assert line_breaks([p.box for p in found]) == [1, 2]


def test_each_has_its_own_ink() -> None:
    picture = render(beside(TWO, ZERO, SIX), PEN)
    found, whole = prepare_all(picture), prepare(picture)
    assert len(found) == 3
    np.testing.assert_allclose(
        sum(p.ink for p in found), np.where(whole.ink >= 0.02, whole.ink, 0), atol=1e-6
    )


def test_a_single_digit_is_as_prepare_has_it() -> None:
    picture = render(beside(SIX), PEN)
    (only,), same = prepare_all(picture), prepare(picture)
    assert only.box == same.box
    np.testing.assert_array_equal(only.ink, same.ink)
    np.testing.assert_array_equal(only.pixels, same.pixels)


def test_touching_digits_are_one() -> None:
    assert len(prepare_all(render(beside(TWO, TWO, gap=0), PEN))) == 1


def test_a_box_around_some_of_them() -> None:
    picture = render(beside(TWO, ZERO, SIX), PEN)
    boxes = [p.box for p in prepare_all(picture)]
    right = (0, (boxes[0][3] + boxes[1][1]) // 2, 280, 280)
    assert [p.box for p in prepare_all(picture, right)] == boxes[1:]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (("........", ".#....#.", ".#....#.", ".#....#.", ".#....#."), 2),
        ((".....##.", ".#......", ".####...", "....#...", ".####..."), 1),  # a 5 and its bar, beside it
        ((".#......", ".#...#..", ".#......", ".#......", ".#......"), 1),  # a dot is no digit
        ((".#......", ".#..#...", ".####...", "........", "...#....", "...#...."), 1),  # a 4, its line broken
        (("......#.", ".#....#.", ".#......", ".#....#.", "......#."), 2),  # the second is broken
        (("...##.", "...#..", ".#.#..", ".#.#..", ".#...."), 2),  # near, but both are tall
        ((".####.", ".#..#.", "......", ".#..#.", ".####."), 1),  # halves above each other
        (BROKEN_FIVE, 1),
        ((*[".#.#."] * 5, ".....", *[".###."] * 5), 3),  # one below two
        ((".#..#.", ".#..#.", "......", "......", ".#..#.", ".#..#."), 4),  # two lines of two
    ],
)
def test_parts_and_digits_by_hand(rows, count) -> None:
    assert len(prepare_all(lined(*rows))) == count


def test_single_digits_of_many_hands_stay_whole() -> None:
    traces = load_traces().written_by(WRITERS["validation"])
    rows = np.random.default_rng(2).choice(len(traces), 150, replace=False)
    split = [
        row
        for row in rows
        if len(prepare_all(render(fit_to_canvas(traces.strokes[row], 150), PEN, smooth=1))) > 1
    ]
    assert len(split) <= 1, split


@pytest.mark.parametrize("kind", list(paper_scenes.KINDS))
def test_rows_in_photographs(kind: str) -> None:
    traces = load_traces().written_by(WRITERS["validation"])
    right = []
    for seed in range(6):
        rng = np.random.default_rng(seed)
        count = int(rng.integers(2, 5))
        digits = [traces.strokes[row] for row in rng.choice(len(traces), count)]
        picture = paper_scenes.KINDS[kind](paper_scenes.side_by_side(digits, rng, 0.1), rng, 400)
        right.append(len(prepare_all(picture)) == count)
    assert sum(right) >= 5, right


# Against the plain way: every piece compared with every other


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


# More than a row of digits


@pytest.mark.parametrize(
    "picture",
    [
        page_of_text(),
        spreadsheet(),
        255 - page_of_text(),
        dots(8),
        dots(2),
        squares(601, 20, 30),
        squares(61, 18, 19),
    ],
    ids=["text", "spreadsheet", "light on dark", "22 000 dots", "358 000 dots", "601 pieces", "61 digits"],
)
def test_a_page_of_text_is_no_row_of_digits(picture: np.ndarray) -> None:
    with pytest.raises(TooMuch, match="draw a box around the digits") as caught:
        prepare_all(picture)
    assert not isinstance(caught.value, NothingDrawn)


def test_in_a_box_on_such_a_page_digits_are_read() -> None:
    assert len(prepare_all(page_of_text(), (8, 8, 22, 40))) in range(2, 9)


def test_60_digits_of_600_pieces_are_a_row() -> None:
    row = prepare_all(lines_of_60())
    assert len(row) == 60
    assert sum(digit.part.size for digit in row) < 1.5 * lines_of_60().size


def test_faint_specks_that_jpeg_leaves_are_not_counted() -> None:
    picture = squares(3, 90, 300)
    specks = np.zeros(picture.shape, bool)
    specks[5:400:7, 5:1000:7] = True
    picture[specks & (picture == 255)] = 245
    assert len(prepare_all(picture)) == 3
