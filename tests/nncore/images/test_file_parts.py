"""Files taken apart: which are kept whole."""

import struct

import pytest

from nncore.images.file_parts import parts_of


@pytest.mark.parametrize(("listed", "kept_whole"), [(1, True), (3, False)])
def test_a_jpeg_whose_colours_come_one_after_the_other_is_kept_whole(listed, kept_whole) -> None:
    size = b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 40, 40, 3) + bytes(9)
    scan = b"\xff\xda" + struct.pack(">HB", 3 + listed * 2, listed) + bytes(listed * 2)
    assert parts_of(b"\xff\xd8" + size + scan + b"pixels\xff\xd9").is_whole == kept_whole
