"""Read and write a trained network's weights: six arrays, W1 b1 W2 b2 W3 b3.

Two formats are read: NumPy's .npz, and the pickled dictionary that comes with the book
(``sample_weight.pkl``). A pickle can run any program while it is read, so ours is read by an
unpickler that knows NumPy arrays and nothing else: it calls no function of the file's choice,
not even one of NumPy's. Stand-ins take down what the file says of an array, and only the six
that we want are then built from it.
"""

import io
import pickle
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from nncore.activations import SLOPES
from nncore.mnist import ASSETS
from nncore.network import Layer, Network

Array = npt.NDArray[Any]

KEYS = ("W1", "b1", "W2", "b2", "W3", "b3")
_WANTED = {*map(str.lower, KEYS), "activation"}
LARGEST = 64 * 2**20
"""The most bytes that a weights file may hold, packed or unpacked."""
EXPECTED = "a .npz or a pickled dictionary with the arrays W1 b1 W2 b2 W3 b3"


class WeightsError(ValueError):
    """A weights file cannot be used; the message says why in one sentence."""


def load_network(path: str | Path | IO[bytes] = ASSETS / "weights.npz") -> Network:
    """Read a digit network: 784 inputs, two hidden layers of any size, 10 probabilities.

    Parameters
    ----------
    path : path or binary file
        A .npz file or the book's pickled dictionary; which of them is told by its content.

    Returns
    -------
    Network
        float32; sigmoid hidden layers (unless our own .npz names another activation), softmax
        at the end.

    Raises
    ------
    WeightsError
        Whatever is wrong with the file.
    """
    try:
        content = _first_bytes(path)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise WeightsError(f"{path} cannot be read: {why}.") from error
    if len(content) > LARGEST:
        raise WeightsError(f"The file is larger than {LARGEST >> 20} MB: this is no weights file.")
    arrays = _read_npz(content) if content.startswith(b"PK") else _read_pickle(content)
    return network_from_arrays(arrays)


def _first_bytes(path: str | Path | IO[bytes]) -> bytes:
    if not isinstance(path, str | Path):
        return path.read(LARGEST + 1)
    with Path(path).open("rb") as file:
        return file.read(LARGEST + 1)


def network_from_arrays(arrays: Mapping[str, Any]) -> Network:
    """Build the digit network from its six arrays ("B1" is taken for "b1").

    Raises
    ------
    WeightsError
        If one is missing, is not made of finite numbers, or does not fit its neighbours.
    """
    named = {re.sub(r"^B(?=\d$)", "b", str(key)): value for key, value in arrays.items()}
    if missing := [key for key in KEYS if key not in named]:
        raise WeightsError(f"{', '.join(missing)} missing: the file should be {EXPECTED}.")
    W1, b1, W2, b2, W3, b3 = (_numbers(key, named[key]) for key in KEYS)
    hidden = str(named.get("activation", "sigmoid"))
    if hidden not in SLOPES:
        raise WeightsError(f"The hidden activation {hidden[:20]!r} is unknown: use {', '.join(SLOPES)}.")
    try:
        network = Network([Layer(W1, b1, hidden), Layer(W2, b2, hidden), Layer(W3, b3, "softmax")])
    except ValueError as error:
        raise WeightsError(f"The arrays do not fit together: {error}") from error
    if (network.sizes[0], network.sizes[-1]) != (784, 10):
        shape = "-".join(map(str, network.sizes))
        raise WeightsError(f"A digit network has 784 inputs and 10 outputs, but this one is {shape}.")
    return network


def save_network(network: Network, path: str | Path | IO[bytes]) -> None:
    """Write a digit network as .npz; the name of its hidden activation too if not sigmoid.

    Raises
    ------
    ValueError
        If `load_network` could not give the same network back.
    """
    hidden = network.layers[0].h
    if [layer.h for layer in network.layers] != [hidden, hidden, "softmax"] or hidden not in SLOPES:
        raise ValueError(f"Only two hidden layers alike and a softmax can be saved, not {network}.")
    extra = {} if hidden == "sigmoid" else {"activation": np.array(hidden)}
    np.savez(path, **dict(network), **extra)  # type: ignore[arg-type]


def pickle_network(network: Network) -> bytes:
    """Return a network as the pickled dictionary that the book's listings read with pickle.load."""
    return pickle.dumps({key: np.array(value) for key, value in network.items()})


def _numbers(key: str, value: Any) -> Array:
    """Return one array as float32, or say what is wrong with it."""
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "fiu":
        raise WeightsError(f"{key} is not an array of numbers: the file should be {EXPECTED}.")
    with np.errstate(over="ignore"):
        array = value.astype(np.float32)
    if not np.isfinite(array).all():
        raise WeightsError(f"{key} holds a number that is not finite: retrain or mend the file.")
    if array.ndim != (2 if key.startswith("W") else 1) or array.size == 0:
        raise WeightsError(f"{key} has the shape {array.shape}: weights have two axes and biases one.")
    return array


def _read_npz(content: bytes) -> dict[str, Any]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise WeightsError(f"The file unpacks to more than {LARGEST >> 20} MB: refused.")
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return {key: file[key] for key in set(file.files) if key.lower() in _WANTED}
    except WeightsError:
        raise
    # NumPy and zipfile raise a dozen kinds of error for a damaged file; to a user they are one.
    except Exception as error:
        raise WeightsError(f"The .npz is damaged or holds no plain arrays: expected {EXPECTED}.") from error


def _read_pickle(content: bytes) -> dict[str, Any]:
    try:
        found = _ArrayUnpickler(content).load()
        if isinstance(found, _Names):
            return {key: _built(value) for key, value in found.items() if key.lower() in _WANTED}
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
