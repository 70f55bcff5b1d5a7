"""Files that cannot be read as pictures: each is refused in one sentence."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncore import PictureError, read_picture
from nncore.base.limits import HEAD_READS, JPEG_NUMBERS, JPEG_SCANS, PICTURE_BYTES, PICTURE_READS
from tests.support.picture_files import KINDS, file_of, halves
from tests.support.worst_files import chunk, many_scans, noted_gif, noted_jpeg, packed, png


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
        (bytes(PICTURE_BYTES + 1), "20 MB"),
        (png(40, 40, notes=chunk(b"teSt", b"") * HEAD_READS), "too many parts"),
        (png(40, 40, notes=chunk(b"IDAT", b"") * PICTURE_READS), "too many parts"),
        (png(40, 40, notes=packed(b"iCCP", 100_000_000)), "no picture"),
        (png(40, 40, notes=packed(b"zTXt", 1_000_000) * 100), "no picture"),
        (noted_jpeg(b"", HEAD_READS), "too many parts"),
        (noted_gif(b"!\xfe\0", HEAD_READS), "too many parts"),
        (noted_gif(b"!\xfe" + b"\1a" * HEAD_READS + b"\0", 1), "too many parts"),
        (many_scans("RGB", 400, JPEG_SCANS + 1), "too many steps"),
        (many_scans("L", JPEG_NUMBERS * 1.01, 12), "million pixels"),
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
