"""Read and write a trained network's weights: six arrays, W1 b1 W2 b2 W3 b3.

Two formats are read: NumPy's .npz, and the pickled dictionary that comes with the book
(``sample_weight.pkl``). A pickle can run any program while it is read, so ours is read by an
unpickler that knows NumPy arrays and nothing else: it calls no function of the file's choice,
not even one of NumPy's. The stand-ins below rebuild an array from its bytes.
"""

import io
import pickle
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from nncore.mnist import ASSETS
from nncore.network import Layer, Network

Array = npt.NDArray[Any]

KEYS = ("W1", "b1", "W2", "b2", "W3", "b3")
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
        content = Path(path).read_bytes() if isinstance(path, str | Path) else path.read()
    except OSError as error:
        raise WeightsError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(content) > LARGEST:
        raise WeightsError(f"The file is larger than {LARGEST >> 20} MB: this is no weights file.")
    arrays = _read_npz(content) if content.startswith(b"PK") else _read_pickle(content)
    return network_from_arrays(arrays)


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
    try:
        network = Network([Layer(W1, b1, hidden), Layer(W2, b2, hidden), Layer(W3, b3, "softmax")])
    except ValueError as error:
        raise WeightsError(f"The arrays do not fit together: {error}") from error
    if (network.sizes[0], network.sizes[-1]) != (784, 10):
        shape = "-".join(map(str, network.sizes))
        raise WeightsError(f"A digit network has 784 inputs and 10 outputs, but this one is {shape}.")
    return network


def save_network(network: Network, path: str | Path | IO[bytes]) -> None:
    """Write a digit network as .npz; the name of its hidden activation too if not sigmoid."""
    hidden = network.layers[0].h
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
            return dict(file)
    except WeightsError:
        raise
    # NumPy and zipfile raise a dozen kinds of error for a damaged file; to a user they are one.
    except Exception as error:
        raise WeightsError(f"The .npz is damaged or holds no plain arrays: expected {EXPECTED}.") from error


def _read_pickle(content: bytes) -> dict[str, Any]:
    try:
        found = _ArrayUnpickler(io.BytesIO(content), encoding="latin1").load()
        if isinstance(found, dict):
            return {str(key): _finished(value) for key, value in found.items()}
    except WeightsError:
        raise
    # A pickle is a little program: it may fail in any way. None of them reaches the user raw.
    except Exception as error:
        raise WeightsError(f"This is no weights file: expected {EXPECTED}.") from error
    raise WeightsError(f"The pickle holds no dictionary: expected {EXPECTED}.")


class _DType:
    """Stands in for numpy.dtype: plain numbers only."""

    def __init__(self, code: str, *_: Any) -> None:
        if not re.fullmatch(r"[<>=|]?[fiu][1248]", code):
            raise WeightsError(f"The pickle holds arrays of {code!r}: only numbers are read.")
        self.code = code

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        if state[1] in ("<", ">"):
            self.code = state[1] + self.code.lstrip("<>=|")


class _PickledArray:
    """Stands in for an array while its state is being read."""

    array: Array

    def __setstate__(self, state: tuple[Any, Any, _DType, Any, bytes | str]) -> None:
        _, shape, dtype, fortran, data = state
        self.array = _frombuffer(data, dtype, shape, "F" if fortran else "C")


def _frombuffer(data: Any, dtype: _DType, shape: tuple[int, ...], order: Any) -> Array:
    raw = data.encode("latin1") if isinstance(data, str) else data  # Python 2 wrote bytes as str
    return np.frombuffer(raw, dtype.code).reshape(shape, order="F" if order == "F" else "C")


def _finished(value: Any) -> Any:
    return getattr(value, "array", None) if isinstance(value, _PickledArray) else value


_ALLOWED: dict[tuple[str, str], Any] = {
    ("_codecs", "encode"): lambda text, _: str(text).encode("latin1"),
    ("numpy", "dtype"): _DType,
    ("numpy", "ndarray"): "ndarray",  # only ever an argument of _reconstruct
}
for _module in ("numpy.core", "numpy._core"):
    _ALLOWED[_module + ".multiarray", "_reconstruct"] = lambda *_: _PickledArray()
    _ALLOWED[_module + ".numeric", "_frombuffer"] = _frombuffer


# The unpickler written in Python: the one in C reserves as much memory as a hostile file asks for.
class _ArrayUnpickler(pickle._Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            message = f"The pickle asks for {module}.{name}: only NumPy arrays are read, nothing ran."
            raise WeightsError(message) from None
