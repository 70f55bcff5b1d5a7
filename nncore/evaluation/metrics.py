"""What a network answers to many images, beside what is right: where it fails, and how sure it may be."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nncore.network import Network
from nncore.predict import predict
from nncore.types import Array, read_only

SLICE = 1000
"""How many images go through the network at once: few enough to stay in a processor's cache."""
NOT_SURE = 0.7
"""Below this best probability the network had better say that it is not sure."""


@dataclass(frozen=True, eq=False)
class Predictions:
    """The answers to n images, read-only: many visitors may share them.

    Attributes
    ----------
    y : ndarray (n, classes)
        The probabilities that the network gave.
    t : ndarray (n,)
        The labels: what each image truly is.
    """

    y: Array
    t: Array

    @cached_property
    def answer(self) -> Array:
        """The most probable class of each image (n,)."""
        return read_only(self.y.argmax(axis=1))

    @cached_property
    def confidence(self) -> Array:
        """The probability of each answer (n,)."""
        return read_only(self.y.max(axis=1))

    @cached_property
    def right(self) -> Array:
        """Whether each answer is right (n,) bool."""
        return read_only(np.asarray(self.answer == self.t))

    @property
    def accuracy(self) -> float:
        """The share of right answers, 0 to 1."""
        return float(self.right.mean())


def read(network: Network, x: Array, t: Array) -> Predictions:
    """Return a network's answers to images (n, inputs), beside their labels (n,)."""
    slices = [predict(network, x[start : start + SLICE]) for start in range(0, len(x), SLICE)]
    return Predictions(read_only(np.concatenate(slices)), t)


def confusion_matrix(predictions: Predictions) -> Array:
    """Count how often each class (row) was given each answer (column): (classes, classes) int."""
    classes = predictions.y.shape[1]
    pairs = predictions.t.astype(int) * classes + predictions.answer
    return np.bincount(pairs, minlength=classes**2).reshape(classes, classes)


def accuracy_by_class(confusion: Array) -> Array:
    """Return the share of right answers within each class (classes,); nan for an empty one."""
    with np.errstate(invalid="ignore"):
        return np.diag(confusion) / confusion.sum(axis=1)


def accuracy_in_parts(predictions: Predictions, size: int) -> Array:
    """Return the accuracy on each part of this size, after all images were mixed: how far does chance go?"""
    mixed = np.random.default_rng(0).permutation(predictions.right)
    return mixed[: len(mixed) // size * size].reshape(-1, size).mean(axis=1)


def most_confused(confusion: Array, count: int) -> list[tuple[int, int, int]]:
    """Return the commonest mistakes: label, answer, how often; at most `count` of them."""
    wrong = confusion - np.diag(np.diag(confusion))
    places = np.argsort(-wrong, axis=None, kind="stable")[:count]
    pairs = [divmod(int(place), wrong.shape[1]) for place in places]
    return [(label, answer, int(wrong[label, answer])) for label, answer in pairs if wrong[label, answer]]


@dataclass(frozen=True)
class Answered:
    """What is left if a network may say "I don't know": how many it answers, how many rightly."""

    answered: int
    right: int
    total: int

    @property
    def accuracy(self) -> float:
        """The share of right ones among its answers; nan if it answers nothing."""
        return self.right / self.answered if self.answered else float("nan")


def selective_accuracy(predictions: Predictions, threshold: float) -> Answered:
    """Return what is left if the network answers only where its best probability reaches the threshold."""
    sure = predictions.confidence >= threshold
    return Answered(int(sure.sum()), int((sure & predictions.right).sum()), len(sure))


@dataclass(frozen=True)
class Bin:
    """The answers that were about equally sure: how sure on average, and how often right."""

    count: int
    confidence: float
    accuracy: float


def reliability(predictions: Predictions, bins: int = 10) -> list[Bin]:
    """Sort the answers into bins of equal width by their probability; empty bins are left out.

    Of 100 answers that are 80 % sure, 80 should be right: then the two numbers of a bin agree.
    """
    confidence = predictions.confidence.astype(np.float64)
    which = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        Bin(int(here.sum()), float(confidence[here].mean()), float(predictions.right[here].mean()))
        for here in (which == b for b in range(bins))
        if here.any()
    ]


def expected_calibration_error(predictions: Predictions, bins: int = 10) -> float:
    """Return how far, on average, confidence and accuracy are apart (Guo et al., 2017).

    It is the mean gap between the two numbers of a bin, weighted by how many answers the bin holds:
    from 0 (when the network says 90 % it is right in 90 % of the cases) to 1.
    """
    gaps = (each.count * abs(each.accuracy - each.confidence) for each in reliability(predictions, bins))
    return sum(gaps) / len(predictions.t)
