"""Read a pickled dictionary of NumPy arrays without running what is in it.

A pickle can run any program while it is read. Ours is read by an unpickler that knows NumPy
arrays and nothing else: it calls no function of the file's choice, not even one of NumPy's.
Stand-ins take down what the file says of an array, and only those wanted are then built from it.
"""

import io
import pickle
import re
from collections.abc import Callable, Container
from typing import Any

import numpy as np

EXPECTED = "a .npz or a pickled dictionary with the arrays W1 b1 W2 b2 W3 b3"


class WeightsError(ValueError):
    """A weights file cannot be used; the message says why in one sentence."""


def read_pickle(content: bytes, wanted: Container[str]) -> dict[str, Any]:
    """Return the arrays (and plain values) of a pickled dictionary whose lower-case names are wanted.

    Raises
    ------
    WeightsError
        If the pickle is damaged, is no dictionary, or asks for anything but NumPy arrays.
    """
    try:
        found = _ArrayUnpickler(content).load()
        if isinstance(found, _Names):
            return {key: _built(value) for key, value in found.items() if key.lower() in wanted}
    except WeightsError:
        raise
    # A pickle is a little program: it may fail in any way. None of them reaches the user raw.
    except Exception as error:
        raise WeightsError(f"This is no weights file: expected {EXPECTED}.") from error
    raise WeightsError(f"The pickle holds no dictionary: expected {EXPECTED}.")


class _StandIn:
    """What a pickle says of an object: the arguments and the state to build it from, no more."""

    arguments: tuple[Any, ...]
    state: tuple[Any, ...]

    def __init__(self, *arguments: Any) -> None:
        self.arguments = arguments

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.state = state


class _Bytes(_StandIn):
    """Bytes that an old protocol wrote as text: (text, encoding)."""


class _DType(_StandIn):
    """A number type: the arguments begin with its code, the state's second item is its byte order."""


class _Array(_StandIn):
    """An array, whose state is (version, shape, dtype, in Fortran's order?, data)."""


class _Buffer(_StandIn):
    """An array of protocol 5: (data, dtype, shape, "C" or "F")."""


_ALLOWED: dict[tuple[str, str], type[_StandIn]] = {
    ("_codecs", "encode"): _Bytes,
    ("numpy", "dtype"): _DType,
    ("numpy", "ndarray"): _StandIn,
}
for _module in ("numpy.core", "numpy._core"):
    _ALLOWED[_module + ".multiarray", "_reconstruct"] = _Array
    _ALLOWED[_module + ".numeric", "_frombuffer"] = _Buffer


def _built(value: Any) -> Any:
    """Build the array that a stand-in describes; any other value stays what it is."""
    if isinstance(value, _Buffer):
        data, dtype, shape, order = value.arguments
    elif isinstance(value, _Array):
        _, shape, dtype, fortran, data = value.state
        order = "F" if fortran else "C"
    else:
        return value
    text = data.arguments[0] if isinstance(data, _Bytes) else data
    raw = text.encode("latin1") if isinstance(text, str) else text  # Python 2 wrote bytes as str
    return np.frombuffer(raw, _code(dtype)).reshape(shape, order="F" if order == "F" else "C")


def _code(dtype: _DType) -> str:
    """Return a stand-in's type code, such as "<f4", if it is one of plain numbers."""
    code = str(dtype.arguments[0])
    if not re.fullmatch(r"[fiu][1248]", code):
        raise WeightsError(f"The pickle holds arrays of {code[:20]!r}: only numbers are read.")
    return ">" + code if dtype.state[1] == ">" else "<" + code


class _Names(dict[str, Any]):
    """A dictionary with names for keys: to hash a hostile key, a nested tuple, can take for ever."""

    def __setitem__(self, key: str, value: Any) -> None:
        if not isinstance(key, str):
            raise WeightsError(f"The pickle has a key that is not a name: expected {EXPECTED}.")
        super().__setitem__(key, value)


class _Instructions(dict[int, Callable[[Any], None]]):
    """A pickle is a program for a stack machine: its instruction set, with a limit of steps."""

    left = 10_000

    def __getitem__(self, code: int) -> Callable[[Any], None]:
        self.left -= 1
        if self.left < 0:
            raise WeightsError(f"The pickle is far too long a program: expected {EXPECTED}.")
        return super().__getitem__(code)


def _push_names(machine: Any) -> None:
    names, items = _Names(), machine.pop_mark()
    for key, value in zip(items[::2], items[1::2], strict=True):
        names[key] = value
    machine.append(names)


def _push_bytes(machine: Any) -> None:
    size = int.from_bytes(machine.read(8), "little")
    machine.append(machine.read(size))  # pickle's own reserves the memory before it looks


_INSTRUCTIONS: dict[int, Callable[[Any], None]] = {
    **pickle._Unpickler.dispatch,
    pickle.EMPTY_DICT[0]: lambda machine: machine.append(_Names()),
    pickle.DICT[0]: _push_names,
    pickle.BYTEARRAY8[0]: _push_bytes,
}
for _hashing in (pickle.EMPTY_SET, pickle.FROZENSET):
    del _INSTRUCTIONS[_hashing[0]]


# The unpickler written in Python: the one in C reserves as much memory as a hostile file asks for.
class _ArrayUnpickler(pickle._Unpickler):
    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content), encoding="latin1")
        self.dispatch = _Instructions(_INSTRUCTIONS)  # type: ignore[misc]

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            asked = f"{module}.{name}"[:80]
            message = f"The pickle asks for {asked!r}: only NumPy arrays are read, nothing ran."
            raise WeightsError(message) from None
