"""Read and write a trained network's weights: six arrays, W1 b1 W2 b2 W3 b3.

Two formats are read: NumPy's .npz, and the pickled dictionary that comes with the book
(``sample_weight.pkl``), which `unpickle` reads without running anything in it.
"""

import io
import pickle
import re
import zipfile
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from nncore.activations import SLOPES
from nncore.mnist import ASSETS, AssetError
from nncore.network import Layer, Network
from nncore.unpickle import EXPECTED, WeightsError, read_pickle
from nncore.whole_file import whole_file

Array = npt.NDArray[Any]

KEYS = ("W1", "b1", "W2", "b2", "W3", "b3")
_WANTED = {*map(str.lower, KEYS), "activation"}
SHIPPED = ASSETS / "weights.npz"
"""The course's own weights."""
LARGEST = 64 * 2**20
"""The most bytes that a weights file may hold, packed or unpacked."""
LARGEST_NUMBER = 1e9
"""The largest weight: in a file of that size all sums stay finite in float32, whatever the activation."""


def load_network(path: str | Path | IO[bytes] = SHIPPED) -> Network:
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
    AssetError
        If it is the course's own file that is missing or damaged.
    WeightsError
        Whatever is wrong with any other file.
    """
    try:
        return network_from_arrays(_read_arrays(path))
    except WeightsError as error:
        if path != SHIPPED:
            raise
        raise AssetError(SHIPPED.name, "damaged" if SHIPPED.exists() else "missing") from error


def _read_arrays(path: str | Path | IO[bytes]) -> dict[str, Any]:
    """Return the arrays of a file in either format, whatever they are."""
    try:
        content = _first_bytes(path)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise WeightsError(f"{path} cannot be read: {why}.") from error
    if len(content) > LARGEST:
        raise WeightsError(f"The file is larger than {LARGEST >> 20} MB: this is no weights file.")
    return _read_npz(content) if content.startswith(b"PK") else read_pickle(content, _WANTED)


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
        If one is missing, is not made of finite numbers up to 10⁹, or does not fit its neighbours.
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
    with whole_file(path) if isinstance(path, str | Path) else nullcontext(path) as file:
        np.savez(file, **dict(network), **extra)  # type: ignore[arg-type]


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
    if array.size and np.abs(array).max() > LARGEST_NUMBER:
        raise WeightsError(f"{key} holds a number beyond ±10⁹: retrain or mend the file.")
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
