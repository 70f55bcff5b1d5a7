"""Files that somebody chose: every kind is read as it looks."""

import numpy as np
import pytest
from PIL import Image

from nncore import read_picture
from tests.support.picture_files import KINDS, RED, WHITE, file_of, halves, halves_of


@pytest.mark.parametrize(
    ("kind", "options"),
    [("PNG", {}), ("WEBP", {"lossless": True}), ("JPEG", {"quality": 95, "subsampling": 0}), ("GIF", {})],
)
def test_every_format_is_read_as_it_looks(kind, options) -> None:
    pixels = read_picture(file_of(halves(), kind, **options))
    assert (pixels.shape, pixels.dtype) == ((20, 40, 4), np.uint8)
    np.testing.assert_allclose(halves_of(pixels), (RED, WHITE), atol=4)


def test_four_inks_of_a_printer() -> None:
    pixels = read_picture(file_of(halves("CMYK"), "JPEG", quality=95))
    np.testing.assert_allclose(halves_of(pixels), (RED, WHITE), atol=6)


def test_a_palette_with_a_transparent_colour() -> None:
    picture = Image.new("P", (40, 20), 1)
    picture.putpalette([200, 30, 10, 255, 255, 255])
    picture.paste(0, (0, 0, 20, 20))
    left, right = halves_of(read_picture(file_of(picture, transparency=1)))
    assert left == list(RED)
    assert right[3] == 0


def test_greys_of_16_bits_become_their_upper_8() -> None:
    greys = np.full((20, 40), 0xFFFF, np.uint16)
    greys[:, :20] = 0x4C99
    pixels = read_picture(file_of(Image.fromarray(greys)))
    assert halves_of(pixels) == ([0x4C, 0x4C, 0x4C, 255], list(WHITE))


def test_of_several_pictures_in_a_jpeg_the_first_is_read() -> None:
    other = halves().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    data = file_of(halves(), "MPO", save_all=True, append_images=[other])
    np.testing.assert_allclose(halves_of(read_picture(data)), (RED, WHITE), atol=20)


def test_of_an_animation_the_first_picture_is_read() -> None:
    frames = [halves(), halves().transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True}), ("GIF", {})):
        data = file_of(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, **options)
        assert halves_of(read_picture(data)) == (list(RED), list(WHITE))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(1201, 40), (60, 3000), (4001, 2003), (1300, 26)])
def test_a_large_picture_is_made_smaller_in_proportion(kind, size) -> None:
    pixels = read_picture(file_of(halves(size=size), kind))
    height, width = pixels.shape[:2]
    assert 600 <= max(height, width) <= 1200
    assert width / height == pytest.approx(size[0] / size[1], rel=0.05)
    np.testing.assert_allclose(halves_of(pixels), (RED, WHITE), atol=10)


def test_making_smaller_averages_areas() -> None:
    stripes = np.full((60, 2400), 255, np.uint8)
    stripes[:, ::2] = 0
    assert np.unique(read_picture(file_of(Image.fromarray(stripes)))[..., :3]).tolist() in ([127], [128])
