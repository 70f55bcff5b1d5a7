"""Weights files changed at random: a network or our own sentence, nothing else, and nothing runs."""

import io
import pickle
import subprocess
import sys
import warnings
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nncore import Network, WeightsError, load_network
from tests.nncore.weights.test_hostile import BY_HAND, HARMLESS_IN_THE_END, hostile_calls
from tests.support.weights_files import good_arrays, npz, one_sentence

ROOT = Path(__file__).resolve().parent.parent.parent.parent


def seeds() -> list[bytes]:
    """Small good files in every form."""
    arrays = {key: array.astype(np.float16) for key, array in good_arrays().items()}
    stored = io.BytesIO()
    np.savez(stored, activation=np.array("relu"), **arrays)  # type: ignore[arg-type]
    extra = arrays | {"activation": "tanh", "losses": [0.5, None, True, 2**40], "more": {"a": (1, "b")}}
    return [npz(**arrays), stored.getvalue(), *(pickle.dumps(extra, protocol) for protocol in range(6))]


SEEDS = seeds()
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("set", "insert", "delete", "repeat")),
        st.floats(0, 1, exclude_max=True),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
)


def changed(content: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    """Change a file; half of the places are in its first and last 300 bytes, where the structure is."""
    for what, where, new in changes:
        edge = [*range(min(300, len(content))), *range(max(0, len(content) - 300), len(content))]
        at = edge[int(2 * where * len(edge))] if where < 0.5 else int((2 * where - 1) * len(content))
        here, rest = content[:at], content[at:]
        old = {"set": len(new), "insert": 0, "delete": len(new), "repeat": 0}[what]
        put = {"set": new, "insert": new, "delete": b"", "repeat": here[-len(new) * 4 :]}[what]
        content = (here + put + rest[old:]) or b"."
    return content


def read_or_refuse(content: bytes) -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")  # as an error it would only be one more reason to refuse
        try:
            assert type(load_network(io.BytesIO(content))) is Network
        except WeightsError as error:
            one_sentence(error)
    assert not warned


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(SEEDS), CHANGES)
def test_a_changed_file_is_read_or_refused_in_a_sentence(
    seed: bytes, changes: list[tuple[str, float, bytes]]
) -> None:
    read_or_refuse(changed(seed, changes))


INSTRUCTIONS = b"().012abdelost}]uRNQ\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x92\x93\x94\x97\x98"
PIECES = [bytes([code]) for code in INSTRUCTIONS] + [
    *(b"c_codecs\nencode\n", b"cnumpy\ndtype\n", b"cnumpy._core.numeric\n_frombuffer\n", b"cos\nabort\n"),
    *(b"S'W1'\n", b"Vb1\n", b"S'f4'\n", rb"S'\d\777'" + b"\n", b"S'activation'\n", b"\x8c\x05numpy"),
    *(b"I01\n", b"I7\n", b"L5L\n", b"F1.5\n", b"K\x05", b"M\x10\x03", b"J\xff\xff\xff\xff", b"\x8a\x02ab"),
    *(b"C\x04abcd", b"\x96\x04\x00\x00\x00\x00\x00\x00\x00abcd", b"\x80\x05"),
    *(b"h\x00", b"q\x00", b"g0\n", b"p0\n", b"ios\nabort\n", b"Pid\n", b"\x82\x01"),
]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_a_pickle_of_random_instructions_is_refused_in_a_sentence(pieces: list[bytes]) -> None:
    read_or_refuse(b"".join(pieces) + b".")


def is_refused(content: bytes) -> bool:
    try:
        load_network(io.BytesIO(content))
    except WeightsError:
        return True
    return False


def watched() -> tuple[int, str, str]:
    """Read thousands of files; how many were refused, what an audit hook heard, and proof that it can."""
    choose, kinds = np.random.default_rng(8), ("set", "insert", "delete", "repeat")
    files = [pickle.dumps({"W1": call}, 4) for call in hostile_calls(Path("unused")).values()]
    files += [*BY_HAND.values(), *HARMLESS_IN_THE_END.values()]
    for _ in range(3000):
        places = range(choose.integers(1, 7))
        changes = [(str(choose.choice(kinds)), choose.random(), choose.bytes(4)) for _ in places]
        files.append(changed(SEEDS[choose.integers(len(SEEDS))], changes))
    for content in [*SEEDS, b"PK", b"K"]:
        is_refused(content)  # what Python loads the first time is none of a file's doing
    events = set[str]()
    sys.addaudithook(lambda event, _: events.add(event))
    refused, heard = sum(map(is_refused, files)), " ".join(events)
    exec("1")
    return refused, heard, " ".join(events)


def test_nothing_is_opened_imported_or_run() -> None:
    code = "from tests.nncore.weights.test_mutations import watched; print(*watched(), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=100
    )
    refused, heard, proof = done.stdout.splitlines()
    assert int(refused) > 1000
    assert not heard
    assert "exec" in proof.split()
