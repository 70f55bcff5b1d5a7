"""Digits in a row: found one by one, from left to right, and never a single one cut into two."""

import numpy as np
import pytest

from benchmarks import paper_scenes
from nncore import prepare, prepare_all
from nncore.images.segmentation import line_breaks
from training.strokes import WRITERS, fit_to_canvas, load_traces, render

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


@pytest.mark.parametrize("gap", [3, 5, 9])
def test_lines_that_all_but_touch_are_lines(gap: float) -> None:
    upper, lower = beside(TWO, ZERO, SIX, gap=25), beside(SIX, TWO, TWO, gap=25)
    down = np.array([0, 10 + PEN + gap])
    page = [stroke - (0, 60) for stroke in upper] + [stroke + down for stroke in lower]
    found = prepare_all(render(page, PEN))
    assert len(found) == 6
    assert line_breaks([p.box for p in found]) == [3]


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
    rows = np.random.default_rng(2).choice(len(traces), 80, replace=False)
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
    for seed in range(4):
        rng = np.random.default_rng(seed)
        count = int(rng.integers(2, 5))
        digits = [traces.strokes[row] for row in rng.choice(len(traces), count)]
        picture = paper_scenes.KINDS[kind](paper_scenes.side_by_side(digits, rng, 0.1), rng, 400)
        right.append(len(prepare_all(picture)) == count)
    assert sum(right) >= 3, right
