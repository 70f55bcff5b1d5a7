"""What all visitors share: it is computed once, nobody can change it, and nobody can empty it."""

import inspect
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import FrozenInstanceError, is_dataclass
from pathlib import Path

import numpy as np
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from nncore import AssetError
from tests.server.conftest import run, serving_page, texts
from ui import resources
from ui import texts as prose
from ui.resources import _shared

SHARED = ("digit_network", "test_set", "test_input", "training_images", "training_history")
PAGE = f"""
import streamlit as st
from ui import resources
for name in {SHARED}:
    st.write(f"{{name}} {{id(getattr(resources, name)())}}")
st.write(f"gallery {{id(resources.training_gallery())}}")
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

    @_shared
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

    @_shared
    def read() -> str:
        if not next(states):
            raise AssetError("weights.npz is missing.")
        return "weights"

    with pytest.raises(AssetError):
        read()
    assert read() == "weights"


READERS = {
    name: reader
    for module in (resources, prose)
    for name, reader in vars(module).items()
    if not name.startswith("_")
    and (hasattr(reader, "cache_info") or inspect.isfunction(reader))
    and reader.__module__ == module.__name__
}
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "handful": (3,),
    "lesson": ("gates",),
    "headline": ("gates",),
    "training_examples": (10,),
    "validation_examples": (10,),
}
NOT_SHARED = {"as_input", "read_all", "ours", "training_images_here"}
"""These keep nothing, but for `ours`: it is filled by whoever measures, with what nobody changes."""


def parts(value: object) -> Iterator[object]:
    """A value and all that it holds."""
    yield value
    if isinstance(value, Mapping):
        held: Iterable[object] = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | frozenset | list | set):
        held = value
    else:
        held = getattr(value, "__dict__", {}).values()
    for part in held:
        yield from parts(part)


def test_nobody_can_change_what_all_share() -> None:
    for name in READERS.keys() - NOT_SHARED:
        for part in parts(READERS[name](*ARGUMENTS.get(name, ()))):
            assert not isinstance(part, list | set | bytearray), (name, part)
            if isinstance(part, np.ndarray):
                with pytest.raises(ValueError, match="read-only"):
                    part[...] = 0
            elif isinstance(part, Mapping):
                with pytest.raises(TypeError, match="does not support item assignment"):
                    part["new"] = 0  # type: ignore[index]
            elif is_dataclass(part):
                with pytest.raises(FrozenInstanceError):
                    part.new = 0  # type: ignore[attr-defined]


def test_no_array_of_a_module_can_be_written() -> None:
    ours = [
        (name, vars(module)) for name, module in sys.modules.items() if name.startswith(("nncore.", "ui."))
    ]
    found = {
        f"{name}.{key}"
        for name, names in ours
        for key, value in names.items()
        if isinstance(value, np.ndarray | dict | tuple)
        for part in parts(value)
        if isinstance(part, np.ndarray) and part.flags.writeable and part.size
    }
    assert len(ours) > 50
    assert not found


def test_without_a_page_a_broken_asset_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken() -> None:
        raise AssetError("weights.npz is missing.")

    monkeypatch.setattr(resources, "digit_network", _shared(broken))
    with pytest.raises(AssetError, match=r"weights\.npz is missing"):
        resources.read_all()
