"""Read and write a trained network's weights: the arrays W1 b1 W2 b2 …, of one to four layers.

Two formats are read: NumPy's .npz, and the pickled dictionary that comes with the book
(``sample_weight.pkl``), which `unpickle` reads without running anything in it.
"""

import io
import pickle
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from nncore.activations import SLOPES
from nncore.base.assets import ASSETS, asset_bytes
from nncore.base.limits import WEIGHTS_BYTES
from nncore.base.whole_file import whole_file
from nncore.network import Layer, Network
from nncore.types import Array
from nncore.weights.layout import MOST_LAYERS, Stored, WeightsError, check_layout, names_of
from nncore.weights.npz import look_into_npz
from nncore.weights.safe_pickle import look_into_pickle

SHIPPED = ASSETS / "weights.npz"
"""The course's own weights."""
LARGEST_NUMBER = 1e9
"""The largest weight: with as many as are read all sums stay finite in float32, whatever the activation."""


@dataclass(frozen=True, eq=False)
class WeightsFile:
    """A network as a file holds it.

    Attributes
    ----------
    network : Network
    names : tuple of str
        What the file calls W1 b1 W2 b2 …: the biases may be B1 B2 ….
    pickled : bool
        Whether it is a pickle and not a .npz.
    """

    network: Network
    names: tuple[str, ...]
    pickled: bool


def load_network(path: str | Path | IO[bytes] = SHIPPED) -> Network:
    """Read a digit network: 784 inputs, no to three hidden layers, 10 probabilities.

    Parameters
    ----------
    path : path or binary file
        A .npz file or the book's pickled dictionary; its content shows which.

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
    if path == SHIPPED:
        path = io.BytesIO(asset_bytes(SHIPPED.name))
    return read_weights_file(path).network


def read_weights_file(path: str | Path | IO[bytes]) -> WeightsFile:
    """Read a file in either format, and how it is written.

    Raises
    ------
    WeightsError
        Whatever is wrong with it.
    """
    content = _content(path)
    pickled = not content.startswith(b"PK")
    try:
        given: Mapping[str, Any] = look_into_pickle(content) if pickled else look_into_npz(content)
        names = names_of(given)
        check_layout({key: given[name] for key, name in names.items()})
        arrays = {key: given[name].read() for key, name in names.items()}
        network = network_from_arrays(arrays | _word(given, "activation") | _word(given, "bar"))
    except WeightsError:
        raise
    # Zips and pickles fail in dozens of ways. To a user they are one.
    except Exception as error:
        raise WeightsError(
            "This is no weights file, or a damaged one: expected a .npz or a pickled dictionary "
            "with the arrays W1 b1 … Wn bn, n from 1 to 4."
        ) from error
    return WeightsFile(network, tuple(names.values()), pickled)


def _content(path: str | Path | IO[bytes]) -> bytes:
    try:
        with Path(path).open("rb") if isinstance(path, str | Path) else nullcontext(path) as file:
            content = file.read(WEIGHTS_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise WeightsError("{path} cannot be read: {why}.", path=path, why=why) from error
    if len(content) > WEIGHTS_BYTES:
        most = WEIGHTS_BYTES >> 20
        raise WeightsError("The file is larger than {most} MB: this is no weights file.", most=most)
    return content


def _word(given: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return under its name what a file says of the hidden activation, or of the bar, if anything."""
    value = given.get(name)
    if type(value) is Stored:  # in a .npz even a word is an array
        value = value.read().item() if value.shape == () else None
    return {name: value} if name in given else {}


def network_from_arrays(arrays: Mapping[str, Any]) -> Network:
    """Build a digit network from its arrays ("B1" is taken for "b1").

    Raises
    ------
    WeightsError
        If one is missing, is not made of finite numbers up to 10⁹, or does not fit its neighbours,
        or if the network is too large.
    """
    named = {key: arrays[name] for key, name in names_of(arrays).items()}
    check_layout(named)
    numbers = {key: _numbers(key, array) for key, array in named.items()}
    hidden = arrays.get("activation", "sigmoid")
    if type(hidden) is not str or hidden not in SLOPES:
        raise WeightsError("The hidden activation is an unknown one: use {names}.", names=", ".join(SLOPES))
    bar = arrays.get("bar")
    if "bar" in arrays and not (isinstance(bar, int | float) and abs(bar) <= LARGEST_NUMBER):
        raise WeightsError("The bar of the network is no number up to 10⁹: retrain or mend the file.")
    names = [hidden] * (len(numbers) // 2 - 1) + ["softmax"]
    layers = enumerate(names, start=1)
    return Network([Layer(numbers[f"W{n}"], numbers[f"b{n}"], h) for n, h in layers], bar)


def save_network(network: Network, path: str | Path | IO[bytes]) -> None:
    """Write a digit network as .npz; its bar too if it has one, and its hidden activation if not sigmoid.

    Raises
    ------
    ValueError
        If `load_network` could not give the same network back.
    """
    *before, last = (layer.h for layer in network.layers)
    hidden = before[0] if before else "sigmoid"
    if set(before) - {hidden} or last != "softmax" or hidden not in SLOPES or len(before) >= MOST_LAYERS:
        raise ValueError(f"Only up to three hidden layers alike and a softmax can be saved, not {network}.")
    extra = {} if hidden == "sigmoid" else {"activation": np.array(hidden)}
    if network.bar is not None:
        extra["bar"] = np.array(network.bar)
    with whole_file(path) if isinstance(path, str | Path) else nullcontext(path) as file:
        np.savez(file, **dict(network), **extra)  # type: ignore[arg-type]


def pickle_network(network: Network) -> bytes:
    """Return a network as the pickled dictionary that the book's listings read with pickle.load."""
    return pickle.dumps({key: np.array(value) for key, value in network.items()})


def _numbers(key: str, value: Array) -> Array:
    """Return an array as float32, or say what is wrong with its numbers."""
    if not np.isfinite(value).all():
        raise WeightsError("{name} holds a number that is not finite: retrain or mend the file.", name=key)
    with np.errstate(all="ignore"):
        array = value.astype(np.float32)
    if np.abs(array).max() > LARGEST_NUMBER:
        raise WeightsError("{name} holds a number beyond ±10⁹: retrain or mend the file.", name=key)
    return array
