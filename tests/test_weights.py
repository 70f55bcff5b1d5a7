"""Weights files: the two formats that are read, and everything that is refused, unexecuted."""

import io
import os
import pickle
import re
import resource
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nncore import (
    Layer,
    Network,
    WeightsError,
    init_network,
    load_network,
    network_from_arrays,
    predict,
    save_network,
    unpickle,
)

SHAPES = {"W1": (784, 5), "b1": (5,), "W2": (5, 7), "b2": (7,), "W3": (7, 10), "b3": (10,)}


def good_arrays(dtype: Any = np.float32) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(0)
    return {key: rng.normal(size=shape).astype(dtype) for key, shape in SHAPES.items()}


def npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def load(content: bytes) -> Network:
    return load_network(io.BytesIO(content))


def refused(content: bytes) -> str:
    """The message with which a file is refused: always one sentence, always ours."""
    with pytest.raises(WeightsError) as caught:
        load(content)
    return one_sentence(caught.value)


def one_sentence(error: WeightsError) -> str:
    message = str(error)
    assert isinstance(error, ValueError)
    assert message.isprintable()  # one line, too
    assert 20 < len(message) < 250
    assert message.endswith(".")
    assert not re.search(r"[.!?]\s+[A-Z]", message), "more than one sentence"
    return message


def assert_same(network: Network, arrays: dict[str, np.ndarray]) -> None:
    for key, array in arrays.items():
        np.testing.assert_array_equal(network[key], array.astype(np.float32))
        assert network[key].dtype == np.float32
        assert not network[key].flags.writeable
    assert [layer.h for layer in network.layers][-1] == "softmax"


# What is read


def test_our_weights_have_the_shapes_of_the_book() -> None:
    network = load_network()
    shapes = [(784, 50), (50,), (50, 100), (100,), (100, 10), (10,)]
    assert [array.shape for array in network.values()] == shapes
    assert network.sizes == (784, 50, 100, 10)
    assert repr(network) == "Network(784-50-100-10: sigmoid, sigmoid, softmax)"


@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64, np.int8, np.uint16, ">f4"])
def test_npz(dtype) -> None:
    arrays = (
        good_arrays(dtype)
        if np.dtype(dtype).kind == "f"
        else {k: np.ones(s, dtype) for k, s in SHAPES.items()}
    )
    assert_same(load(npz(**arrays)), arrays)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("dtype", [np.float32, np.float64, ">f4", ">f8", np.int64, np.uint8])
def test_pickle(protocol: int, dtype) -> None:
    arrays = (
        {key: (100 * array).astype(dtype) for key, array in good_arrays(np.float64).items()}
        if np.dtype(dtype).kind != "u"
        else {
            key: np.arange(np.prod(s), dtype=np.uint16).reshape(s).astype(dtype) for key, s in SHAPES.items()
        }
    )
    assert_same(load(pickle.dumps(arrays, protocol)), arrays)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_arrays_in_any_memory_order(protocol: int) -> None:
    arrays = good_arrays()
    arrays["W1"] = np.asfortranarray(arrays["W1"])
    arrays["W2"] = np.repeat(arrays["W2"], 2, axis=1)[:, ::2]  # not contiguous
    arrays["W3"].setflags(write=False)
    assert_same(load(pickle.dumps(arrays, protocol)), arrays)


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


def test_capital_b_is_taken_for_b() -> None:
    arrays = good_arrays()
    capital = {key.upper(): value for key, value in arrays.items()}
    for content in (pickle.dumps(capital), npz(**capital)):
        assert_same(load(content), arrays)
    assert_same(network_from_arrays(capital), arrays)


def test_other_entries_are_ignored() -> None:
    arrays = good_arrays()
    extra = {"loss": np.arange(3), "note": "trained on Monday", "losses": [0.5, 0.25]}
    assert_same(load(pickle.dumps(extra | arrays)), arrays)
    assert_same(load(npz(loss=np.arange(3), **arrays)), arrays)


def test_paths_and_open_files(tmp_path) -> None:
    path = tmp_path / "mine.npz"
    path.write_bytes(npz(**good_arrays()))
    assert_same(load_network(path), good_arrays())
    assert_same(load_network(str(path)), good_arrays())
    with path.open("rb") as file:
        assert_same(load_network(file), good_arrays())


@pytest.mark.parametrize("hidden", ["sigmoid", "relu", "tanh", "step_function", "identity_function"])
def test_round_trip(hidden: str, tmp_path) -> None:
    a = good_arrays()
    network = Network(
        [Layer(a["W1"], a["b1"], hidden), Layer(a["W2"], a["b2"], hidden), Layer(a["W3"], a["b3"], "softmax")]
    )
    x = np.random.default_rng(1).random((20, 784))
    memory = io.BytesIO()
    for place in (memory, tmp_path / "net.npz", str(tmp_path / "other.npz")):
        save_network(network, place)
        memory.seek(0)
        again = load_network(place)
        assert repr(again) == repr(network)
        assert_same(again, a)
        np.testing.assert_array_equal(predict(again, x), predict(network, x))


def test_what_would_not_come_back_the_same_is_not_saved(tmp_path) -> None:
    a = good_arrays()
    mixed = Network(
        [Layer(a["W1"], a["b1"], "relu"), Layer(a["W2"], a["b2"]), Layer(a["W3"], a["b3"], "softmax")]
    )
    for network in (init_network(), mixed, Network([mixed.layers[0]])):
        with pytest.raises(ValueError, match="can be saved"):
            save_network(network, tmp_path / "net.npz")
    assert not list(tmp_path.iterdir())


# What is wrong with the arrays: both formats give the same sentence


def changed(**changes: Any) -> dict[str, Any]:
    return {key: value for key, value in (good_arrays() | changes).items() if value is not None}


WRONG = {
    "one missing": (changed(b2=None), "b2 missing: the file should be"),
    "several missing": (changed(W1=None, b3=None), "W1, b3 missing"),
    "nothing": ({}, "W1, b1, W2, b2, W3, b3 missing"),
    "nan": (changed(W2=np.full((5, 7), np.nan)), "W2 holds a number that is not finite"),
    "inf": (changed(b1=np.array([1, 2, np.inf, 4, 5])), "b1 holds a number that is not finite"),
    "huge": (changed(W1=np.full((784, 5), 2e9)), "W1 holds a number beyond ±10⁹"),
    "beyond float32": (changed(b1=np.full(5, 1e300)), "b1 holds a number that is not finite"),
    "layers apart": (changed(W2=np.ones((6, 7))), "5 neurons cannot feed one of 6 inputs"),
    "bias too long": (changed(b1=np.ones(6)), "needs one bias per column"),
    "bias of two axes": (changed(b1=np.ones((1, 5))), "b1 has the shape (1, 5)"),
    "weights of one axis": (changed(W3=np.ones(70)), "W3 has the shape (70,)"),
    "scalar": (changed(W1=np.array(1.0)), "W1 has the shape ()"),
    "empty": (changed(W2=np.ones((5, 0)), b2=np.ones(0), W3=np.ones((0, 10))), "W2 has the shape (5, 0)"),
    "not 784 in": (changed(W1=np.ones((783, 5))), "784 inputs and 10 outputs, but this one is 783-5-7-10"),
    "not 10 out": (changed(W3=np.ones((7, 9)), b3=np.ones(9)), "but this one is 784-5-7-9"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arrays(name: str) -> None:
    arrays, message = WRONG[name]
    with pytest.raises(WeightsError) as caught:
        network_from_arrays(arrays)
    assert message in one_sentence(caught.value)
    assert message in refused(npz(**arrays))
    if name != "empty":  # an empty array's bytes are written by calling bytes(), which is not allowed
        for protocol in (0, 2, 5):
            assert message in refused(pickle.dumps(arrays, protocol))


@pytest.mark.parametrize("kind", [np.complex64, bool, "U3", "M8[s]", [("a", "f4")]])
def test_arrays_of_other_things(kind) -> None:
    arrays = changed(b1=np.zeros(5, kind))
    assert "b1 is not an array of numbers" in refused(npz(**arrays))
    assert "only numbers are read" in refused(pickle.dumps(arrays))


def test_values_that_are_no_arrays() -> None:
    for value in ([0.0] * 5, "12345", 5, b"12345", {"a": 1}):
        assert "b1 is not an array of numbers" in refused(pickle.dumps(changed(b1=value)))


def test_object_arrays() -> None:
    arrays = changed(b1=np.array([1, 2, 3, 4, {}], dtype=object))
    assert "holds no plain arrays" in refused(npz(**arrays))
    for protocol in (0, 2, 4, 5):
        assert "only numbers are read" in refused(pickle.dumps(arrays, protocol))


@pytest.mark.parametrize("hidden", ["softmax", "gelu", "", "x" * 10_000, "a\nb"])
def test_an_unknown_hidden_activation(hidden: str) -> None:
    arrays = changed(activation=np.array(hidden))
    assert "The hidden activation" in refused(npz(**arrays))
    assert "The hidden activation" in refused(pickle.dumps(changed(activation=hidden)))


# What is no weights file at all


def no_weights_files() -> dict[str, bytes]:
    archive = npz(**good_arrays())
    bare = io.BytesIO()
    np.save(bare, np.ones(3))
    empty_zip, other_zip = io.BytesIO(), io.BytesIO()
    zipfile.ZipFile(empty_zip, "w").close()
    with zipfile.ZipFile(other_zip, "w") as file:
        file.writestr("W1.npy", b"no array")
        file.writestr("b1.txt", b"no array")
    overwritten = bytearray(archive)
    overwritten[200:400] = bytes(200)
    encrypted = bytearray(archive)
    encrypted[6] |= 1  # the flag in the first file's header, and in the directory
    encrypted[archive.rindex(b"PK\x01\x02") + 8] |= 1
    return {
        "empty": b"",
        "one byte": b"\x80",
        "a PK and no more": b"PK",
        "4 MB of text": b"the quick brown fox jumps over the lazy dog. " * 93_207,
        "4 MB of brackets": b"(" * 4_194_304,
        "4 MB of dictionaries": b"}" * 4_194_304,
        "a PNG": b"\x89PNG\r\n\x1a\n" + bytes(1000),
        "JSON": b'{"W1": [[1.0]]}',
        "a bare .npy": bare.getvalue(),
        "an empty zip": empty_zip.getvalue(),
        "a zip of other things": other_zip.getvalue(),
        "an encrypted zip": bytes(encrypted),
        "an overwritten zip": bytes(overwritten),
        **{f"a zip cut at {n}": archive[: len(archive) * n // 10] for n in range(1, 10)},
        "a pickled list": pickle.dumps([1, 2, 3]),
        "a pickled number": pickle.dumps(1),
        "a pickled array": pickle.dumps(np.ones(3)),
        "a pickle without names": pickle.dumps({1: np.ones(3)}),
        **{f"a pickle cut at {n}": pickle.dumps(good_arrays())[: 4000 * n] for n in range(1, 4)},
    }


@pytest.mark.parametrize("name", no_weights_files())
def test_no_weights_file(name: str) -> None:
    content = no_weights_files()[name]
    start = time.perf_counter()
    message = refused(content)
    assert time.perf_counter() - start < 5
    assert "W1 b1 W2 b2 W3 b3" in message  # it says what is expected


def test_a_path_that_cannot_be_read(tmp_path) -> None:
    for path, reason in [
        (tmp_path, "Is a directory"),
        (tmp_path / "no_such.npz", "No such file"),
        ("nul\0.npz", "null"),
    ]:
        with pytest.raises(WeightsError, match=f"cannot be read: .*{reason}"):
            load_network(path)


def test_a_zip_bomb() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(8):
            archive.writestr(f"W{n}.npy", bytes(10 * 2**20))
    assert len(bomb.getvalue()) < 2**17
    assert "unpacks to more than 64 MB" in refused(bomb.getvalue())


def test_an_array_that_claims_to_be_huge() -> None:
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        header, {"descr": "<f4", "fortran_order": False, "shape": (10**6, 10**6)}
    )
    claim = io.BytesIO()
    with zipfile.ZipFile(claim, "w") as archive:
        for key in SHAPES:
            archive.writestr(f"{key}.npy", header.getvalue())
    assert "damaged" in refused(claim.getvalue())


def test_a_file_too_large(tmp_path) -> None:
    path = tmp_path / "large.npz"
    with path.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    with pytest.raises(WeightsError, match="larger than 64 MB"):
        load_network(path)


# Pickles that would do something


class Calls:
    """Pickles as a call of a function with arguments."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


def hostile_calls(mark: Path) -> dict[str, Any]:
    """Each would leave a file behind at `mark` when it is run."""
    write = f"open({str(mark)!r}, 'w').close()"
    return {
        "os.system": Calls(os.system, f"touch {mark}"),
        "eval": Calls(eval, write),
        "exec": Calls(exec, write),
        "open": Calls(open, str(mark), "w"),
        "subprocess": Calls(subprocess.call, ["touch", str(mark)]),
        "numpy.save": Calls(np.save, str(mark), np.ones(3)),
        "numpy.fromregex": Calls(np.savetxt, str(mark), np.ones(3)),
        "numpy.memmap": Calls(np.memmap, str(mark), "u1", "w+", 0, (3,)),
        "nested in a numpy call": Calls(np.sum, [Calls(eval, write)]),
        "Path.touch": Calls(Path.touch, mark),
    }


NAMES = sorted(hostile_calls(Path("unused")))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("name", NAMES)
def test_a_call_is_refused_and_not_made(name: str, protocol: int, tmp_path) -> None:
    mark = tmp_path / "ran.npy"
    call = hostile_calls(mark)[name]
    for content in (call, {"W1": call}, changed(W1=call), changed(b3=[({"x": call},)])):
        assert "only NumPy arrays are read, nothing ran" in refused(pickle.dumps(content, protocol))
        assert not mark.exists()


def test_the_hostile_pickles_do_run_where_they_are_not_refused(tmp_path) -> None:
    """Or the test above would pass on pickles that are harmless anyway."""
    for n, name in enumerate(NAMES):
        mark = tmp_path / f"{n}.npy"
        try:
            result = pickle.loads(pickle.dumps(hostile_calls(mark)[name]))
        except TypeError:  # np.sum of what eval returned
            result = None
        if hasattr(result, "close"):
            result.close()
        assert mark.exists(), name


PROTO4_OS = b"\x8c\x05posix\x8c\x06system\x93"
BY_HAND = {
    "INST": b"(S'touch MARK'\niposix\nsystem\n.",
    "OBJ": b"(cposix\nsystem\nS'touch MARK'\no.",
    "GLOBAL and REDUCE": b"cposix\nsystem\n(S'touch MARK'\ntR.",
    "STACK_GLOBAL": b"\x80\x04" + PROTO4_OS + b"\x8c\nMARK-touch\x85R.",
    "NEWOBJ": b"\x80\x02cposix\nsystem\nU\x0atouch MARK\x85\x81.",
    "builtins": b"c__builtin__\neval\n(S'1'\ntR.",
    "a dotted name": b"\x80\x04\x8c\x05numpy\x8c\x0ddtype.__new__\x93.",
    "numpy.load": b"cnumpy\nload\n(S'MARK'\ntR.",
    "numpy.loadtxt": b"cnumpy\nloadtxt\n(S'MARK'\ntR.",
    "numpy.core's scalar": b"cnumpy.core.multiarray\nscalar\n.",
    "numpy's exec": b"cnumpy.testing._private.utils\nrunstring\n(S'1'\n}tR.",
    "numpy.f2py": b"cnumpy.f2py.diagnose\nrun_command\n(S'touch MARK'\ntR.",
    "our own module": b"cnncore.weights\nload_network\n(S'MARK'\ntR.",
    "a name with a newline": b"\x80\x04\x8c\x03a\nb\x8c\x03c\nd\x93.",
    "a very long name": b"c" + b"m" * 100_000 + b"\nf\n.",
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_global_is_refused_however_it_is_asked_for(name: str) -> None:
    assert "only NumPy arrays are read, nothing ran" in refused(BY_HAND[name])


RECONSTRUCT = b"cnumpy.core.multiarray\n_reconstruct\n"
HARMLESS_IN_THE_END = {
    "an extension code": b"\x80\x02\x82\x01.",
    "a persistent id": b"Pmine\n.",
    "a binary persistent id": b"K\x01Q.",
    "an out-of-band buffer": b"\x80\x05\x97.",
    "calling a result": RECONSTRUCT + b")R)R.",
    "a value set on a class": RECONSTRUCT + b"N}S'evil'\nI1\ns\x86b.",
    "a method replaced on a class": b"cnumpy\ndtype\nN}S'__init__'\nNs\x86b.",
    "an array of nothing": b"}S'W1'\n" + RECONSTRUCT + b")Rs.",
    "a dtype that is a dictionary": b"}S'W1'\ncnumpy.core.numeric\n_frombuffer\n(C\x01a}}S'C'\ntRs.",
    "an endless list": b"\x80\x02]q\x00h\x00a.",
    "deep nesting": b"(" * 5_000 + b"t" * 4_000 + b".",
    "an unknown instruction": b"\xff.",
    "stack underflow": b"sssss.",
    "a memo that is not there": b"h\x07.",
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS_IN_THE_END)
def test_abuse_of_the_stack_machine(name: str) -> None:
    assert "W1 b1 W2 b2 W3 b3" in refused(HARMLESS_IN_THE_END[name])


def test_a_file_leaves_nothing_behind_for_the_next() -> None:
    stand_ins = list(unpickle._ALLOWED.values())
    before = [dict(vars(stand_in)) for stand_in in stand_ins]
    for content in HARMLESS_IN_THE_END.values():
        refused(content)
    assert [dict(vars(stand_in)) for stand_in in stand_ins] == before
    for protocol in (0, 2, 5):
        assert_same(load(pickle.dumps(good_arrays(), protocol)), good_arrays())


def nested_key() -> bytes:
    """A tuple of two tuples of two tuples …: few bytes, and 2^60 steps to hash."""
    return b"}" + b")" + b"2\x86" * 60 + b"I1\ns."


def copies(times: int) -> bytes:
    """One megabyte of text, and an array from it many times over."""
    text = b"X" + struct.pack("<I", 2**20) + b"a" * 2**20 + b"q\x00"
    return b"\x80\x02" + text + b"0](" + b"c_codecs\nencode\nh\x00U\x06latin1\x86R" * times + b"e."


BOMBS = {
    "a frame of 2^60 bytes": b"\x80\x04\x95" + struct.pack("<Q", 2**60) + b"N.",
    "a string of 2^62 bytes": b"\x80\x04\x8d" + struct.pack("<Q", 2**62) + b"a.",
    "bytes of 4 GB": b"\x80\x03B" + struct.pack("<I", 2**32 - 1) + b"a.",
    "a bytearray of 32 GB": b"\x80\x05\x96" + struct.pack("<Q", 2**35) + b"a.",
    "a memo of 2^31 places": b"\x80\x02Nr" + struct.pack("<I", 2**31 - 1) + b".",
    "a key that is hashed for ever": nested_key(),
    "a set that is hashed for ever": b"\x80\x04\x8f(" + b")" + b"2\x86" * 60 + b"\x90.",
    "a frozen set that is hashed for ever": b"\x80\x04()" + b"2\x86" * 60 + b"\x91.",
    "a dictionary hashed for ever": b"()" + b"2\x86" * 60 + b"I1\nd.",
    "3 000 copies of a megabyte": copies(3000),
    "100 000 copies of a megabyte": copies(100_000),
    "five million empty sets": b"\x80\x04" + b"\x8f" * 5_000_000,
    "an array of 2^60 items": b"}S'W1'\ncnumpy.core.numeric\n_frombuffer\n(C\x04abcd"
    b"cnumpy\ndtype\n(S'f4'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntbI1152921504606846976\n\x85S'C'\ntRs.",
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_cost_neither_time_nor_memory(name: str, tmp_path) -> None:
    path = tmp_path / "bomb.pkl"
    path.write_bytes(BOMBS[name])
    code = (
        "import io, sys, tracemalloc, pathlib, nncore\n"
        "file = io.BytesIO(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "tracemalloc.start()\n"
        "try: nncore.load_network(file)\n"
        "except nncore.WeightsError as error: assert not isinstance(error.__cause__, MemoryError)\n"
        "else: sys.exit('not refused')\n"
        "print(tracemalloc.get_traced_memory()[1])"
    )
    limit = 600 * 2**20  # so that a bomb that does go off hurts nobody
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        timeout=20,
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 60 * 2**20
