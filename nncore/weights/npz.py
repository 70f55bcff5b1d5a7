"""Look into a .npz, a zip of arrays, without unpacking more of it than is asked for."""

import io
import re
import zipfile
from typing import IO, Literal

import numpy as np

from nncore.base.limits import UNPACKED_BYTES
from nncore.types import Array
from nncore.weights.layout import NAMES_IN_FILES, Stored, WeightsError

MEMBERS = 1000
"""A directory of more files than that is not even read: 20 MB have room for 400 000."""
LONGEST_HEADER = 1000
_HEADER = re.compile(
    rb"""(?=.*'descr'\s*:\s*'(?P<type>[<>|=]?(?:[fiu][1248]|U\d\d?))')"""
    rb"""(?=.*'fortran_order'\s*:\s*(?P<fortran>True|False))"""
    rb"""(?=.*'shape'\s*:\s*\((?P<shape>(?:\d{1,10}L?\s*(?:,\s*|(?=\))))*)\))"""
)
"""NumPy itself reads it by Python's compiler, which a hostile one can keep busy."""


def look_into_npz(content: bytes) -> dict[str, Stored | None]:
    """Return what a .npz holds under our names, still packed; None for what is no array of numbers.

    Raises
    ------
    WeightsError
        If it says of itself that it unpacks to too much.
    Exception
        Of any kind, from zipfile and NumPy, if it is damaged.
    """
    if content.count(b"PK\x01\x02") > MEMBERS:
        raise WeightsError("The file holds more than {most} others: this is no weights file.", most=MEMBERS)
    archive = zipfile.ZipFile(io.BytesIO(content))
    wanted = {f"{name}.npy": name for name in NAMES_IN_FILES}
    members = [member for member in archive.infolist() if member.filename in wanted]
    if sum(member.file_size for member in members) > UNPACKED_BYTES:
        most = UNPACKED_BYTES >> 20
        raise WeightsError("The file unpacks to more than {most} MB: this is no weights file.", most=most)
    return {wanted[member.filename]: _look_at(archive, member) for member in members}


def _look_at(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Stored | None:
    # Of the others zipfile unpacks all at once, however little is asked for.
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("NumPy packs in no such way.")
    with archive.open(member) as file:
        header = _HEADER.match(_read_header(file))
        start = file.tell()
    if header is None:
        return None
    shape = tuple(int(number.rstrip(b"L")) for number in header["shape"].replace(b",", b" ").split())
    dtype = np.dtype(header["type"].decode())
    order: Literal["F", "C"] = "F" if header["fortran"] == b"True" else "C"

    def read() -> Array:
        with archive.open(member) as file:
            content = file.read(start + stored.nbytes + 1)  # only past the end the sum is checked
        return np.frombuffer(content, dtype, offset=start).reshape(shape, order=order)

    stored = Stored(shape, dtype, read)
    return stored


def _read_header(file: IO[bytes]) -> bytes:
    """Return the text before an array's numbers, and leave the file at the first of them."""
    version = np.lib.format.read_magic(file)
    length = int.from_bytes(file.read(2 if version == (1, 0) else 4), "little")
    if length > LONGEST_HEADER:
        raise ValueError("A header of plain arrays is not so long.")
    return file.read(length)
