"""Files that are no weights files, or pickles that would do something: refused in a sentence, unexecuted."""

import io
import os
import pickle
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore import Network, WeightsError, load_network
from nncore.base.assets import ASSETS
from tests.support.weights_files import assert_same, changed, good_arrays, load, npz, one_sentence, refused


def no_weights_files() -> dict[str, bytes]:
    archive, other_zip = npz(**good_arrays()), io.BytesIO()
    with zipfile.ZipFile(other_zip, "w") as file:
        file.writestr("W1.npy", b"no array")
    overwritten, encrypted = bytearray(archive), bytearray(archive)
    overwritten[200:400] = bytes(200)
    encrypted[6] |= 1  # the flag in the first file's header, and in the directory
    encrypted[archive.rindex(b"PK\x01\x02") + 8] |= 1
    return {
        "empty": b"",
        "text": b"the quick brown fox jumps over the lazy dog. " * 100,
        "a PNG": b"\x89PNG\r\n\x1a\n" + bytes(1000),
        "JSON": b'{"W1": [[1.0]]}',
        "a zip of other things": other_zip.getvalue(),
        "an encrypted zip": bytes(encrypted),
        "an overwritten zip": bytes(overwritten),
        "a zip cut short": archive[: len(archive) // 2],
        "a pickled list": pickle.dumps([1, 2, 3]),
        "a pickle without names": pickle.dumps({1: np.ones(3)}),
        "a pickle cut short": pickle.dumps(good_arrays())[:4000],
    }


NO_WEIGHTS_FILES = no_weights_files()


@pytest.mark.parametrize("name", NO_WEIGHTS_FILES)
def test_what_is_no_weights_file_is_told_what_is_expected(name: str) -> None:
    assert "W1 b1 … Wn bn" in refused(NO_WEIGHTS_FILES[name])


def test_a_path_that_cannot_be_read(tmp_path) -> None:
    for path, reason in ((tmp_path, "directory"), (tmp_path / "no.npz", "No such"), ("nul\0.npz", "null")):
        with pytest.raises(WeightsError, match=f"cannot be read: .*{reason}"):
            load_network(path)


class Calls:
    """Pickles as a call of a function with arguments."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


def hostile_calls(mark: Path) -> dict[str, Any]:
    """Each leaves a file behind at `mark` when it is run."""
    write = f"open({str(mark)!r}, 'w').close()"
    return {
        "os.system": Calls(os.system, f"touch {mark}"),
        "exec": Calls(exec, write),
        "numpy.save": Calls(np.save, str(mark), np.ones(3)),
        "numpy.memmap": Calls(np.memmap, str(mark), "u1", "w+", 0, (3,)),
        "nested in a numpy call": Calls(np.array, [Calls(eval, write)]),
        "a method": Calls(Path.touch, mark),
    }


@pytest.mark.parametrize("name", hostile_calls(Path("unused")))
def test_a_call_is_refused_and_not_made(name: str, tmp_path) -> None:
    mark = tmp_path / "ran.npy"
    call = hostile_calls(mark)[name]
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        for content in (call, changed(W1=call), changed(b3=[({"x": call},)])):
            assert "only those are read, nothing ran" in refused(pickle.dumps(content, protocol))
    assert not mark.exists()
    pickle.loads(pickle.dumps(call))
    assert mark.exists(), "it would have run"


BY_HAND = {
    "STACK_GLOBAL": b"\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\nMARK-touch\x85R.",
    "a dotted name": b"\x80\x04\x8c\x05numpy\x8c\x0ddtype.__new__\x93.",
    "numpy.load": b"cnumpy\nload\n(S'MARK'\ntR.",
    "our own module": b"cnncore.weights\nload_network\n(S'MARK'\ntR.",
    "a name with a newline": b"\x80\x04\x8c\x03a\nb\x8c\x03c\nd\x93.",
}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_global_is_refused_however_it_is_asked_for(name: str) -> None:
    assert "only those are read, nothing ran" in refused(BY_HAND[name])


RECONSTRUCT = b"cnumpy.core.multiarray\n_reconstruct\n"
STACK_MACHINE = {
    "OBJ": b"(cposix\nsystem\nS'touch MARK'\no.",
    "NEWOBJ": b"\x80\x02cposix\nsystem\nU\x0atouch MARK\x85\x81.",
    "a call in one": b"(S'touch MARK'\niposix\nsystem\n.",
    "an extension code": b"\x80\x02\x82\x01.",
    "a persistent id": b"Pmine\n.",
    "an out-of-band buffer": b"\x80\x05\x97.",
    "calling a result": RECONSTRUCT + b")R)R.",
    "a method replaced on a class": b"cnumpy\ndtype\nN}S'__init__'\nNs\x86b.",
    "an array of nothing": b"}S'W1'\n" + RECONSTRUCT + b")Rs.",
    "an endless list": b"\x80\x02]q\x00h\x00a.",
    "deep nesting": b"(" * 5_000 + b"t" * 4_000 + b".",
    "an unknown instruction": b"\xff.",
    "stack underflow": b"sssss.",
    "a memo that is not there": b"h\x07.",
}


def test_abuse_of_the_stack_machine_is_refused_and_leaves_nothing_behind() -> None:
    for name, content in STACK_MACHINE.items():
        assert "W1 b1 … Wn bn" in refused(content), name
    assert_same(load(pickle.dumps(good_arrays())), good_arrays())


SMALL = {key: array.astype(np.float16) for key, array in good_arrays().items()}
SEEDS = [npz(**SMALL), *(pickle.dumps(SMALL | {"more": {"a": (1, "b")}}, protocol) for protocol in range(6))]
PLACES = st.one_of(st.integers(0, 300), st.integers(-300, -1), st.integers(0, 8000))
CHANGES = st.lists(st.tuples(PLACES, st.integers(0, 8), st.binary(max_size=8)), min_size=1, max_size=6)


@settings(max_examples=300)
@given(seed=st.sampled_from(SEEDS), changes=CHANGES)
def test_a_changed_file_is_read_or_refused_in_a_sentence(seed, changes) -> None:
    content = seed
    for place, cut, new in changes:
        at = place % (len(content) + 1)
        content = content[:at] + new + content[at + cut :]
    try:
        assert type(load(content)) is Network
    except WeightsError as error:
        one_sentence(error)


WATCHED = """
import sys
from tests.nncore.weights.test_hostile import BY_HAND, SEEDS, STACK_MACHINE, load
from nncore import WeightsError
contents = [*SEEDS, *BY_HAND.values(), *STACK_MACHINE.values()]
for round in range(2):  # what Python loads the first time is none of a file's doing
    for content in contents:
        try:
            load(content)
        except WeightsError:
            pass
    if not round:
        sys.addaudithook(lambda event, _: print(event))
print("silence")
exec("1")
"""


def test_nothing_is_opened_imported_or_run() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], cwd=ASSETS.parent, capture_output=True, text=True)
    before, _, after = done.stdout.partition("silence\n")
    assert before == ""
    assert "exec" in after.split(), done.stderr
