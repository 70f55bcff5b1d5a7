"""A file's note of how the camera was held: the picture is turned as it says."""

import struct

import numpy as np
import pytest
from PIL import Image

from nncore import read_picture
from tests.support.picture_files import RED, WHITE, file_of, halves, halves_of


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_as_the_camera_was_held(orientation) -> None:
    """Against the standard's own words: where the file's first row and column are to be seen."""
    first_row, first_column = {
        1: ("top", "left"),
        2: ("top", "right"),
        3: ("bottom", "right"),
        4: ("bottom", "left"),
        5: ("left", "top"),
        6: ("right", "top"),
        7: ("right", "bottom"),
        8: ("left", "bottom"),
    }[orientation]
    stored = np.zeros((20, 30), np.uint8)
    stored[0] += 100
    stored[:, 0] += 150
    exif = Image.Exif()
    exif[0x0112] = orientation
    seen = read_picture(file_of(Image.fromarray(stored), exif=exif))[:, :, 0]
    edges = {"top": seen[0], "bottom": seen[-1], "left": seen[:, 0], "right": seen[:, -1]}
    assert set(edges[first_row].tolist()) == {100, 250}
    assert set(edges[first_column].tolist()) == {150, 250}


XMP = b'<x:xmpmeta><rdf:Description tiff:Orientation="3"/></x:xmpmeta>'


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("order", ["<", ">"])
def test_every_kind_of_file_may_tell_how_the_camera_was_held(kind, order) -> None:
    head = {"<": b"II", ">": b"MM"}[order] + struct.pack(order + "HI", 42, 8)
    entries = ((0x0100, 4, 1, 40), (0x0112, 3, 1, 3 if order == "<" else 3 << 16))
    table = struct.pack(order + "H", 2) + b"".join(struct.pack(order + "HHII", *entry) for entry in entries)
    turned = read_picture(file_of(halves(), kind, exif=b"Exif\0\0" + head + table + bytes(4)))
    np.testing.assert_allclose(halves_of(turned), (WHITE, RED), atol=20)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_so_may_a_note_in_xml(kind) -> None:
    np.testing.assert_allclose(
        halves_of(read_picture(file_of(halves(), kind, xmp=XMP))), (WHITE, RED), atol=20
    )
