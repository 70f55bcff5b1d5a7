"""Pen traces, the pen that draws them, and the hands invented beside them."""

import numpy as np
import pytest

from nncore import to_mnist
from nncore.images.examples import NOT_A_DIGIT, invent, make_drawings
from nncore.images.strokes import (
    CANVAS,
    INK,
    PAPER,
    WRITERS,
    fit_to_canvas,
    load_traces,
    render,
    render_prepared,
)
from nncore.images.synthetic import NO_DIGITS, STYLES, curve, deform, scribble, sign, skip_points, strokes_of
from nncore.train.data import Lessons, make_lesson


@pytest.fixture(scope="module")
def traces():
    return load_traces()


def test_all_digits_of_all_writers_are_there(traces):
    assert len(traces) == len(traces.strokes) == 7494
    assert sorted(set(traces.writers.tolist())) == list(range(1, 31))
    assert np.bincount(traces.labels).tolist() == [780, 779, 780, 719, 780, 720, 720, 778, 719, 719]
    assert sum(len(stroke) for strokes in traces.strokes for stroke in strokes) == 304_216
    assert traces.strokes[0][0][:2].tolist() == [[267, 167], [267, 164]]  # an 8, y counted downward
    assert (traces.labels[0], traces.writers[0]) == (8, 12)


def test_no_writer_is_in_two_groups(traces):
    groups = [set(group) for group in WRITERS.values()]
    assert sorted(w for group in groups for w in group) == list(range(1, 31))
    part = traces.written_by(WRITERS["test"])
    assert set(part.writers.tolist()) == set(range(23, 31))
    assert sum(len(traces.written_by(group)) for group in WRITERS.values()) == len(traces)


def test_a_line_is_drawn_where_it_should_be_and_as_wide_as_the_pen():
    canvas = render([np.array([[40, 140], [240, 140]])], pen=20)
    assert canvas.shape == (CANVAS, CANVAS, 4)
    assert canvas.dtype == np.uint8
    assert (canvas[..., 3] == 255).all()
    assert tuple(canvas[140, 140, :3]) == INK
    assert tuple(canvas[0, 0, :3]) == PAPER
    ink = (PAPER[0] - canvas[..., 0].astype(float)) / (PAPER[0] - INK[0])
    assert ink[:, 140].sum() == pytest.approx(20, abs=0.6)
    assert ink[140].sum() == pytest.approx(220, abs=0.8)  # the round ends add half a pen each
    rows, columns = np.nonzero(ink > 0.5)
    assert (rows.mean(), columns.mean()) == pytest.approx((139.5, 139.5), abs=0.3)


@pytest.mark.parametrize("pen", [12, 20, 28])
def test_a_single_point_is_a_round_dot(pen):
    ink = render([np.array([[100, 60]])], pen)[..., 0] < 140
    rows, columns = np.nonzero(ink)
    assert ink.sum() == pytest.approx(np.pi * pen**2 / 4, rel=0.05)
    assert (rows.mean(), columns.mean()) == pytest.approx((59.5, 99.5), abs=0.5)


def test_corners_are_round_and_edges_smooth():
    canvas = render([np.array([[60, 200], [140, 60], [220, 200]])], 24)[..., 0]
    assert canvas[50, 140] < 60  # above the corner by less than half a pen
    assert len(np.unique(canvas)) > 8


def test_fit_scales_the_longer_side_and_centres():
    fitted = fit_to_canvas([np.array([[0, 0], [10, 40]]), np.array([[5, 5], [6, 6]])], 120, (100, 150))
    points = np.concatenate(fitted)
    assert np.ptp(points, axis=0).tolist() == [30, 120]
    assert ((points.min(axis=0) + points.max(axis=0)) / 2).tolist() == [100, 150]


def test_the_quick_picture_is_that_of_the_canvas(traces):
    gaps = [
        np.abs(render_prepared(strokes, 20, 150) - to_mnist(render(fit_to_canvas(strokes, 150), 20))).mean()
        for strokes in traces.strokes[:25]
    ]
    assert np.median(gaps) < 0.01


def test_every_style_and_picture_can_be_drawn():
    for template in [*NO_DIGITS.values(), *(t for styles in STYLES.values() for t in styles)]:
        points = np.concatenate(strokes_of(template))
        assert points.min() > -15
        assert points.max() < 115
        assert render_prepared(strokes_of(template), 20, 150).max() == 1
    assert STYLES.keys() == set(range(10))


def test_a_curve_goes_through_its_points():
    points = np.array([[0, 0], [10, 5], [20, 0.0]])
    bent = curve(points)
    for point in points:
        assert np.abs(bent - point).sum(axis=1).min() < 1e-9


def test_a_deformed_digit_is_another_one_and_its_seed_repeats_it(traces):
    a, b, c = (np.concatenate(deform(traces.strokes[3], np.random.default_rng(s))) for s in (1, 1, 2))
    np.testing.assert_array_equal(a, b)
    assert a.shape != c.shape or np.abs(a - c).max() > 0.01
    assert np.ptp(a, axis=0).max() == pytest.approx(1, abs=0.4)


def test_skipped_points_leave_the_ends():
    stroke = np.arange(80.0).reshape(40, 2)
    few = skip_points(stroke, np.random.default_rng(0))
    assert len(few) < 20
    np.testing.assert_array_equal(few[[0, -1]], stroke[[0, -1]])


def test_scribbles_differ():
    rng = np.random.default_rng(0)
    assert len({np.concatenate(scribble(rng)).sum() for _ in range(20)}) == 20


def test_signs_differ_and_have_some_size():
    rng = np.random.default_rng(2)
    signs = [np.concatenate(sign(rng)) for _ in range(200)]
    assert len({points.tobytes() for points in signs}) > 190
    assert all(np.ptp(points, axis=0).max() >= 50 for points in signs)


def test_drawings_are_mostly_digits_and_repeatable(traces):
    a = make_drawings(60, np.random.default_rng(1), traces)
    b = make_drawings(60, np.random.default_rng(1), traces)
    np.testing.assert_array_equal(a[0], b[0])
    assert a[0].max(axis=(1, 2)).tolist() == [255] * 60
    kinds = np.bincount([invent(traces, np.random.default_rng(s))[1] for s in range(600)], minlength=11)
    assert (kinds[:10] > 20).all()
    assert 0.05 < kinds[NOT_A_DIGIT] / 600 < 0.14


def test_lessons_are_repeatable_and_differ_from_each_other():
    lessons = Lessons(7, images=500)
    try:
        first, second, again = lessons[0], lessons[1], lessons[0]
    finally:
        lessons.close()
    assert first.images.shape == (750, 784)
    np.testing.assert_allclose(first.targets.sum(axis=1), 1, rtol=1e-6)
    for same in (again, make_lesson(0, 7, 500)):
        np.testing.assert_array_equal(first.images, same.images)
        np.testing.assert_array_equal(first.targets, same.targets)
    assert not np.array_equal(first.images[:500], second.images[:500])
    assert not np.array_equal(first.images[500:], second.images[500:])
