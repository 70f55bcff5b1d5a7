"""The parts of a picture's file: those that hold its pixels, and the notes that are left out.

Notes (who took it, how to print it, a smaller copy, the pictures after the first) are not needed to
read a digit, and can be made to cost much: packed a thousandfold, or a million of them in one file.
So a file is rid of them before it is opened. Of the notes only one thing is read: how the camera
was held.
"""

import re
from typing import Literal, NamedTuple

from nncore.base.budget import FILE_PARTS, JPEG_SCANS
from nncore.base.refusal import Refused

ORIENTATION = 0x0112
"""The tag by which a camera says how it was held."""
MARK = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""What begins a part of a JPEG; the other codes stand within its pixels."""
NOTES = {*range(0xE1, 0xF0), 0xFE} - {0xEE}
"""The marks of its notes; 0xEE says whether colours are red, green and blue."""
SIZES = {0xC0, 0xC1, 0xC2, 0xC9, 0xCA}
"""What follows is its size, and of how many components a pixel is."""
SHARPENING = {0xC2, 0xCA}
"""The sizes of those that sharpen while they load."""
SCAN, END = 0xDA, b"\xff\xd9"
XMP_ORIENTATION = re.compile(rb"tiff:Orientation(?:=[\"']|>)([1-8])")


class PictureError(Refused):
    """The file is no picture that can be read; the message is one sentence that says what to do."""


class Parts(NamedTuple):
    """A picture's file, taken apart.

    Attributes
    ----------
    data : bytes
        The file without its notes.
    notes : list of bytes
        The contents of the notes.
    is_whole : bool
        Whether it is a JPEG whose numbers are all kept until its end is reached.
    """

    data: bytes
    notes: list[bytes]
    is_whole: bool = False


def parts_of(data: bytes) -> Parts:
    """Take a picture's file apart; of a WebP and of what is no picture nothing is left out.

    Raises
    ------
    PictureError
        If it has too many parts.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith(b"GIF8") and len(data) > 13:
        return _gif(data)
    return Parts(data, [])


def _hold(parts: int, scans: int = 0) -> None:
    if scans > JPEG_SCANS.most:
        raise PictureError("This picture sharpens in too many steps while it loads: save it anew.")
    if parts > FILE_PARTS.most:
        raise PictureError(
            "This picture's file has too many parts: save it anew, or take a screenshot of it."
        )


def _png(data: bytes) -> Parts:
    """A chunk is its length in 4 bytes, its name in 4, its contents and a sum of 4 bytes."""
    kept, place = [data[:8]], 8
    notes: list[bytes] = []
    while name := data[place + 4 : place + 8]:
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        if name in (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"):
            kept.append(data[place:end])
        else:
            notes.append(data[place + 8 : end - 4])
        _hold(len(kept) + len(notes))
        place = end if name != b"IEND" else len(data)
    return Parts(b"".join(kept), notes)


def _jpeg(data: bytes) -> Parts:
    """A part is a mark of 2 bytes, its length in 2, its contents; after the head of a scan its pixels."""
    kept, place = [data[:2]], 2
    notes: list[bytes] = []
    parts, scans, components, is_whole = 0, 0, 0, False
    while (mark := MARK.search(data, place)) and mark[0] != END:
        if scans:
            kept.append(data[place : mark.start()])
        kind, start = mark[0][1], mark.end() + 2
        place = mark.end() + int.from_bytes(data[mark.end() : start], "big")
        if kind in NOTES:
            notes.append(data[start:place])
        else:
            kept.append(data[mark.start() : place])
        if kind in SIZES:
            components, is_whole = sum(data[start + 5 : start + 6]), kind in SHARPENING
        elif kind == SCAN:
            scans += 1
            is_whole |= sum(data[start : start + 1]) < components
        parts += 1
        _hold(parts, scans)
    end = mark.end() if mark else len(data)
    return Parts(b"".join([*kept, data[place:end] if scans else b""]), notes, is_whole)


def _gif(data: bytes) -> Parts:
    """Before the first image: a head, the colours, and notes in blocks of a length and so many bytes."""
    place = 13 + (3 << (data[10] % 8 + 1) if data[10] & 128 else 0)
    kept, parts = [data[:place]], 0
    while data[place : place + 1] == b"!":
        start, place = place, place + 2
        while (length := data[place : place + 1]) not in (b"", b"\0"):
            place += 1 + length[0]
            parts += 1
            _hold(parts)
        place += 1
        parts += 1
        _hold(parts)
        if data[start + 1 : start + 2] == b"\xf9":  # it says which colour is transparent
            kept.append(data[start:place])
    if data[place : place + 1] != b",":
        raise PictureError("This picture is damaged or incomplete: choose another, or save it anew.")
    return Parts(b"".join([*kept, data[place:]]), [])


def orientation_of(notes: list[bytes]) -> int:
    """Return how the camera was held, 1 (upright) to 8, as the first note says that knows."""
    for note in notes:
        exif = note.removeprefix(b"Exif\0\0")
        if exif.startswith((b"II*\0", b"MM\0*")):
            return _in_exif(exif, "little" if exif.startswith(b"II") else "big")
    found = next(filter(None, map(XMP_ORIENTATION.search, notes)), None)
    return int(found[1]) if found else 1


def _in_exif(exif: bytes, order: Literal["little", "big"]) -> int:
    """Look in the first table: entries of 12 bytes, a tag, the type, how many values, the value."""
    table = int.from_bytes(exif[4:8], order)
    count = int.from_bytes(exif[table : table + 2], order)
    for place in range(table + 2, table + 2 + 12 * count, 12):
        if int.from_bytes(exif[place : place + 2], order) == ORIENTATION:
            value = int.from_bytes(exif[place + 8 : place + 10], order)
            return value if value in range(1, 9) else 1
    return 1
