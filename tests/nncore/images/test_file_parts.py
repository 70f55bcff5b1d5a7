"""Files taken apart: what is kept whole, and that no pixels are lost."""

import struct

import numpy as np
import pytest
from PIL import Image

from nncore.images.file_parts import parts_of
from tests.support.picture_files import file_of


@pytest.mark.parametrize(("listed", "kept_whole"), [(1, True), (3, False)])
def test_a_jpeg_whose_colours_come_one_after_the_other_is_kept_whole(listed, kept_whole) -> None:
    size = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 40, 40, 3) + bytes(9)
    scan = b"\xff\xda" + struct.pack(">HB", 3 + listed * 2, listed) + bytes(listed * 2)
    assert parts_of(b"\xff\xd8" + size + scan + b"pixels\xff\xd9").is_whole == kept_whole


def test_of_a_file_that_is_taken_apart_the_pixels_are_left() -> None:
    """Nothing is lost in files without notes, pixels that look like marks among them."""
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (90, 80, 3), dtype=np.uint8))
    for data in (
        file_of(noise),
        file_of(noise, "JPEG", progressive=True),
        file_of(noise.convert("P"), "GIF"),
    ):
        assert parts_of(data).data == data
