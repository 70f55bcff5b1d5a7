"""What all visitors share cannot be written: the arrays that stand in modules."""

import pkgutil
import sys
from collections.abc import Iterator

import numpy as np
from streamlit.testing.v1 import AppTest

import nncore
import ui

MODULES = [
    module.name
    for package in (nncore, ui)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not module.name.endswith("__main__")
]


def arrays_in(value: object) -> Iterator[np.ndarray]:
    """Go through the arrays of a value, and of tables and records in it."""
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict):
        yield from arrays_in(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from arrays_in(part)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, type):
        yield from arrays_in([getattr(value, name) for name in value.__dataclass_fields__])


def import_all(names: list[str]) -> None:
    """Import modules where Streamlit runs: the canvas cannot be imported elsewhere."""
    import importlib

    for name in names:
        importlib.import_module(name)


def test_no_array_of_a_module_can_be_written() -> None:
    assert not AppTest.from_function(import_all, args=(MODULES,)).run(timeout=60).exception
    found = {
        f"{name}.{key}"
        for name in MODULES
        for key, value in vars(sys.modules[name]).items()
        if any(array.flags.writeable and array.size for array in arrays_in(value))
    }
    assert not found
