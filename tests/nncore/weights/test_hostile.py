"""Files that are no weights files, or pickles that would do something: refused, unexecuted."""

import io
import os
import pickle
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nncore import WeightsError, load_network
from nncore.base.budget import WEIGHTS_BYTES
from tests.support.weights_files import assert_same, changed, good_arrays, load, npz, refused

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
    assert "W1 b1 … Wn bn" in refused(content)  # it says what is expected


def test_a_path_that_cannot_be_read(tmp_path) -> None:
    for path, reason in [
        (tmp_path, "Is a directory"),
        (tmp_path / "no_such.npz", "No such file"),
        ("nul\0.npz", "null"),
    ]:
        with pytest.raises(WeightsError, match=f"cannot be read: .*{reason}"):
            load_network(path)


def test_a_file_too_large(tmp_path) -> None:
    path = tmp_path / "large.npz"
    with path.open("wb") as file:
        file.truncate(WEIGHTS_BYTES.most + 1)
    with pytest.raises(WeightsError, match="larger than 20 MB"):
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
    "a call in one": b"(S'touch MARK'\niposix\nsystem\n.",
    "text for arguments": RECONSTRUCT + b"S'abc'\nR.",
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
    assert "W1 b1 … Wn bn" in refused(HARMLESS_IN_THE_END[name])


def test_a_file_leaves_nothing_behind_for_the_next() -> None:
    for content in HARMLESS_IN_THE_END.values():
        refused(content)
    for protocol in (0, 2, 5):
        assert_same(load(pickle.dumps(good_arrays(), protocol)), good_arrays())
