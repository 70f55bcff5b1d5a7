"""Photographs that were made here: what is a digit in them is found, and what is none is not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from benchmarks import paper_scenes, pencil_scenes
from nncore import NothingDrawn, load_network, predict, prepare, prepare_all
from nncore.images.drawing import drawn_ink
from nncore.images.framing import find_box
from nncore.images.strokes import WRITERS, fit_to_canvas, load_traces, render

SEVEN = [np.array([[0, 0], [60, 0], [25, 100]])]
ONE = [np.array([[0, 0], [0, 100]])]
EVERY_KIND = pytest.mark.parametrize("kind", list(paper_scenes.KINDS))


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def sheet(height: int = 300, width: int = 400) -> np.ndarray:
    """A grey sheet, twice as bright on the left as on the right, a little noisy."""
    light = np.linspace(240, 120, width) * np.ones((height, 1))
    return light + rng().normal(0, 2, (height, width))


def taken(grey: np.ndarray) -> np.ndarray:
    return np.clip(grey, 0, 255).astype(np.uint8)


def marked(*boxes: tuple[int, int, int, int], by: float = 0.3, grey: np.ndarray | None = None) -> np.ndarray:
    """A sheet on which boxes are darkened to a share of their light."""
    grey = sheet() if grey is None else grey
    for top, left, bottom, right in boxes:
        grey[top:bottom, left:right] *= by
    return taken(grey)


STROKE = (100, 150, 200, 165)


def assert_box(box: tuple[int, ...], expected: tuple[int, ...], within: int = 3) -> None:
    assert max(abs(a - b) for a, b in zip(box, expected, strict=True)) <= within, box


# By hand


def test_ink_in_uneven_light() -> None:
    p = prepare(marked(STROKE))
    assert p.photo is not None
    assert_box(p.box, STROKE)
    assert p.pixels[10:18].max(axis=1).min() > 0.9  # one even bar from top to bottom


def test_a_part_is_kept_that_is_near_to_another_part_alone() -> None:
    stem, tick, bar = STROKE, (70, 150, 92, 165), (50, 150, 58, 210)
    for boxes, whole in (((stem, bar), STROKE), ((stem, tick, bar), (50, 150, 200, 210))):
        p = prepare(marked(*boxes))
        assert_box(p.box, whole)


def test_every_stage_can_be_shown() -> None:
    picture = marked(STROKE)
    photo = prepare(picture).photo
    assert photo is not None
    assert (photo.picture == picture[:, :, None]).all()
    assert photo.background.shape == (300, 400, 3)
    difference = photo.background[150, 100:300, 0].astype(float) - sheet()[150, 100:300]
    assert abs(difference.mean()) < 8  # the sheet without the stroke
    assert abs(difference[50:65].mean()) < 15
    assert photo.contrast[150, 157] > 0.5
    assert np.median(photo.contrast) < 0.1
    assert_box(find_box(photo.found.astype(float)), STROKE)
    assert photo.ink.dtype == np.float32
    assert (photo.ink.min(), photo.ink.max()) == (0, 1)


@pytest.mark.parametrize(
    "other",
    [(0, 30, 60, 60), (240, 300, 300, 320), (120, 0, 140, 50), (30, 385, 200, 400)],
    ids=["top", "bottom", "left", "right"],
)
def test_what_reaches_in_from_an_edge_is_left_out(other) -> None:
    assert_box(prepare(marked(STROKE, other)).box, STROKE)


def test_specks_are_left_out() -> None:
    specks = [(r, c, r + 3, c + 3) for r, c in ((20, 20), (60, 300), (250, 250), (130, 60))]
    assert_box(prepare(marked(STROKE, *specks)).box, STROKE)


def test_a_part_of_the_digit_is_kept() -> None:
    assert_box(prepare(marked(STROKE, (90, 175, 104, 210))).box, (90, 150, 200, 210))


def test_fainter_printed_lines_are_left_out() -> None:
    grey = sheet()
    for row in range(20, 300, 25):
        grey[row : row + 2] *= 0.75
    assert_box(prepare(marked(STROKE, grey=grey)).box, STROKE)


def test_broken_printed_lines_are_no_digit_even_if_the_digit_hangs_on_one_that_is_whole() -> None:
    grey = sheet()
    grey[180:183] *= 0.7
    for line in (30, 60, 90, 240, 270):
        grey[line : line + 3, 40:360] *= 0.7
    p = prepare(marked((100, 150, 200, 156), grey=grey))
    assert_box(p.box, (100, 150, 200, 156), within=4)


def shadowed(by: float) -> np.ndarray:
    """A sheet of which all that lies right of a slanting edge is darker."""
    y, x = np.mgrid[:300, :400]
    return sheet() * np.where(x + 0.4 * y > 260, by, 1)


def test_a_pencil_is_found_beside_the_hard_edge_of_a_shadow_that_is_darker() -> None:
    """Also where stroke and edge enclose lit paper: that is no light stroke on dark paper."""
    for left in (140, 170, 190, 250):
        stroke = (100, left, 200, left + 7)
        p = prepare(marked(stroke, by=0.8, grey=shadowed(0.55)))
        assert_box(p.box, stroke, within=4)


def test_printed_lines_as_dark_as_the_pencil_are_left_out_if_they_are_finer() -> None:
    stroke, lines = (100, 150, 200, 160), [(row, 60, row + 1, 340) for row in range(20, 300, 25)]
    p = prepare(marked(stroke, *lines, by=0.55))
    assert_box(p.box, stroke)
    assert np.ptp(np.flatnonzero(p.pixels.max(axis=0) > 0.5)) <= 3  # one bar, no teeth


def test_what_is_fine_in_a_digit_is_no_printed_line() -> None:
    stem, upstroke = (100, 150, 200, 158), (100, 110, 101, 150)
    assert_box(prepare(marked(stem, upstroke)).box, (100, 110, 200, 158))


def test_light_on_dark_is_found_as_well() -> None:
    top, left, bottom, right = STROKE
    grey = sheet() * 0.3
    grey[top:bottom, left:right] = 220
    assert_box(prepare(taken(grey)).box, STROKE)


def test_a_box_chooses_one_of_two_digits() -> None:
    picture = marked(STROKE, (80, 280, 210, 296), by=0.4)
    assert_box(prepare(picture).box, (80, 150, 210, 296))
    assert_box(prepare(picture, (70, 250, 260, 350)).box, (80, 280, 210, 296))
    assert_box(prepare(picture, (70, 100, 260, 230)).box, STROKE)


def test_a_box_reaches_what_is_left_out_otherwise() -> None:
    picture = marked(STROKE, (0, 30, 60, 45))
    assert_box(prepare(picture, (0, 10, 80, 80)).box, (0, 30, 60, 45))


# On even paper too


def on_paper() -> np.ndarray:
    return render(fit_to_canvas(ONE, 100, (70, 140)) + fit_to_canvas(SEVEN, 100, (190, 140)), 14)


def test_a_box_on_printed_lines_leaves_them_out() -> None:
    grey = sheet()
    for line in range(20, 300, 30):
        grey[line : line + 3] *= 0.7
    p = prepare(marked((100, 150, 200, 156), grey=grey), box=(80, 110, 220, 200))
    assert_box(p.box, (100, 150, 200, 156), within=4)


def test_a_box_on_even_paper() -> None:
    p = prepare(on_paper(), (60, 120, 220, 280))
    assert p.photo is None
    alone = prepare(render(fit_to_canvas(SEVEN, 100, (190, 140)), 14))
    assert p.box == alone.box
    np.testing.assert_allclose(p.pixels, alone.pixels, atol=1e-6)


def test_a_box_as_large_as_the_picture_or_larger_changes_nothing() -> None:
    whole = prepare(on_paper())
    for box in ((0, 0, 280, 280), (-50, -1, 281, 9999)):
        p = prepare(on_paper(), box)
        assert p.box == whole.box
        np.testing.assert_array_equal(p.pixels, whole.pixels)


@pytest.mark.parametrize("picture", [on_paper(), marked(STROKE)], ids=["drawing", "photo"])
@pytest.mark.parametrize("box", [(10, 10, 10, 50), (50, 50, 40, 60), (0, 500, 50, 600), (-9, -9, 0, 50)])
def test_a_box_that_holds_no_pixel(picture, box) -> None:
    for function in (prepare, prepare_all):
        with pytest.raises(ValueError, match="holds nothing of the picture") as caught:
            function(picture, box)
        assert not isinstance(caught.value, NothingDrawn)


def test_a_box_without_ink() -> None:
    with pytest.raises(NothingDrawn, match="nothing in this box"):
        prepare(on_paper(), (0, 0, 40, 40))
    with pytest.raises(NothingDrawn, match="stands out in this box"):
        prepare(marked(STROKE), (220, 300, 290, 390))


def test_paper_alone_is_no_digit() -> None:
    with pytest.raises(NothingDrawn, match="stands out in this picture"):
        prepare(taken(sheet()))


# What is drawn on even paper is read as ever


def test_a_drawing_is_never_taken_for_a_photograph() -> None:
    traces = load_traces().written_by(WRITERS["validation"])
    for row in rng(1).choice(len(traces), 60, replace=False):
        height, x, y = rng(row).uniform((60, 60, 60), (240, 220, 220))
        picture = render(fit_to_canvas(traces.strokes[row], height, (x, y)), rng(row).uniform(3, 34))
        p = prepare(picture)
        assert p.photo is None
        np.testing.assert_array_equal(p.ink, drawn_ink(picture))


@pytest.mark.parametrize("side", [50, 100, 400])
def test_what_decides_does_not_depend_on_size(side: int) -> None:
    """The same photograph, large and small, is a photograph, and so is a digit cut out of it."""
    traces = load_traces().written_by(WRITERS["validation"])
    network, right = load_network(), 0
    rows = rng(3).choice(len(traces), 20, replace=False)
    for row in rows:
        whole = Image.fromarray(pencil_scenes.crop(traces.strokes[row], rng(row), 420))
        size = [round(length * side / max(whole.size)) for length in whole.size]
        p = prepare(np.asarray(whole.resize(size, Image.Resampling.BILINEAR)))
        assert p.photo is not None
        assert p.size == (size[1], size[0]) == p.photo.found.shape == p.photo.picture.shape[:2]
        right += predict(network, p.pixels.ravel()).argmax() == traces.labels[row]
    assert right >= 18


# Many


@given(seed=st.integers(0, 9999), height=st.integers(1, 90), width=st.integers(1, 90))
def test_noise_is_read_or_refused(seed: int, height: int, width: int) -> None:
    picture = rng(seed).integers(0, 256, (height, width, 4), np.uint8)
    try:
        p = prepare(picture)
    except NothingDrawn:
        return
    assert p.ink.shape == (height, width)
    assert p.pixels.max() == 1


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of two boxes' area that they have in common: 1 if they are the same, 0 if they are apart."""
    first, second = np.zeros((2, 600, 600), bool)
    for box, mask in ((one, first), (other, second)):
        mask[box[0] : box[2], box[1] : box[3]] = True
    return (first & second).sum() / (first | second).sum()


@EVERY_KIND
def test_the_found_box_is_where_the_digit_was_written(kind: str, monkeypatch) -> None:
    """Of five photographs of each kind; a box is a little wider than the strokes, as soft edges count."""
    place, written = paper_scenes.place, []
    monkeypatch.setattr(paper_scenes, "place", lambda *told: written.append(place(*told)) or written[-1])
    for seed in range(5):
        same, again = (paper_scenes.KINDS[kind](SEVEN, rng(seed), 320) for _ in range(2))
        np.testing.assert_array_equal(same, again)
        found = prepare(same).box
        assert shared(found, written[-1].box) > 0.6, (found, written[-1].box)


def test_a_pencil_on_lines_in_a_hard_shadow_is_found(monkeypatch) -> None:
    place, written, right = paper_scenes.place, [], 0
    monkeypatch.setattr(pencil_scenes, "place", lambda *told: written.append(place(*told)) or written[-1])
    for seed in range(20):
        found = prepare(pencil_scenes.KINDS["pencil on lines"](SEVEN, rng(seed), 420)).box
        right += shared(found, written[-1].box) > 0.8
    assert right >= 17


def test_photographs_are_read_nearly_as_well_as_drawings() -> None:
    traces = load_traces().written_by(WRITERS["validation"])
    right, clean = [], []
    network = load_network()
    for k, row in enumerate(rng(5).choice(len(traces), 66, replace=False)):
        kind = list(paper_scenes.KINDS)[k % len(paper_scenes.KINDS)]
        photo = prepare(paper_scenes.KINDS[kind](traces.strokes[row], rng(k), 320)).pixels
        drawn = prepare(render(fit_to_canvas(traces.strokes[row], 150), 16)).pixels
        right.append(predict(network, photo.ravel()).argmax() == traces.labels[row])
        clean.append(predict(network, drawn.ravel()).argmax() == traces.labels[row])
    assert np.mean(right) >= np.mean(clean) - 0.1, (np.mean(right), np.mean(clean))
