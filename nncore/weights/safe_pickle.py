"""Read a pickled dictionary of NumPy arrays without running what is in it.

A pickle can run any program while it is read. Ours is read by a machine that knows a part of the
instructions and no function but four of NumPy's, which it does not call either: stand-ins take
down what the file says of an array, and only those wanted are then built from it.

Nothing here may print, compare or hash what a pickle holds before its type is known: a tuple that
holds another one twice, which holds another one twice, …, takes a few bytes and for ever to print.
"""

import codecs
import io
import pickle
import re
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from nncore.types import Array
from nncore.weights.layout import NAMES_IN_FILES, Stored, WeightsError

T = TypeVar("T")


def look_into_pickle(content: bytes) -> dict[str, Any]:
    """Return what a pickled dictionary holds under our names: arrays still unread, plain values as they are.

    Raises
    ------
    WeightsError
        If it is no dictionary, or asks for anything but NumPy arrays.
    Exception
        Of any kind, if it is damaged: a pickle is a little program.
    """
    found = _Machine(content).load()
    if type(found) is not _Names:
        raise TypeError("The pickle holds no dictionary.")
    return {name: _looked_at(found[name]) for name in NAMES_IN_FILES if name in found}


class _StandIn:
    """What a pickle says of an object: the arguments and the state to build it from, no more."""

    __slots__ = ("arguments", "state")
    arguments: tuple[Any, ...]
    state: tuple[Any, ...]


class _Bytes(_StandIn):
    """Bytes that an old protocol wrote as text: (text, encoding)."""

    __slots__ = ()


class _DType(_StandIn):
    """A number type: the arguments begin with its code, the state's second item is its byte order."""

    __slots__ = ()


class _Array(_StandIn):
    """An array, whose state is (version, shape, dtype, in Fortran's order?, data)."""

    __slots__ = ()


class _Buffer(_StandIn):
    """An array of protocol 5: (data, dtype, shape, "C" or "F")."""

    __slots__ = ()


_ALLOWED: dict[tuple[str, str], type[_StandIn]] = {
    ("_codecs", "encode"): _Bytes,
    ("numpy", "dtype"): _DType,
    ("numpy", "ndarray"): _StandIn,
}
for _module in ("numpy.core", "numpy._core"):
    _ALLOWED[_module + ".multiarray", "_reconstruct"] = _Array
    _ALLOWED[_module + ".numeric", "_frombuffer"] = _Buffer


def _is(kind: type[T], value: Any) -> T:
    """Return a value of the pickle if it is of this very type."""
    if type(value) is not kind:
        raise TypeError(f"The pickle holds another thing than a {kind.__name__}.")
    return value


def _looked_at(value: Any) -> Any:
    """Return what a stand-in says of its array; any other value stays what it is."""
    if type(value) is _Buffer:
        data, dtype, shape, order = value.arguments
        fortran = _is(str, order) == "F"
    elif type(value) is _Array:
        _, shape, dtype, fortran, data = value.state
        fortran = _is(bool, fortran)
    else:
        return value
    lengths = tuple(_is(int, length) for length in _is(tuple, shape))
    if not all(0 <= length < 10**10 for length in lengths):
        raise ValueError("The pickle holds an array of an impossible shape.")
    kind = _number_type(_is(_DType, dtype))

    def read() -> Array:
        return np.frombuffer(_bytes(data), kind).reshape(lengths, order="F" if fortran else "C")

    return Stored(lengths, kind, read)


def _number_type(dtype: _DType) -> np.dtype[Any]:
    code = _is(str, dtype.arguments[0])
    if not re.fullmatch(r"f[248]|[iu][1248]", code):
        raise WeightsError("The pickle holds an array of something else: only numbers are read.")
    return np.dtype((">" if _is(str, dtype.state[1]) == ">" else "<") + code)


def _bytes(data: Any) -> bytes | bytearray:
    text = data.arguments[0] if type(data) is _Bytes else data
    if type(text) is str:  # Python 2 wrote bytes as str
        return text.encode("latin1")
    return text if type(text) is bytearray else _is(bytes, text)


class _Names(dict[str, Any]):
    """A dictionary with names for keys: to hash a hostile key, a nested tuple, can take for ever."""

    __slots__ = ()

    def __setitem__(self, key: str, value: Any) -> None:
        if type(key) is not str:
            raise TypeError("The pickle has a key that is not a name.")
        super().__setitem__(key, value)


class _Instructions(dict[int, Callable[[Any], None]]):
    """A pickle is a program for a stack machine: its instruction set, with a limit of steps."""

    left = 10_000

    def __getitem__(self, code: int) -> Callable[[Any], None]:
        self.left -= 1
        if self.left < 0:
            raise ValueError("The pickle is far too long a program.")
        return super().__getitem__(code)


def _push_names(machine: Any) -> None:
    names, items = _Names(), machine.pop_mark()
    for key, value in zip(items[::2], items[1::2], strict=True):
        names[key] = value
    machine.append(names)


def _push_bytes(machine: Any) -> None:
    size = int.from_bytes(machine.read(8), "little")
    machine.append(machine.read(size))  # pickle's own reserves the memory before it looks


def _push_text_of_python_2(machine: Any) -> None:
    text = machine.readline()[1:-2]  # without the quotes and the end of the line
    # Python warns of an escape that it does not know; nobody who writes pickles writes one.
    if re.search(rb"\\(?!['\"nrt]|x[0-9a-f]{2})", text.replace(rb"\\", b"")):
        raise pickle.UnpicklingError("The text holds an escape that Python 2 does not write.")
    machine.append(codecs.escape_decode(text)[0].decode("latin1"))


def _call(machine: Any) -> None:
    """Take down what would be called with which arguments; `find_class` let only stand-ins onto the stack."""
    arguments, kind = _is(tuple, machine.stack.pop()), machine.stack.pop()
    if type(kind) is not type:
        raise TypeError("The pickle calls what is not there to be called.")
    stand_in = kind()
    stand_in.arguments = arguments
    machine.append(stand_in)


def _set_state(machine: Any) -> None:
    state, stand_in = machine.stack.pop(), machine.stack[-1]
    if not isinstance(stand_in, _StandIn):
        raise TypeError("The pickle sets a state that there is not.")
    stand_in.state = _is(tuple, state)


_KNOWN = (
    *(pickle.PROTO, pickle.FRAME, pickle.STOP, pickle.MARK, pickle.POP, pickle.POP_MARK, pickle.DUP),
    *(pickle.PUT, pickle.BINPUT, pickle.LONG_BINPUT, pickle.MEMOIZE),
    *(pickle.GET, pickle.BINGET, pickle.LONG_BINGET),
    *(pickle.NONE, pickle.NEWTRUE, pickle.NEWFALSE, pickle.FLOAT, pickle.BINFLOAT),
    *(pickle.INT, pickle.BININT, pickle.BININT1, pickle.BININT2, pickle.LONG, pickle.LONG1, pickle.LONG4),
    *(pickle.BINSTRING, pickle.SHORT_BINSTRING, pickle.BINBYTES, pickle.SHORT_BINBYTES, pickle.BINBYTES8),
    *(pickle.UNICODE, pickle.BINUNICODE, pickle.SHORT_BINUNICODE, pickle.BINUNICODE8),
    *(pickle.EMPTY_TUPLE, pickle.TUPLE, pickle.TUPLE1, pickle.TUPLE2, pickle.TUPLE3),
    *(pickle.EMPTY_LIST, pickle.LIST, pickle.APPEND, pickle.APPENDS, pickle.SETITEM, pickle.SETITEMS),
    *(pickle.GLOBAL, pickle.STACK_GLOBAL),
)
_INSTRUCTIONS: dict[int, Callable[[Any], None]] = {
    **{code[0]: pickle._Unpickler.dispatch[code[0]] for code in _KNOWN},
    pickle.EMPTY_DICT[0]: lambda machine: machine.append(_Names()),
    pickle.DICT[0]: _push_names,
    pickle.BYTEARRAY8[0]: _push_bytes,
    pickle.STRING[0]: _push_text_of_python_2,
    pickle.REDUCE[0]: _call,
    pickle.BUILD[0]: _set_state,
}


# The unpickler written in Python: the one in C reserves as much memory as a hostile file asks for.
class _Machine(pickle._Unpickler):
    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content), encoding="latin1")
        self.dispatch = _Instructions(_INSTRUCTIONS)  # type: ignore[misc]

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            asked = f"{module}.{name}" if len(module) + len(name) < 80 else ""
            what = repr(asked) if re.fullmatch(r"[\w.]+", asked, re.ASCII) else "…"
            raise WeightsError(
                "The pickle asks for {what}: only NumPy arrays are read, nothing ran.", what=what
            ) from None
