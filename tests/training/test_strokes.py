"""Pen traces, the pen that draws them, and the hands invented beside them."""

import numpy as np
import pytest

from nncore import CANVAS, to_mnist
from training import doubtful
from training.doubtful import no_digit, turned
from training.examples import NOT_A_DIGIT, invent, make_drawings
from training.strokes import (
    INK,
    PAPER,
    fit_to_canvas,
    load_traces,
    render,
    render_prepared,
)
from training.synthetic import STYLES, TEMPLATES, strokes_of


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


def test_the_quick_picture_is_that_of_the_canvas(traces):
    gaps = [
        np.abs(render_prepared(strokes, 20, 150) - to_mnist(render(fit_to_canvas(strokes, 150), 20))).mean()
        for strokes in traces.strokes[:25]
    ]
    assert np.median(gaps) < 0.01


def test_every_style_and_picture_can_be_drawn():
    for template in [*TEMPLATES, *(t for styles in STYLES.values() for t in styles)]:
        points = np.concatenate(strokes_of(template))
        assert points.min() > -15
        assert points.max() < 115
        assert render_prepared(strokes_of(template), 20, 150).max() == 1
    assert STYLES.keys() == set(range(10))


def test_what_is_no_digit_comes_in_many_kinds_and_can_be_drawn(traces):
    rng = np.random.default_rng(4)
    kinds = [*(draw for _, draw in doubtful.BY_CHANCE), *(draw for _, draw in doubtful.OF_DIGITS)]
    shares = [share for share, _ in (*doubtful.BY_CHANCE, *doubtful.OF_DIGITS)]
    assert sum(shares) == pytest.approx(1)
    assert len(kinds) == 8
    for _ in range(300):
        assert render_prepared(no_digit(traces, rng), 8, 80).max() == 1


def test_a_turned_digit_is_that_of_its_writer_in_another_position(monkeypatch, traces):
    digit = [np.array([[0.0, 0.0], [3.0, 1.0]])]
    monkeypatch.setattr(doubtful, "_written", lambda *_: digit)
    seen = {tuple(turned(traces, np.random.default_rng(s))[0][1].tolist()) for s in range(50)}
    assert seen == {(-3, -1), (-3, 1), (1, -3), (-1, 3)}  # upside down, mirrored, lying left and right


def test_drawings_are_mostly_digits_and_repeatable(traces):
    a = make_drawings(60, np.random.default_rng(1), traces)
    b = make_drawings(60, np.random.default_rng(1), traces)
    np.testing.assert_array_equal(a[0], b[0])
    assert a[0].max(axis=(1, 2)).tolist() == [255] * 60
    kinds = np.bincount([invent(traces, np.random.default_rng(s))[1] for s in range(600)], minlength=11)
    assert (kinds[:10] > 20).all()
    assert 0.11 < kinds[NOT_A_DIGIT] / 600 < 0.21
