"""What is read from disk once and shared by all visitors. Nobody may change what these return.

It is kept by Python's own caches: any visitor can empty those of Streamlit, for everybody, by one message.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, wraps
from threading import Lock
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
from ui.components.inside import makes_a_page
from ui.glossary_file import Entry, by_every_form, read_glossary
from ui.language import by_language, said
from ui.lessons import Lesson, Question, pages, read_headline, read_lesson, read_prose
from ui.log import log_broken

NOT_HERE = "The training images are not in this build."
P = ParamSpec("P")
R = TypeVar("R")


def _once(read: Callable[[], R]) -> Callable[[], R]:
    """Read once, whoever comes first: the others wait. What failed is tried again the next time."""
    kept, lock = cache(read), Lock()

    @wraps(read)
    def reader() -> R:
        with lock:
            return kept()

    return reader


def _or_stop(read: Callable[P, R]) -> Callable[P, R]:
    """Let a reader answer a missing or damaged file with a sentence, and end the run there.

    It stands at the readers, not around the pages: a fragment redraws without passing its page. Nothing
    of it is kept: the next run reads again. Where no page is being made, the error goes on.
    """

    @wraps(read)
    def reader(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return read(*args, **kwargs)
        except AssetError as error:
            if not makes_a_page():
                raise
            log_broken(error)
            st.error(said(error), icon=":material/healing:")
            st.stop()

    return reader


@_or_stop
@_once
def digit_network() -> Network:
    """Return the network that ships with the course; its arrays are read-only."""
    return load_network()


@_or_stop
@_once
def test_set() -> tuple[Array, Array]:
    """Return MNIST's test images (10000, 28, 28) uint8 and their labels, read-only."""
    images, labels = load_images("test")
    for array in (images, labels):
        read_only(array)
    return images, labels


@_or_stop
def training_images_here() -> bool:
    """Whether the training images are here: a build for the browser alone leaves them out."""
    return not left_out("mnist_train.npz")


@_once
def _training_set() -> tuple[Array, Array]:
    images, labels = load_images("train")
    for array in (images, labels):
        read_only(array)
    return images, labels


@_or_stop
@_once
def seen_images() -> tuple[Array, Array]:
    """Return the images that our network learned from (50000, 784) uint8, and their labels, read-only."""
    images, labels = _training_set()
    return images[:-VALIDATION].reshape(-1, 784), labels[:-VALIDATION]


@_or_stop
@_once
def seen_gallery() -> Gallery:
    """Return the same images, to be searched for the nearest."""
    gallery = Gallery.of(seen_images()[0].reshape(-1, 28, 28))
    for array in vars(gallery).values():
        read_only(array)
    return gallery


def as_input(images: Array) -> Array:
    """Return images (…, 28, 28) uint8 as the network's input (…, 784), float32 from 0 to 1."""
    return images.reshape(*images.shape[:-2], 784).astype(np.float32) / 255


@_once
def test_input() -> Array:
    """Return the test images as the network's input (10000, 784) float32, read-only."""
    x = as_input(test_set()[0])
    read_only(x)
    return x


@_once
def our_reading() -> Predictions:
    """Return what our network answers to the test set."""
    return read(digit_network(), test_input(), test_set()[1])


@_once
def our_best() -> Array:
    """Return our network's best score for each test image (10000,), read-only."""
    best = best_scores(digit_network(), test_input())
    read_only(best)
    return best


def validation_input() -> Iterator[Array]:
    """Yield the images that training kept apart, a thousand at a time, as the network's input."""
    images = _training_set()[0][-VALIDATION:]
    for start in range(0, VALIDATION, 1000):
        yield as_input(images[start : start + 1000])


@_or_stop
@_once
def no_digits() -> Array:
    """Return letters and little pictures (n, 784) float32 as training draws them, read-only."""
    (images,) = read_asset("examples.npz", "no_digits")
    x = as_input(images)
    read_only(x)
    return x


@dataclass(eq=False)
class Pushed:
    """What was measured of a network on distorted images, by what was asked; who measures more adds it.

    Attributes
    ----------
    counts : dict
        The answers to a share of the images.
    """

    counts: dict[object, Counted] = field(default_factory=dict)


@cache
def our_pushes() -> Pushed:
    """Return what was measured of our network: a class measures it once."""
    return Pushed()


@_once
def _handfuls() -> tuple[Array, ...]:
    (examples,) = read_asset("examples.npz", "handfuls")
    return tuple(read_only(examples))


@_or_stop
def handful(k: int) -> Array:
    """Return the k-th few pictures (3, n, 28, 28) that training makes: of MNIST, drawn, of typefaces."""
    examples = _handfuls()
    return examples[k % len(examples)]


@dataclass(frozen=True, eq=False)
class History:
    """How our network was trained: a curve of one number an epoch for each name, and the facts."""

    curves: Mapping[str, Array]
    recipe: str
    settings: str
    temperature: float


@_or_stop
@_once
def training_history() -> History:
    """Return what was stored beside our weights."""
    names = ("epoch", "loss", "training", "validation", "drawings", "seconds")
    *curves, recipe, settings, temperature = read_asset(
        "history.npz", *names, "recipe", "settings", "temperature"
    )
    for curve in curves:
        read_only(curve)
    by_name = MappingProxyType(dict(zip(names, curves, strict=True)))
    return History(by_name, str(recipe), str(settings), float(temperature))


def read_all() -> None:
    """Read all that a page may ask for, before anybody waits for it."""
    for reader in (digit_network, test_set, test_input, our_reading, seen_gallery, training_history):
        reader()
    for examples in (known_examples, other_examples):
        examples(1000)
    xor_hollow()
    handful(0)


@by_language
def lesson(language: str, page: str) -> Lesson:
    """Return the prose of a page."""
    return read_lesson(page, language)


@by_language
def headline(language: str, page: str) -> str:
    """Return the headline of a page, which need not be a lesson."""
    return read_headline(page, language)


@by_language
def changes(language: str) -> str:
    """Return what changed from version to version, without the headline."""
    return read_prose("changes", language).partition("\n")[2]


@by_language
def checks(language: str) -> Mapping[str, Question]:
    """Return all checks of the course by their names."""
    sections = (section for page in pages() for section in read_lesson(page, language).sections)
    return MappingProxyType({check.name: check for section in sections for check in section.checks})


@cache
def check_names() -> frozenset[str]:
    """Return the names of all checks of the course: what a visitor's marks may be about."""
    return frozenset(checks())


@by_language
def glossary(language: str) -> Mapping[str, Entry]:
    """Return the words of the course by their terms."""
    return MappingProxyType(read_glossary(language))


@by_language
def meanings(language: str) -> Mapping[str, Entry]:
    """Return the words of the course by every form of them."""
    return MappingProxyType(by_every_form(read_glossary(language)))


@by_language
def guesses(language: str) -> Mapping[str, Question]:
    """Return all that is asked before something is shown, by its name."""
    sections = (section for page in pages() for section in read_lesson(page, language).sections)
    parts = (part for section in sections for part in section.of("predict"))
    return MappingProxyType({part.title: part.question for part in parts if part.question})


@_once
def seen_targets() -> Array:
    """Return what is right for the images that a network learns from (50000, 10) float32, read-only."""
    targets = np.eye(10, dtype=np.float32)[seen_images()[1]]
    read_only(targets)
    return targets


@_or_stop
@lru_cache(maxsize=4)
def other_examples(count: int) -> tuple[Array, Array]:
    """Return images that nothing learned from, as input (count, 784), and their labels; no test images."""
    images, labels = _training_set()
    x = as_input(images[-count:])
    read_only(x)
    return x, labels[-count:]


@_or_stop
@lru_cache(maxsize=4)
def known_examples(count: int) -> tuple[Array, Array]:
    """Return the first images that a network learns from, as input (count, 784), and their labels."""
    images, labels = seen_images()
    x, t = images[:count].astype(np.float32) / 255, labels[:count]
    read_only(x)
    return x, t


@_once
def xor_hollow() -> Hollow:
    """Return the loss of a small network that has learned XOR, along two of its weights."""
    hollow = Hollow.of_xor()
    for array in (hollow.x, hollow.t, hollow.grid, hollow.surface):
        read_only(array)
    return hollow
