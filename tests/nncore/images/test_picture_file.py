"""Files that somebody chose: every kind read as it looks, everything else refused in one sentence."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from nncore import PictureError, read_picture
from nncore.base.budget import FILE_PARTS, JPEG_NUMBERS, JPEG_SCANS, PICTURE_BYTES
from nncore.images.file_parts import parts_of
from tests.support.worst_files import chunk, many_scans, noted_gif, noted_jpeg, png

KINDS = ("PNG", "JPEG", "WEBP", "GIF")
RED, WHITE = (200, 30, 10, 255), (255, 255, 255, 255)


def file_of(picture: Image.Image, kind: str = "PNG", **options) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def halves(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """A picture, its left half red and its right half white."""
    picture = Image.new("RGBA", size, WHITE)
    picture.paste(RED, (0, 0, size[0] // 2, size[1]))
    return picture.convert(mode)


def halves_of(pixels: np.ndarray) -> tuple[list[int], list[int]]:
    """The colours in the middle of the left and the right half."""
    height, width = pixels.shape[:2]
    return pixels[height // 2, width // 4].tolist(), pixels[height // 2, width * 3 // 4].tolist()


@pytest.mark.parametrize(
    ("kind", "options"),
    [("PNG", {}), ("WEBP", {"lossless": True}), ("JPEG", {"quality": 95, "subsampling": 0}), ("GIF", {})],
)
def test_every_format_is_read_as_it_looks(kind, options) -> None:
    pixels = read_picture(file_of(halves(), kind, **options))
    assert (pixels.shape, pixels.dtype) == ((20, 40, 4), np.uint8)
    np.testing.assert_allclose(halves_of(pixels), (RED, WHITE), atol=4)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_and_palettes(mode) -> None:
    assert halves_of(read_picture(file_of(halves(mode)))) == (list(RED), list(WHITE))


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


def test_black_and_white_of_one_bit() -> None:
    picture = Image.new("1", (40, 20), 1)
    picture.paste(0, (0, 0, 20, 20))
    assert halves_of(read_picture(file_of(picture))) == ([0, 0, 0, 255], list(WHITE))


def test_greys_of_16_bits_become_their_upper_8() -> None:
    greys = np.full((20, 40), 0xFFFF, np.uint16)
    greys[:, :20] = 0x4C99
    pixels = read_picture(file_of(Image.fromarray(greys)))
    assert halves_of(pixels) == ([0x4C, 0x4C, 0x4C, 255], list(WHITE))


def test_grey_with_opacity() -> None:
    picture = Image.new("LA", (40, 20), (90, 255))
    picture.paste((255, 0), (20, 0, 40, 20))
    left, right = halves_of(read_picture(file_of(picture)))
    assert left == [90, 90, 90, 255]
    assert right[3] == 0


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


@pytest.mark.parametrize("exif", [b"Exif\0\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff"])
def test_a_damaged_note_leaves_the_picture_as_it_is(exif) -> None:
    for kind in ("PNG", "JPEG", "WEBP"):
        np.testing.assert_allclose(
            halves_of(read_picture(file_of(halves(), kind, exif=exif))), (RED, WHITE), atol=20
        )


def test_of_several_pictures_in_a_jpeg_the_first_is_read() -> None:
    other = halves().transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    data = file_of(halves(), "MPO", save_all=True, append_images=[other])
    np.testing.assert_allclose(halves_of(read_picture(data)), (RED, WHITE), atol=20)


def test_of_an_animation_the_first_picture_is_read() -> None:
    frames = [halves(), halves().transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    for kind, options in (("PNG", {}), ("WEBP", {"lossless": True}), ("GIF", {})):
        data = file_of(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, **options)
        assert halves_of(read_picture(data)) == (list(RED), list(WHITE))


def test_one_pixel() -> None:
    assert read_picture(file_of(Image.new("RGB", (1, 1), RED[:3]))).tolist() == [[list(RED)]]


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


def test_what_cannot_be_seen_lends_no_colour_when_averaged() -> None:
    pixels = np.zeros((60, 2400, 4), np.uint8)
    pixels[:, ::2] = RED
    seen = read_picture(file_of(Image.fromarray(pixels)))
    np.testing.assert_allclose(seen[..., :3] - np.array(RED[:3]), 0, atol=2)
    assert set(seen[..., 3].ravel().tolist()) <= {127, 128}


# What is refused


def refusal(data: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        read_picture(data)
    assert caught.value.__cause__ is None
    return str(caught.value)


def claiming(width: int, height: int) -> bytes:
    """A PNG of 60 bytes that claims to be huge."""
    head = b"IHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 6, 0, 0, 0])
    chunks = [head, b"IDAT" + zlib.compress(b""), b"IEND"]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(chunk) - 4).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big") for chunk in chunks
    )


def is_one_sentence(text: str) -> bool:
    return text.endswith(".") and text.count(".") == 1 and "\n" not in text and len(text) < 120


@pytest.mark.parametrize(
    ("data", "about"),
    [
        (b"", "empty"),
        (b"no picture", "no picture"),
        (b"\x89PNG\r\n\x1a\n", "no picture"),
        (b"%PDF-1.7 ...", "PNG, JPEG, WebP or GIF"),
        (file_of(halves(), "PNG")[:60], "damaged"),
        (file_of(halves(size=(300, 300)), "JPEG")[:-900], "damaged"),
        (file_of(halves(size=(300, 300)), "WEBP")[:-50], "choose"),
        (file_of(halves(size=(300, 300)), "GIF")[:-50], "damaged"),
        (claiming(20_000, 20_000), "million pixels"),
        (claiming(9_000, 9_999), "million pixels"),
        (claiming(8_000, 7_000), "million pixels"),
        (claiming(100, 100), "damaged"),
        (claiming(1, 49_000_000), "strip"),
        (claiming(60_000, 700), "strip"),
        *((file_of(halves(size=size), kind), "strip") for kind in KINDS for size in ((5000, 3), (3, 5000))),
        (bytes(PICTURE_BYTES.most + 1), "20 MB"),
        (png(40, 40, notes=chunk(b"teSt", b"") * FILE_PARTS.most), "too many parts"),
        (png(40, 40, notes=chunk(b"IDAT", b"") * FILE_PARTS.most), "too many parts"),
        (noted_jpeg(b"", FILE_PARTS.most), "too many parts"),
        (noted_gif(b"!\xfe\0", FILE_PARTS.most + 1), "too many parts"),
        (noted_gif(b"!\xfe" + b"\1a" * FILE_PARTS.most + b"\0", 1), "too many parts"),
        (noted_gif(b"x", 1), "damaged"),
        (many_scans("RGB", 400, JPEG_SCANS.most + 1), "too many steps"),
        (many_scans("L", JPEG_NUMBERS.most * 1.01, 12), "million pixels"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data, about) -> None:
    message = refusal(data)
    assert about in message
    assert is_one_sentence(message)


@given(
    kind=st.sampled_from(KINDS),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12),
)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(kind, changes) -> None:
    data = bytearray(file_of(halves(size=(64, 64)), kind))
    for place, value in changes:
        data[place % len(data)] = value
    try:
        pixels = read_picture(bytes(data))
    except PictureError as error:
        message = str(error)
    else:
        assert pixels.shape[2] == 4
        return
    assert is_one_sentence(message)


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
