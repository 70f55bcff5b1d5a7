"""Small weights files that would cost much if they were read as they say."""

import io
import struct
import zipfile

from tests.support.weights_files import SHAPES

TWICE = b")" + b"2\x86" * 26
"""A tuple of two tuples of two tuples …: few bytes, 2^26 steps to print, to hash or to compare."""
NOTED_TWICE = b")" + b"".join(b"q%ch%c\x86" % (n, n) for n in range(26))
"""The same by the memo."""
LONG_KEYS = b"}\x8b" + struct.pack("<I", 10**7) + b"\x01" * 10**7 + b"q\x00N" + b"sh\x00N" * 2_000 + b"s."
DEEP = b")" + b"\x85" * 5_000
"""A tuple in a tuple in a tuple …"""


def array(*, code: bytes = b"S'f4'\n", shape: bytes = b"K\x01\x85", order: bytes = b"S'C'\n") -> bytes:
    """Return a pickled dictionary with six times the same array, one part of which is something else."""
    dtype = b"cnumpy\ndtype\n(" + code + b"I0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntb"
    one = b"cnumpy.core.numeric\n_frombuffer\n(C\x04abcd" + dtype + shape + order + b"tR"
    return b"\x80\x05}" + b"".join(b"S'%s'\n" % key.encode() + one + b"s" for key in SHAPES) + b"."


def copies(times: int) -> bytes:
    """Return a pickle of one megabyte of text, and an array from it many times over."""
    text = b"X" + struct.pack("<I", 2**20) + b"a" * 2**20 + b"q\x00"
    return b"\x80\x02" + text + b"0](" + b"c_codecs\nencode\nh\x00U\x06latin1\x86R" * times + b"e."


PICKLES = {
    "bytes of 4 GB": b"\x80\x03B" + struct.pack("<I", 2**32 - 1) + b"a.",
    "a frame of 2^60 bytes": b"\x80\x04\x95" + struct.pack("<Q", 2**60) + b"N.",
    "a number of ten million digits": b"\x80\x02L" + b"9" * 10_000_000 + b"L\n.",
    "a memo of 2^31 places": b"\x80\x02Nr" + struct.pack("<I", 2**31 - 1) + b".",
    "a memo of 4 million places": b"\x80\x02Nr" + struct.pack("<I", 4_000_000) + b".",
    "a key that is hashed for ever": b"}" + TWICE + b"I1\ns.",
    "a key hashed for ever, by the memo": b"}" + NOTED_TWICE + b"I1\ns.",
    "a number of 10 MB as a key, again and again": LONG_KEYS,
    "a key nested deep": b"}" + DEEP + b"I1\ns.",
    "100 000 copies of a megabyte": copies(100_000),
    "five million empty lists": b"\x80\x04" + b"]" * 5_000_000,
    "an array of 2^60 items": array(shape=b"I1152921504606846976\n\x85"),
    "a type printed for ever": array(code=TWICE),
    "calls nested deep": b"cnumpy\ndtype\n" * 1500 + b")R" + b"\x85R" * 1499 + b".",
}


def zipped(content: bytes, way: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a .npz whose six members hold the same."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for key in SHAPES:
            archive.writestr(f"{key}.npy", content)
    return file.getvalue()


def npy(header: bytes) -> bytes:
    """Return an array's file up to its header."""
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header


def of_shape(*shape: int) -> bytes:
    """Return the head of an array of bytes."""
    return npy(repr({"descr": "|u1", "fortran_order": False, "shape": shape}).encode() + b"\n")


def many_files() -> bytes:
    """Return a zip whose directory lists 200 000 files, all of them the same few bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("W1.npy", b"")
        archive.filelist *= 200_000
    return file.getvalue()


LARGE = of_shape(784, 5) + bytes(2**26)
ZIPS = {
    "a zip of 400 MB": zipped(LARGE),
    "a zip that unpacks at once": zipped(LARGE, zipfile.ZIP_BZIP2),
    "a zip that lies about its size": zipped(LARGE, zipfile.ZIP_LZMA).replace(
        struct.pack("<I", len(LARGE)), struct.pack("<I", 5000)
    ),
    "arrays of a terabyte": zipped(of_shape(10**6, 10**6)),
    "a zip of 200 000 files": many_files(),
    "brackets for a header": zipped(npy(b"(" * 900)),
    "a header of 4 GB": zipped(b"\x93NUMPY\x02\x00" + b"\xff" * 4),
}
BOMBS = PICKLES | ZIPS
