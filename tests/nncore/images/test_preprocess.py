"""From a drawing to MNIST's form: against MNIST itself, and unchanged by what should not matter."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from nncore import NothingDrawn, Preparation, load_images, prepare, shrink, to_mnist
from nncore.images.framing import area_weights, resize

PAPER, INK = (252, 251, 248), (34, 37, 43)


def draw(points, width=18, size=(280, 280), paper=PAPER, ink=INK, transparent=False) -> np.ndarray:
    """Draw a line through the points with a round pen, as the canvas would."""
    mask = Image.new("L", size)
    pen = ImageDraw.Draw(mask)
    pen.line(points, fill=255, width=width, joint="curve")
    for x, y in points:
        pen.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=255)
    if transparent:
        picture = Image.new("RGBA", size, (0, 0, 0, 0))
        picture.paste(Image.new("RGBA", size, (*ink, 255)), mask=mask)
    else:
        picture = Image.new("RGBA", size, (*paper, 255))
        picture.paste((*ink, 255), mask=mask)
    return np.asarray(picture)


SEVEN = [(80, 80), (180, 80), (120, 200)]
FOUR = [(150, 200), (150, 70), (80, 150), (190, 150)]


def enlarged(image: np.ndarray) -> np.ndarray:
    """An MNIST picture as a drawing ten times as large, dark on light."""
    return (255 - image).repeat(10, axis=0).repeat(10, axis=1)


# Against MNIST itself


@pytest.fixture(scope="module")
def test_images() -> np.ndarray:
    return load_images("test")[0]


def test_an_enlarged_test_image_gives_nearly_the_same_numbers(test_images) -> None:
    prepared = np.array([to_mnist(enlarged(image)) for image in test_images[:200]])
    difference = np.abs(prepared - test_images[:200] / 255)
    assert difference.max() < 0.03
    assert difference.mean() < 0.001


def centre_of_mass(pixels: np.ndarray) -> tuple[float, float]:
    line = np.arange(28)
    return pixels.sum(axis=1) @ line / pixels.sum(), pixels.sum(axis=0) @ line / pixels.sum()


@pytest.mark.parametrize("points", [SEVEN, FOUR])
@pytest.mark.parametrize("width", [6, 18, 34])
def test_a_drawing_comes_out_with_the_measures_of_mnist(points, width) -> None:
    pixels = to_mnist(draw(points, width))
    assert (pixels.shape, pixels.dtype) == ((28, 28), np.float32)
    assert (pixels.min(), pixels.max()) == (0, 1)
    rows, columns = np.flatnonzero(pixels.any(axis=1)), np.flatnonzero(pixels.any(axis=0))
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
    assert all(13.5 - 1e-4 <= c <= 14.5 + 1e-4 for c in centre_of_mass(pixels))


def test_a_square_by_hand() -> None:
    """40×40 pixels of ink become 20×20; their middle, 9.5, comes to lie at 13.5 or 14.5."""
    picture = np.full((100, 100), 255, np.uint8)
    picture[10:50, 30:70] = 0
    p = prepare(picture)
    assert p.box == (10, 30, 50, 70)
    np.testing.assert_allclose(p.scaled, np.ones((20, 20)), atol=1e-6)
    assert p.origin == (4, 4)  # where MNIST has it: 4 rows of paper on every side
    assert p.pixels[4:24, 4:24].min() > 0.999
    assert p.pixels.sum() == pytest.approx(400, abs=0.01)


def test_proportions_are_kept() -> None:
    picture = np.zeros((300, 300), np.uint8)
    picture[20:120, 50:80] = 255  # 100 high, 30 wide
    assert prepare(picture).scaled.shape == (20, 6)
    assert prepare(picture.T).scaled.shape == (6, 20)


def test_a_heavy_corner_never_pushes_ink_off_the_picture() -> None:
    """A block with a long thin tail: its centre of mass is far from the middle of its box."""
    picture = np.zeros((400, 400), np.uint8)
    picture[100:160, 100:160] = 255
    picture[100:300, 100:102] = 255
    picture[100:102, 100:300] = 255
    p = prepare(picture)
    assert p.origin == (8, 8)
    assert p.pixels.sum() == pytest.approx(p.scaled.sum())


# What must not matter


@given(dx=st.integers(-70, 90), dy=st.integers(-70, 70))
def test_moving_the_drawing_changes_nothing(dx: int, dy: int) -> None:
    moved = [(x + dx, y + dy) for x, y in SEVEN]
    np.testing.assert_allclose(to_mnist(draw(moved)), to_mnist(draw(SEVEN)), atol=1e-5)


@given(points=st.lists(st.tuples(st.integers(30, 250), st.integers(30, 250)), min_size=2, max_size=5))
def test_inverting_ink_and_paper_changes_nothing(points) -> None:
    picture = draw(points)
    inverted = picture.copy()
    inverted[:, :, :3] = 255 - inverted[:, :, :3]
    np.testing.assert_allclose(to_mnist(inverted), to_mnist(picture), atol=1e-5)


@pytest.mark.parametrize("points", [SEVEN, FOUR])
def test_light_dark_transparent_and_coloured_are_the_same_drawing(points) -> None:
    reference = to_mnist(draw(points))
    white, black = (255, 255, 255), (0, 0, 0)
    for other in (
        draw(points, paper=white, ink=black),
        draw(points, paper=black, ink=white),
        draw(points, paper=white, ink=(255, 200, 200)),
        draw(points, paper=(0, 0, 255), ink=(255, 255, 0)),
        draw(points, transparent=True),
        draw(points, ink=black, transparent=True),
        draw(points, ink=white, transparent=True),
    ):
        np.testing.assert_allclose(to_mnist(other), reference, atol=1e-5)


def test_channels_do_not_matter() -> None:
    picture = draw(SEVEN, paper=(255, 255, 255), ink=(0, 0, 0))
    reference = to_mnist(picture)
    np.testing.assert_allclose(to_mnist(picture[:, :, :3]), reference, atol=1e-6)
    np.testing.assert_allclose(to_mnist(picture[:, :, 0]), reference, atol=1e-6)
    np.testing.assert_allclose(to_mnist(picture[:, :, 0].tolist()), reference, atol=1e-6)


@pytest.mark.parametrize("points", [SEVEN, FOUR])
def test_large_or_small_is_nearly_the_same(points) -> None:
    reference = to_mnist(draw(points, 18))
    large = to_mnist(draw([(3 * x, 3 * y) for x, y in points], 54, size=(840, 840)))
    assert np.abs(large - reference).mean() < 0.02


def test_a_wide_canvas_and_a_digit_at_its_edge() -> None:
    picture = np.full((100, 500), 255, np.uint8)
    picture[0:60, 440:500] = 0
    assert prepare(picture).box == (0, 440, 60, 500)


# A drawing's stages


def anything_drawn():
    points = st.lists(st.tuples(st.integers(0, 119), st.integers(0, 89)), min_size=2, max_size=5)
    return st.builds(
        draw, points, st.integers(1, 20), st.just((120, 90)), transparent=st.booleans()
    )  # fmt: skip


@given(picture=anything_drawn())
def test_the_stages_fit_each_other(picture: np.ndarray) -> None:
    before = picture.copy()
    p = prepare(picture)
    assert isinstance(p, Preparation)
    np.testing.assert_array_equal(picture, before)
    assert p.ink.shape == picture.shape[:2]
    top, left, bottom, right = p.box
    outside = p.ink.copy()
    outside[top:bottom, left:right] = 0
    assert outside.max() < 0.03
    assert all(p.ink[edge].max() >= 0.02 for edge in np.s_[top, bottom - 1, :, :][:2])
    assert min(p.ink[:, left].max(), p.ink[:, right - 1].max()) >= 0.02
    height, width = p.scaled.shape
    assert max(height, width) == 20
    longer = max(bottom - top, right - left)
    assert height == pytest.approx((bottom - top) * 20 / longer, abs=1)
    assert width == pytest.approx((right - left) * 20 / longer, abs=1)
    row, column = p.origin
    np.testing.assert_array_equal(p.pixels[row : row + height, column : column + width], p.scaled)
    assert p.pixels.sum(dtype=np.float64) == pytest.approx(p.scaled.sum(dtype=np.float64))
    assert {p.ink.dtype, p.scaled.dtype, p.pixels.dtype} == {np.dtype(np.float32)}
    for stage in (p.ink, p.scaled, p.pixels):
        assert stage.min() >= 0
        assert stage.max() == pytest.approx(1, abs=1e-6)
    np.testing.assert_array_equal(to_mnist(picture), p.pixels)


def test_area_averaging_by_hand() -> None:
    assert resize(np.array([[1, 3, 5, 7]], np.float32), 1, 2).tolist() == [[2, 6]]
    np.testing.assert_allclose(resize(np.array([[3, 6, 9]], np.float32), 1, 2), [[4, 8]], rtol=1e-6)
    assert resize(np.array([[1], [2]], np.float32), 4, 1).tolist() == [[1], [1], [2], [2]]


@given(old=st.integers(1, 400), new=st.integers(1, 60))
def test_area_averaging_keeps_the_mean(old: int, new: int) -> None:
    weights = area_weights(old, new)
    np.testing.assert_allclose(weights.sum(axis=1), 1, atol=1e-4)  # a row is a mean
    np.testing.assert_allclose(weights.sum(axis=0), new / old, rtol=1e-3)  # all count alike


def test_shrinking_is_the_mean_of_every_ten_by_ten_pixels() -> None:
    picture = draw(SEVEN, paper=(255, 255, 255), ink=(0, 0, 0))
    blocks = (255 - picture[:, :, 0].astype(float)).reshape(28, 10, 28, 10).mean(axis=(1, 3)) / 255
    np.testing.assert_allclose(shrink(picture), blocks, atol=1e-5)


def test_shrinking_keeps_a_digit_where_it_was() -> None:
    in_the_corner = shrink(draw([(20, 20), (60, 20), (40, 80)]))
    assert in_the_corner[14:].max() == 0
    assert in_the_corner[:14].max() > 0.9


# No drawing


@pytest.mark.parametrize(
    "blank",
    [
        np.zeros((280, 280, 4), np.uint8),
        np.full((280, 280, 4), 255, np.uint8),
        np.full((280, 280, 4), (*PAPER, 255), np.uint8),
        np.full((280, 280, 4), (255, 255, 255, 0), np.uint8),
        np.full((10, 20, 3), 77, np.uint8),
        np.zeros((1, 1), np.uint8),
    ],
)
def test_nothing_drawn(blank) -> None:
    for function in (prepare, to_mnist, shrink):
        with pytest.raises(NothingDrawn, match="nothing on the paper"):
            function(blank)
    assert issubclass(NothingDrawn, ValueError)


def test_a_trace_of_dust_is_no_drawing() -> None:
    picture = np.full((280, 280, 4), 255, np.uint8)
    picture[100:110, 100:110, :3] = 240
    with pytest.raises(NothingDrawn):
        prepare(picture)


@pytest.mark.parametrize("at", [(0, 0), (140, 140), (279, 279)])
def test_one_dot_is_a_drawing(at) -> None:
    picture = np.zeros((280, 280, 4), np.uint8)
    picture[at] = 255
    pixels = to_mnist(picture)
    assert math.isclose(pixels.sum(), 400, abs_tol=0.1)


@pytest.mark.parametrize("shape", [(28,), (28, 28, 2), (28, 28, 5), (0, 28, 4), (28, 0), (1, 28, 28, 4)])
def test_no_picture(shape) -> None:
    with pytest.raises(ValueError, match="A picture has height, width") as caught:
        prepare(np.zeros(shape, np.uint8))
    assert not isinstance(caught.value, NothingDrawn)


@pytest.mark.parametrize("kind", [np.float32, np.bool_, object])
def test_no_whole_numbers(kind) -> None:
    with pytest.raises(ValueError, match="whole numbers from 0 to 255"):
        prepare(draw(SEVEN).astype(kind))


@pytest.mark.parametrize("alpha", [0, 1, 50, 100, 127, 128, 200, 255])
@pytest.mark.parametrize("grey", [0, 255])
def test_an_even_picture_is_blank_however_transparent(alpha: int, grey: int) -> None:
    rgba = np.full((60, 60, 4), grey, np.uint8)
    rgba[:, :, 3] = alpha
    with pytest.raises(NothingDrawn):
        prepare(rgba)
