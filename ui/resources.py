"""Data that is read from disk once and shared, read-only, by all visitors.

It is kept in Python's own caches, since any visitor can empty Streamlit's for everybody by one message.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, wraps
from threading import RLock
from types import MappingProxyType
from typing import ParamSpec, TypeVar

import numpy as np
import streamlit as st

from nncore import (
    VALIDATION,
    Array,
    AssetError,
    Counted,
    Gallery,
    Hollow,
    Network,
    Predictions,
    best_scores,
    left_out,
    load_images,
    load_network,
    read,
    read_asset,
    read_only,
)
from ui.inside import makes_a_page
from ui.language import N_, said
from ui.log import log_broken

NOT_HERE = N_("The training images are not in this build.")
P = ParamSpec("P")
R = TypeVar("R")


def _shared(read: Callable[P, R]) -> Callable[P, R]:
    """Cache a reader for all visitors, and make its arrays read-only.

    A missing or damaged file stops the run with a sentence: here, since a fragment redraws without its page.
    The next call tries again. Where no page is being made, the error is raised.
    """
    kept, lock = cache(read), RLock()

    @wraps(read)
    def reader(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with lock:
                return _frozen(kept(*args, **kwargs))  # type: ignore[arg-type]
        except AssetError as error:
            if not makes_a_page():
                raise
            log_broken(error)
            st.error(said(error), icon=":material/healing:")
            st.stop()

    return reader


def _frozen(value: R) -> R:
    """Make a value read-only: an array, or the arrays of a tuple or an object."""
    held = value if isinstance(value, tuple) else getattr(value, "__dict__", {"": value}).values()
    for part in held:
        if isinstance(part, np.ndarray):
            read_only(part)
    return value


@_shared
def digit_network() -> Network:
    """Return the network that ships with the course; its arrays are read-only."""
    return load_network()


@_shared
def test_set() -> tuple[Array, Array]:
    """Return MNIST's test images (10000, 28, 28) uint8 and their labels, read-only."""
    return load_images("test")


@_shared
def training_images_here() -> bool:
    """Whether the training images are here: a build for the browser alone leaves them out."""
    return not left_out("mnist_train.npz")


@_shared
def _training_set() -> tuple[Array, Array]:
    return load_images("train")


@_shared
def training_images() -> tuple[Array, Array]:
    """Return the images that our network learned from (50000, 784) uint8, and their labels, read-only."""
    images, labels = _training_set()
    return images[:-VALIDATION].reshape(-1, 784), labels[:-VALIDATION]


@_shared
def training_gallery() -> Gallery:
    """Return the training images as a gallery to search for the nearest."""
    return Gallery.of(training_images()[0].reshape(-1, 28, 28))


def as_input(images: Array) -> Array:
    """Return images (…, 28, 28) uint8 as the network's input (…, 784), float32 from 0 to 1."""
    return images.reshape(*images.shape[:-2], 784).astype(np.float32) / 255


@_shared
def test_input() -> Array:
    """Return the test images as the network's input (10000, 784) float32, read-only."""
    return as_input(test_set()[0])


def validation_input() -> Iterator[Array]:
    """Yield the validation images, a thousand at a time, as the network's input."""
    images = _training_set()[0][-VALIDATION:]
    for start in range(0, VALIDATION, 1000):
        yield as_input(images[start : start + 1000])


@_shared
def no_digits() -> Array:
    """Return letters and little pictures (n, 784) float32 as training draws them, read-only."""
    (images,) = read_asset("examples.npz", "no_digits")
    return as_input(images)


class Tested:
    """A network and the results computed with it, each on demand and once.

    Attributes
    ----------
    network : Network
    counts : dict
        The results on distorted images by request.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.counts: dict[object, Counted] = {}

    @cached_property
    def reading(self) -> Predictions:
        """Its predictions for the test set."""
        return read(self.network, test_input(), test_set()[1])

    @cached_property
    def best(self) -> Array:
        """Its best score for each test image (10000,), read-only."""
        return read_only(best_scores(self.network, test_input()))


@_shared
def ours() -> Tested:
    """Return our network with its results, which a class computes once."""
    return Tested(digit_network())


@_shared
def _handfuls() -> Array:
    (examples,) = read_asset("examples.npz", "handfuls")
    return examples


def handful(k: int) -> Array:
    """Return a few training pictures (3, n, 28, 28), the k-th selection: of MNIST, drawings and typefaces."""
    return np.asarray(_handfuls()[k % len(_handfuls())])


@dataclass(frozen=True, eq=False)
class History:
    """How our network was trained: curves with one number for each epoch, and the settings."""

    curves: Mapping[str, Array]
    settings: str
    temperature: float


@_shared
def training_history() -> History:
    """Return the training history of our network."""
    names = ("epoch", "loss", "training", "validation", "drawings", "seconds")
    *curves, settings, temperature = read_asset("history.npz", *names, "settings", "temperature")
    by_name = MappingProxyType(dict(zip(names, map(read_only, curves), strict=True)))
    return History(by_name, str(settings), float(temperature))


def read_all() -> None:
    """Read all that pages need, before anybody waits for it."""
    for reader in (digit_network, test_set, test_input, training_gallery, training_history):
        reader()
    ours().reading  # noqa: B018
    for examples in (training_examples, validation_examples):
        examples(1000)
    xor_hollow()
    handful(0)


@_shared
def training_targets() -> Array:
    """Return the one-hot labels of the training images (50000, 10) float32, read-only."""
    return np.eye(10, dtype=np.float32)[training_images()[1]]


@_shared
def validation_examples(count: int) -> tuple[Array, Array]:
    """Return the last validation images as input (count, 784), and their labels."""
    images, labels = _training_set()
    return as_input(images[-count:]), labels[-count:]


@_shared
def training_examples(count: int) -> tuple[Array, Array]:
    """Return the first training images as input (count, 784), and their labels."""
    images, labels = training_images()
    return images[:count].astype(np.float32) / 255, labels[:count]


@_shared
def xor_hollow() -> Hollow:
    """Return the loss of a small network that has learned XOR, along two of its weights."""
    return Hollow.of_xor()
