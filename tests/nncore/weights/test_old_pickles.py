"""Pickles of older NumPys and of Python 2 are read as those of today."""

import pickle
import struct

import numpy as np
import pytest

from tests.support.weights_files import assert_same, good_arrays, load


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_of_older_numpys(protocol: int) -> None:
    """NumPy 1 called the module numpy.core, without the underscore."""
    arrays = good_arrays()
    content = pickle.dumps(arrays, min(protocol, 3))  # these write names with newlines around, not lengths
    assert b"numpy._core.multiarray\n" in content
    assert_same(load(content.replace(b"numpy._core.multiarray\n", b"numpy.core.multiarray\n")), arrays)


def python2_array(array: np.ndarray) -> bytes:
    """An array as Python 2 pickled it in protocol 0: its bytes are a str in ASCII escapes."""
    shape = b"".join(b"I%d\n" % n for n in array.shape)
    data = b"".join(b"\\x%02x" % byte for byte in array.astype("<f4").tobytes())
    return (
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
        b"(I1\n(" + shape + b"tcnumpy\ndtype\n(S'f4'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntb"
        b"I00\nS'" + data + b"'\ntb"
    )


def test_a_pickle_of_python_2_written_by_hand() -> None:
    arrays = good_arrays()
    items = b"".join(b"S'%s'\n" % key.encode() + python2_array(value) + b"s" for key, value in arrays.items())
    assert_same(load(b"(d" + items + b"."), arrays)
    assert_same(load(b"(" + items.replace(b"bsS'", b"bS'")[:-1] + b"d."), arrays)  # all at once


def test_a_pickle_of_python_2_in_binary() -> None:
    """Protocol 2, where the bytes of an array are a str of bytes above 127 (BINSTRING)."""
    arrays = good_arrays()
    items = b""
    for key, array in arrays.items():
        raw = array.tobytes()
        shape = b"(" + b"".join(b"M" + struct.pack("<H", n) for n in array.shape) + b"t"
        items += (
            b"U\x02"
            + key.encode()
            + b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK\x00\x85U\x01btR"
        )
        items += (
            b"(K\x01"
            + shape
            + b"cnumpy\ndtype\nU\x02f4K\x00K\x01\x87R(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        )
        items += b"\x89T" + struct.pack("<i", len(raw)) + raw + b"tbs"
    assert_same(load(b"\x80\x02}" + items + b"."), arrays)
