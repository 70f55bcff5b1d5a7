"""Our PNGs are what Pillow reads: the same pixels, whatever they are."""

import io

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from nncore import load_images
from ui.figures.pixels import activation_picture
from ui.figures.png import png
from ui.theme import LIGHT

SIDES = st.integers(1, 12)
SHAPES = st.tuples(SIDES, SIDES) | st.tuples(SIDES, SIDES, st.sampled_from([3, 4]))


def read(file: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(file)))


@given(SHAPES.flatmap(lambda shape: arrays(np.uint8, shape)))
def test_pillow_reads_the_same_pixels(picture: np.ndarray) -> None:
    np.testing.assert_array_equal(read(png(picture)), picture)


def test_a_digit_is_small_and_whole() -> None:
    picture = activation_picture(LIGHT, load_images("test")[0][0] / 255)
    file = png(picture)
    np.testing.assert_array_equal(read(file), picture)
    assert len(file) < 10_000
