"""Read a pickled dictionary of NumPy arrays without running what is in it.

A pickle is a program, and may call any function. So its instructions are read first, without being
carried out: only those that write plain values and arrays are admitted, and no more of them than arrays
need. Then Python's unpickler carries them out, but whatever they call is a stand-in that only takes down
its arguments. From what the stand-ins of arrays say, the arrays are built at last.

Nothing here may print, compare or hash what a pickle holds before its type is known: a tuple that
holds another one twice, which holds another one twice, …, takes a few bytes, and would print for ever.
"""

import io
import pickle
import pickletools
import re
from typing import Any, TypeVar

import numpy as np

from nncore.types import Array
from nncore.weights.layout import NAMES_IN_FILES, Stored, WeightsError

T = TypeVar("T")

MOST = 10_000
"""How many instructions are read at most; a network of four layers takes some two hundred."""
VALUES = """
    NONE NEWTRUE NEWFALSE INT BININT BININT1 BININT2 LONG LONG1 FLOAT BINFLOAT
    STRING BINSTRING SHORT_BINSTRING UNICODE BINUNICODE SHORT_BINUNICODE BINUNICODE8
    BINBYTES SHORT_BINBYTES BINBYTES8 BYTEARRAY8 EMPTY_LIST LIST EMPTY_DICT DICT EMPTY_TUPLE
    GLOBAL STACK_GLOBAL REDUCE GET BINGET LONG_BINGET
"""
"""What puts a value on the stack that may be noted and used again; of numbers only those hashed at once."""
OTHERS = """
    TUPLE TUPLE1 TUPLE2 TUPLE3 APPEND APPENDS SETITEM SETITEMS BUILD
    PUT BINPUT LONG_BINPUT MEMOIZE PROTO FRAME MARK STOP
"""
ADMITTED = {*VALUES.split(), *OTHERS.split()}


def look_into_pickle(content: bytes) -> dict[str, Any]:
    """Return what a pickled dictionary holds under our names: arrays still unread, plain values as they are.

    Raises
    ------
    WeightsError
        If it asks for anything but NumPy arrays.
    Exception
        Of any kind, if it is damaged or no dictionary: a pickle is a little program.
    """
    check_instructions(content)
    found = _is(dict, _Unpickler(io.BytesIO(content), encoding="latin1").load())
    return {name: _looked_at(found[name]) for name in NAMES_IN_FILES if name in found}


def check_instructions(content: bytes) -> None:
    """Go through the instructions of a pickle without carrying them out.

    A tuple may not be used twice: a key of a dictionary that does so again and again is hashed for ever.

    Raises
    ------
    ValueError
        If there is an instruction that arrays do not need, or too many, or one for more than the file holds.
    """
    noted: dict[Any, str] = {}
    before = ""
    for number, (code, argument, _) in enumerate(pickletools.genops(content)):
        name = code.name
        if name not in ADMITTED or number > MOST or (name == "FRAME" and argument not in range(len(content))):
            raise ValueError("The pickle holds more than arrays need.")
        if name == "MEMOIZE" or "PUT" in name:
            place = len(noted) if argument is None else argument
            if place > MOST:  # the unpickler makes room for all places before it
                raise ValueError("The pickle notes a value far away.")
            noted[place] = before
        elif "GET" in name and noted.get(argument) not in VALUES.split():
            raise ValueError("The pickle uses a tuple twice, or what is not there.")
        elif name not in ("PROTO", "FRAME"):
            before = name


class _StandIn:
    """What a pickle says of an object: the arguments and the state to build it from, no more."""

    def __init__(self, *arguments: Any) -> None:
        self.arguments = arguments
        self.state: tuple[Any, ...] = ()

    def __setstate__(self, state: Any) -> None:
        self.state = state


class _Bytes(_StandIn):
    """Bytes that an old protocol wrote as text: (text, encoding)."""


class _DType(_StandIn):
    """A number type: the arguments begin with its code, the state's second item is its byte order."""


class _Array(_StandIn):
    """An array, whose state is (version, shape, dtype, in Fortran's order?, data)."""


class _Buffer(_StandIn):
    """An array of protocol 5: (data, dtype, shape, "C" or "F")."""


STAND_INS = {("_codecs", "encode"): _Bytes, ("numpy", "dtype"): _DType, ("numpy", "ndarray"): _StandIn}
for _module in ("numpy.core", "numpy._core"):
    STAND_INS[_module + ".multiarray", "_reconstruct"] = _Array
    STAND_INS[_module + ".numeric", "_frombuffer"] = _Buffer


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in STAND_INS:
            raise WeightsError(
                "The pickle asks for more than NumPy arrays: only those are read, nothing ran."
            )
        return STAND_INS[module, name]


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
        _, shape, dtype, fortran, data = _is(tuple, value.state)
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
    code, order = _is(str, dtype.arguments[0]), _is(str, _is(tuple, dtype.state)[1])
    if not re.fullmatch(r"f[248]|[iu][1248]", code):
        raise WeightsError("The pickle holds an array of something else: only numbers are read.")
    return np.dtype((">" if order == ">" else "<") + code)


def _bytes(data: Any) -> bytes | bytearray:
    text = data.arguments[0] if type(data) is _Bytes else data
    if type(text) is str:  # Python 2 wrote bytes as str
        return text.encode("latin1")
    return text if type(text) is bytearray else _is(bytes, text)
