"""A picture as a PNG file: no pixel is lost, and it is small."""

import io

import numpy as np
from PIL import Image

from nncore import load_images
from ui.figures.pixels import activation_picture
from ui.png import png
from ui.theme import LIGHT


def test_a_digit_is_small_and_whole() -> None:
    picture = activation_picture(LIGHT, load_images("test")[0][0] / 255)
    file = png(picture)
    np.testing.assert_array_equal(np.asarray(Image.open(io.BytesIO(file))), picture)
    assert len(file) < 10_000
