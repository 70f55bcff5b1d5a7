"""Distort digits, all of them in the same way, to see how far a network follows.

All functions take a batch (n, 28, 28) float32 from 0 (paper) to 1 (ink) and return a new one.
Shifting, turning, scaling and slanting move pixels, and each new pixel is a mix of the four old
ones around the place that it came from: a sum of inputs times weights. So all four together
are one matrix product, like a layer of a network without its bias and activation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from nncore.evaluation.accuracy import Progress, most_at_once
from nncore.evaluation.metrics import Predictions, confusion_matrix
from nncore.images.batch import prepare_batch
from nncore.images.framing import SIZE
from nncore.images.warp import change_thickness, placement, sampling_matrix
from nncore.network import Network
from nncore.predict import predict
from nncore.types import Array

AT_ONCE = 500
"""How many images are distorted at once: by all of them together in about a tenth of a second."""
MIDDLE = (SIZE - 1) / 2
"""What turns and grows does so around the middle of the frame, between pixels 13 and 14."""


@dataclass(frozen=True)
class Distortion:
    """How far to distort; as it stands here, nothing changes.

    Attributes
    ----------
    right, down : float
        Shift in pixels.
    turn : float
        Rotation in degrees, against the clock.
    size : float
        Scale: 2 is twice as large.
    slant : float
        Shear: pixels to the right for each pixel upward.
    thickness : float
        Pixels of ink that a stroke gains all around, or loses where negative.
    contrast : float
        Distance from middle grey: 0 makes all of one grey.
    noise : float
        Standard deviation of the random number that is added to each pixel.
    inverted : bool
        Swap paper and ink.
    """

    right: float = 0
    down: float = 0
    turn: float = 0
    size: float = 1
    slant: float = 0
    thickness: float = 0
    contrast: float = 1
    noise: float = 0
    inverted: bool = False

    def with_one(self, field: str, value: float) -> "Distortion":
        """Return this distortion with one field changed."""
        return Distortion(**(vars(self) | {field: value}))


def distort(images: Array, by: Distortion, rng: Generator) -> Array:
    """Return the images distorted: strokes first, then moved, then grey values changed."""
    distorted = thicken(images, by.thickness)
    distorted = move(distorted, by)
    distorted = change_contrast(distorted, by.contrast)
    distorted = add_noise(distorted, by.noise, rng)
    return 1 - distorted if by.inverted else distorted


def as_seen(images: Array, by: Distortion, *, prepared: bool) -> Iterator[Array]:
    """Yield the images as the network sees them, slice by slice: distorted, and prepared anew if wished."""
    rng = np.random.default_rng(0)
    for start in range(0, len(images), AT_ONCE):
        distorted = distort(images[start : start + AT_ONCE], by, rng)
        yield prepare_batch(distorted) if prepared else distorted


@dataclass(frozen=True, eq=False)
class Counted(Progress):
    """How far a reading is, and how often each class (row) was given each answer (column) so far."""

    confusion: Array


def read_distorted(
    network: Network, images: Array, t: Array, by: Distortion, *, prepared: bool
) -> Iterator[Counted]:
    """Read the images (n, 28, 28) after a distortion; the noise is the same every time.

    Yields how far it is, so often that a page can go on answering.
    """
    done, size = 0, most_at_once(network)
    confusion = np.zeros((network.sizes[-1],) * 2, int)
    for seen in as_seen(images, by, prepared=prepared):
        for start in range(0, len(seen), size):
            batch = seen[start : start + size].reshape(-1, SIZE**2)
            labels = t[done : done + len(batch)]
            confusion = confusion + confusion_matrix(Predictions(predict(network, batch), labels))
            done += len(batch)
            yield Counted(done, int(np.trace(confusion)), len(images), confusion)


def move(images: Array, by: Distortion) -> Array:
    """Return the images scaled, slanted, turned and shifted; what leaves the frame is lost."""
    if (by.right, by.down, by.turn, by.size, by.slant) == (0, 0, 0, 1, 0):
        return images
    return (images.reshape(len(images), -1) @ sampling_matrix(places(by))).reshape(images.shape)


def places(by: Distortion) -> Array:
    """Return the row and column (2, 784) that each pixel of the moved picture comes from."""
    grid = np.indices((SIZE, SIZE)).reshape(2, -1) - MIDDLE
    moved = placement(np.radians(by.turn), -by.slant) * by.size
    source = np.linalg.inv(moved) @ (grid - [[by.down], [by.right]]) + MIDDLE
    return source.round(9)  # the cosine of 90° is 6e-17, and must not mix in a neighbour


def thicken(images: Array, amount: float) -> Array:
    """Return the images with strokes thicker by so many pixels all around, thinner if negative."""
    while amount:
        step = min(max(amount, -1), 1)
        images = change_thickness(images, np.full(len(images), step, np.float32))
        amount -= step
    return images


def change_contrast(images: Array, factor: float) -> Array:
    """Return the images with each value's distance from middle grey times a factor."""
    half = np.float32(0.5)
    if factor == 1:
        return images
    changed = images - half
    changed *= np.float32(factor)
    changed += half
    return np.clip(changed, 0, 1, out=changed)


def add_noise(images: Array, deviation: float, rng: Generator) -> Array:
    """Return the images with a random number added to each pixel, kept within 0 and 1."""
    if deviation == 0:
        return images
    noisy = rng.standard_normal(images.shape, np.float32)
    noisy *= np.float32(deviation)
    noisy += images
    return np.clip(noisy, 0, 1, out=noisy)
