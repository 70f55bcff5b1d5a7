"""What all visitors share: it is computed once, nobody can change it, and nobody can empty it."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from nncore import AssetError
from tests.server.conftest import run, serving_page, texts
from ui import resources
from ui.resources import _once, _or_stop, handful

SHARED = ("digit_network", "test_set", "test_input", "seen_images", "training_history")
PAGE = f"""
import streamlit as st
from ui import resources
for name in {SHARED}:
    st.write(f"{{name}} {{id(getattr(resources, name)())}}")
st.write(f"handful {{id(resources.handful(0))}}")
"""


def test_a_message_that_clears_the_cache_clears_nothing(tmp_path: Path) -> None:
    """Any visitor may send it. What was kept is the same object before and after, for whoever comes."""
    with serving_page(tmp_path, PAGE) as server, server.socket() as one, server.socket() as other:
        before = texts(run(one))
        one.send(BackMsg(clear_cache=True).SerializeToString())
        assert texts(run(one)) == before
        assert texts(run(other)) == before
    assert len(before) == len(SHARED) + 1


def test_twenty_first_visitors_have_it_read_once() -> None:
    reads, gate, second = [], threading.Barrier(20), threading.Barrier(2)

    @_once
    def read() -> object:
        reads.append(threading.get_ident())
        with suppress(threading.BrokenBarrierError):
            second.wait(timeout=0.2)  # for another one who reads too
        return object()

    def visit(_: int) -> object:
        gate.wait(timeout=60)
        return read()

    with ThreadPoolExecutor(20) as visitors:
        results = list(visitors.map(visit, range(20)))
    assert len(reads) == 1
    assert all(result is results[0] for result in results)


def test_what_failed_is_tried_again() -> None:
    states = iter([False, True])

    @_once
    def read() -> str:
        if not next(states):
            raise AssetError("weights.npz", "missing")
        return "weights"

    with pytest.raises(AssetError):
        read()
    assert read() == "weights"


@pytest.mark.parametrize("name", ["test_set", "test_input", "seen_images"])
def test_nobody_can_change_what_all_share(name: str) -> None:
    shared = getattr(resources, name)()
    for array in shared if isinstance(shared, tuple) else (shared,):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_pictures_for_training_cannot_be_changed_either() -> None:
    for pictures in handful(3):
        with pytest.raises(ValueError, match="read-only"):
            pictures[...] = 0
    assert all(np.array_equal(one, same) for one, same in zip(handful(3), handful(3), strict=True))


def test_without_a_page_a_broken_asset_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise AssetError("weights.npz", "missing")

    monkeypatch.setattr(resources, "digit_network", _or_stop(broken))
    with pytest.raises(AssetError, match=r"weights\.npz is missing"):
        resources.read_all()
