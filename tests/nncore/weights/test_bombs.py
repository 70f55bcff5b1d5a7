"""Small files that would cost much: refused for next to nothing, each in a process of its own."""

import io
import re
import struct
import sys
import zipfile
from itertools import product
from pathlib import Path

import pytest

from tests.support.cost import cost_of
from tests.support.weights_files import SHAPES, good_arrays

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")

SETUP = """
import resource, sys, nncore
resource.setrlimit(resource.RLIMIT_DATA, (2**30, 2**30))  # so that a bomb that does go off hurts nobody
resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
"""
REFUSED = """
try: nncore.load_network(sys.argv[1])
except nncore.WeightsError as error: assert not isinstance(error.__cause__, MemoryError); print(error)
else: sys.exit("not refused")
"""


def assert_cheap(content: bytes, folder: Path) -> str:
    path = folder / "bomb"
    path.write_bytes(content)
    cost = cost_of(REFUSED, path, setup=SETUP)
    assert cost.cpu_seconds < 3
    assert cost.megabytes < 60
    return cost.output


TWICE = b")" + b"2\x86" * 26
"""A tuple of two tuples of two tuples …: few bytes, 2^26 steps to print, to hash or to compare."""
DEEP = b")" + b"\x85" * 5_000
"""A tuple in a tuple in a tuple …"""


def array(*, code: bytes = b"S'f4'\n", shape: bytes = b"K\x01\x85", order: bytes = b"S'C'\n") -> bytes:
    """A pickled dictionary with six times the same array, one part of which is something else."""
    dtype = b"cnumpy\ndtype\n(" + code + b"I0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntb"
    one = b"cnumpy.core.numeric\n_frombuffer\n(C\x04abcd" + dtype + shape + order + b"tR"
    return b"\x80\x05}" + b"".join(b"S'%s'\n" % key.encode() + one + b"s" for key in SHAPES) + b"."


def six_and(activation: bytes) -> bytes:
    """Six good arrays, and what the file calls its activation."""
    items = b""
    for key, numbers in good_arrays().items():
        axes = b"(" + b"".join(b"I%d\n" % n for n in numbers.shape) + b"t"
        raw = numbers.tobytes()
        dtype = b"cnumpy\ndtype\n(S'f4'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntb"
        data = b"B" + struct.pack("<I", len(raw)) + raw
        items += b"S'%s'\n" % key.encode() + b"cnumpy.core.numeric\n_frombuffer\n("
        items += data + dtype + axes + b"S'C'\ntRs"
    return b"\x80\x05}" + items + b"S'activation'\n" + activation + b"s."


def copies(times: int) -> bytes:
    """One megabyte of text, and an array from it many times over."""
    text = b"X" + struct.pack("<I", 2**20) + b"a" * 2**20 + b"q\x00"
    return b"\x80\x02" + text + b"0](" + b"c_codecs\nencode\nh\x00U\x06latin1\x86R" * times + b"e."


def calls_with_letters(times: int) -> bytes:
    """A text of ten megabytes, whose letters are the arguments of many calls."""
    text = b"X" + struct.pack("<I", 10 * 2**20) + b"a" * 10 * 2**20 + b"q\x00"
    return b"\x80\x02" + text + b"0](" + b"cnumpy\ndtype\nh\x00R" * times + b"e."


def one_array_by_many_names() -> bytes:
    """An array of a megabyte, written as text, under 512 spellings of one name."""
    dtype = b"cnumpy\ndtype\n(S'u1'\nI0\nI1\ntR(I3\nS'|'\nNNNI-1\nI-1\nI0\ntb"
    text = b"c_codecs\nencode\nX" + struct.pack("<I", 2**20) + b"a" * 2**20 + b"S'latin1'\n\x86R"
    array = b"cnumpy.core.numeric\n_frombuffer\n(" + text + dtype + b"I1048576\n\x85S'C'\ntRq\x000"
    names = ("".join(letters) for letters in product(*zip("activatio", "ACTIVATIO", strict=True)))
    items = b"".join(b"S'%sn'\nh\x00s" % name.encode() for name in names)
    return b"\x80\x05" + array + b"}" + items + b"."


PICKLES = {
    "a frame of 2^60 bytes": b"\x80\x04\x95" + struct.pack("<Q", 2**60) + b"N.",
    "a string of 2^62 bytes": b"\x80\x04\x8d" + struct.pack("<Q", 2**62) + b"a.",
    "bytes of 4 GB": b"\x80\x03B" + struct.pack("<I", 2**32 - 1) + b"a.",
    "a bytearray of 32 GB": b"\x80\x05\x96" + struct.pack("<Q", 2**35) + b"a.",
    "a number of 2 GB": b"\x80\x02\x8b" + struct.pack("<i", 2**31 - 1) + b"a.",
    "a number of ten million digits": b"\x80\x02L" + b"9" * 10_000_000 + b"L\n.",
    "a memo of 2^31 places": b"\x80\x02Nr" + struct.pack("<I", 2**31 - 1) + b".",
    "a key that is hashed for ever": b"}" + TWICE + b"I1\ns.",
    "a dictionary hashed for ever": b"(" + TWICE + b"I1\nd.",
    "a set that is hashed for ever": b"\x80\x04\x8f(" + TWICE + b"\x90.",
    "a frozen set that is hashed for ever": b"\x80\x04(" + TWICE + b"\x91.",
    "a key nested deep": b"}" + DEEP + b"I1\ns.",
    "3 000 copies of a megabyte": copies(3000),
    "100 000 copies of a megabyte": copies(100_000),
    "a thousand calls with ten million letters": calls_with_letters(1000),
    "one array by 512 names": one_array_by_many_names(),
    "five million empty sets": b"\x80\x04" + b"\x8f" * 5_000_000,
    "five million empty lists": b"\x80\x04" + b"]" * 5_000_000,
    "an array of 2^60 items": array(shape=b"I1152921504606846976\n\x85"),
    "an array of 2^70000 items": array(shape=b"\x8b" + struct.pack("<i", 9000) + b"\x7f" * 9000 + b"\x85"),
    "an array of less than nothing": array(shape=b"I-1\n\x85"),
    "an array of nine thousand axes": array(shape=b"(" + b"K\x01" * 1500 + b"t"),
    **{
        f"{part} {what}": array(**{part: value})
        for part in ("code", "shape", "order")
        for what, value in (("printed for ever", TWICE), ("nested deep", DEEP))
        if what == "printed for ever" or part == "code"  # six arrays of the deep kind are too long a program
    },
    "a shape of numbers printed for ever": array(shape=TWICE + b"\x85"),
    "an activation printed for ever": six_and(TWICE),
    "an activation nested deep": six_and(DEEP),
    "an activation that is a list in itself": six_and(b"]q\x00h\x00a"),
    "an activation too long a number to print": six_and(b"\x8b" + struct.pack("<i", 9000) + b"\x7f" * 9000),
    "calls nested deep": b"cnumpy\ndtype\n" * 1500 + b")R" + b"\x85R" * 1499 + b".",
    "dictionaries nested deep": b"}" * 2000 + b"S'a'\nN" + b"s.",
}  # fmt: skip


@pytest.mark.parametrize("name", PICKLES)
def test_a_pickle_that_is_a_bomb(name: str, tmp_path: Path) -> None:
    assert_cheap(PICKLES[name], tmp_path)


def zipped(way: int = zipfile.ZIP_DEFLATED, **members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for key in SHAPES:
            archive.writestr(f"{key}.npy", members.get(key, b""))
    return file.getvalue()


def npy(header: bytes, content: bytes = b"", version: bytes = b"\x01\x00") -> bytes:
    size = struct.pack("<H" if version == b"\x01\x00" else "<I", len(header))
    return b"\x93NUMPY" + version + size + header + content


def of_shape(*shape: int, dtype: str = "|u1") -> bytes:
    return npy(repr({"descr": dtype, "fortran_order": False, "shape": shape}).encode() + b"\n")


def many_files() -> bytes:
    """A zip whose directory lists 200 000 files, all of them the same few bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("W1.npy", b"")
        archive.filelist *= 200_000
    return file.getvalue()


def all_six(content: bytes) -> bytes:
    return zipped(**dict.fromkeys(SHAPES, content))


LARGE = of_shape(784, 5) + bytes(2**28)
FIELDS = repr({"descr": [("a", "f4")] * 60, "fortran_order": False, "shape": (1,)}).encode()
NO_NUMBERS = "W1 is not an array of numbers"
ZIPS = {
    "arrays of 80 MB": (zipped(W1=bytes(80 * 2**20)), "unpacks to more than 20 MB"),
    "arrays of a terabyte": (all_six(of_shape(10**6, 10**6)), "at most 2048"),
    "arrays of 10^1000": (all_six(of_shape(10**900, 3)), NO_NUMBERS),
    "arrays of 300 axes": (all_six(of_shape(*[1] * 300)), "of 300 axes"),
    "a wide layer of zeros": (zipped(
        W1=of_shape(784, 20_000) + bytes(784 * 20_000), b1=of_shape(20_000), W2=of_shape(20_000, 1),
        b2=of_shape(1), W3=of_shape(1, 10), b3=of_shape(10)), "W1 is for 20000 neurons"),
    "more weights than are read": (zipped(
        W1=of_shape(784, 2000), b1=of_shape(2000), W2=of_shape(2000, 1000),
        b2=of_shape(1000), W3=of_shape(1000, 10), b3=of_shape(10)), "3581010 weights: at most 2500000"),
    "packed in a way that unpacks at once": (zipped(zipfile.ZIP_BZIP2, W1=LARGE), "unpacks to more than"),
    "packed so, and lying about its size": (
        zipped(zipfile.ZIP_LZMA, W1=LARGE).replace(struct.pack("<I", len(LARGE)), struct.pack("<I", 5000)),
        "damaged"),
    "a directory of 200 000 files": (many_files(), "more than 1000 others"),
    "brackets for a header": (all_six(npy(b"(" * 900)), NO_NUMBERS),
    "a header of a thousand signs": (all_six(npy(b"{'descr': " + b"-" * 900 + b"1}")), NO_NUMBERS),
    "a header of 60 kB": (all_six(npy(b" " * 60_000)), "damaged"),
    "a header of 4 GB": (all_six(b"\x93NUMPY\x02\x00" + b"\xff" * 4), "damaged"),
    "a type of many fields": (all_six(npy(FIELDS)), NO_NUMBERS),
}  # fmt: skip


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_that_is_a_bomb(name: str, tmp_path: Path) -> None:
    content, sentence = ZIPS[name]
    assert re.search(sentence, assert_cheap(content, tmp_path))
