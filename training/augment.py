"""Random distortions of digit pictures, so that a network meets more hands than it was given.

All work on a batch (n, 28, 28) float32 from 0 (paper) to 1 (ink), draw their chance from the
generator passed in, and return a new batch. `augment` puts them together. The ideas are those
of Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to
visual document analysis" (2003); new here is that a distorted digit is scaled and centred as
MNIST's own were, since every drawing that the network will meet has been, too.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from nncore.images.framing import BOX, CENTRE, SIZE, centre_of_mass
from nncore.images.warp import change_thickness, placement
from nncore.types import Array

INKED = 0.3
"""From this grey on a pixel counts as part of the digit when its extent is measured."""
KNOTS = 6
"""The grid on which a wobble is drawn has so many points to a side."""


@dataclass(frozen=True)
class Augmentation:
    """How far each distortion may go; 0 switches it off.

    Attributes
    ----------
    rotation : float
        Largest turn in degrees, either way.
    shear : float
        Largest slant: pixels to the side per pixel of height.
    stretch : float
        Largest change of the width against the height, as a logarithm.
    scale : float
        Largest change of the size, as a logarithm.
    shift : float
        Largest distance of the centre of mass from index 14, each way, in pixels: half a pixel
        is what remains in MNIST, whose digits were moved by whole ones. The wobble comes on top.
    elastic : float
        Typical wobble in pixels.
    thickness : float
        Largest change of the pen: 1 adds, −1 takes, about a pixel all around.
    pressure : float
        Typical change of the pen within one picture, as a hand that presses and lets go.
    fading : float
        How far half of the pictures fade here and there, as a pencil's or a dry pen's lines do.
    """

    rotation: float = 12
    shear: float = 0.25
    stretch: float = 0.2
    scale: float = 0.06
    shift: float = 0.5
    elastic: float = 0.6
    thickness: float = 0.6
    pressure: float = 0.25
    fading: float = 0.6


def augment(images: Array, rng: Generator, by: Augmentation) -> Array:
    """Return every image distorted in its own random way, then scaled and centred as MNIST's are."""
    images = pressed(images, rng, by)
    forward = random_matrices(len(images), rng, by)
    forward *= (fitting_scale(images, forward) * np.exp(uniform(rng, by.scale, len(images))))[:, None, None]
    away = uniform(rng, by.shift, (len(images), 2))[:, :, None, None]
    return darkened(transform(images, forward, elastic_field(len(images), rng, by.elastic) + away))


def pressed(images: Array, rng: Generator, by: Augmentation) -> Array:
    """Return the images with another pen, which presses now hard and now lightly, and with faded lines."""
    n = len(images)
    amounts = uniform(rng, by.thickness, n)[:, None, None] + by.pressure * hills(n, rng)
    changed = change_thickness(images, amounts.clip(-1, 1))
    depth = by.fading * np.maximum(uniform(rng, 1, n), 0)[:, None, None]
    return np.asarray(changed * (1 - depth * hills(n, rng).clip(0, 1)), np.float32)


def hills(n: int, rng: Generator) -> Array:
    """Return n smooth random landscapes (n, 28, 28) with a mean of 0 and a deviation of about 1."""
    return elastic_field((n + 1) // 2, rng, 1.0).reshape(-1, SIZE, SIZE)[:n]


def darkened(images: Array) -> Array:
    """Return the images with their darkest pixel at 1, as a prepared drawing has it."""
    return images / np.maximum(images.max(axis=(1, 2), keepdims=True), 0.1)


def uniform(rng: Generator, limit: float, shape: int | tuple[int, ...]) -> Array:
    """Return float32 between −limit and limit."""
    return (rng.random(shape, np.float32) * 2 - 1) * np.float32(limit)


def random_matrices(n: int, rng: Generator, by: Augmentation) -> Array:
    """Return n random turns, slants and stretches as matrices (n, 2, 2) that move (y, x)."""
    angle = uniform(rng, np.radians(by.rotation), n)
    slant = uniform(rng, by.shear, n)
    return placement(-angle, slant, np.exp(uniform(rng, by.stretch, n) / 2)).astype(np.float32)


def fitting_scale(images: Array, matrices: Array) -> Array:
    """Return the factors (n,) that bring each moved digit's longer side to 20 pixels."""
    grid = np.indices((SIZE, SIZE), np.float32).reshape(2, -1)
    corners = np.array([[-0.5, -0.5, 0.5, 0.5], [-0.5, 0.5, -0.5, 0.5]], np.float32)
    inked = images.reshape(len(images), 1, -1) > INKED
    places = matrices @ grid
    high = np.where(inked, places, -np.inf).max(axis=2)
    low = np.where(inked, places, np.inf).min(axis=2)
    pixel = np.ptp(matrices @ corners, axis=2)
    longer = (high - low + pixel).max(axis=1)
    return np.where(np.isfinite(longer), BOX / np.maximum(longer, 1), 1).astype(np.float32)


def elastic_field(n: int, rng: Generator, strength: float) -> Array:
    """Return smooth random displacements (n, 2, 28, 28) in pixels, for the y and the x of each pixel.

    Random numbers on a coarse grid are spread by bell curves, which do not depend on the image.
    """
    centres = np.linspace(-2, SIZE + 1, KNOTS)
    spacing = centres[1] - centres[0]
    bells = np.exp(-0.5 * ((np.arange(SIZE)[:, np.newaxis] - centres) / (0.6 * spacing)) ** 2)
    bells = (bells / np.sqrt((bells**2).sum(axis=1, keepdims=True))).astype(np.float32)
    coarse = rng.standard_normal((n, 2, KNOTS, KNOTS), np.float32) * np.float32(strength)
    return bells @ coarse @ bells.T


def transform(images: Array, matrices: Array, field: Array | float = 0.0) -> Array:
    """Return the images with (y, x), counted from the centre of the ink, moved by their matrices.

    Each new pixel looks back to where it came from, plus what the field (n, 2, 28, 28) says, and
    mixes the four pixels around that place. The digit's centre of mass lands at index 14.
    """
    n = len(images)
    grid = np.indices((SIZE, SIZE), np.float32).reshape(2, -1) - np.float32(CENTRE)
    source = np.linalg.inv(matrices).astype(np.float32) @ grid
    inked = images.max(axis=(1, 2))[:, np.newaxis] > 0
    centre = np.where(inked, centre_of_mass(images, np.float32), np.float32(CENTRE))
    source = source.reshape(n, 2, SIZE, SIZE) + centre[:, :, np.newaxis, np.newaxis] + field
    return sample(images, source[:, 0], source[:, 1])


def sample(images: Array, y: Array, x: Array) -> Array:
    """Return the images read at rows y and columns x (n, 28, 28), of each image its own."""
    side = SIZE + 2  # a rim of paper, so that what comes from outside is paper
    flat = np.pad(images, ((0, 0), (1, 1), (1, 1))).ravel()
    y, x = np.clip(y + 1, 0, side - 1.001), np.clip(x + 1, 0, side - 1.001)
    top, left = y.astype(np.int32), x.astype(np.int32)
    dy, dx = (y - top).astype(np.float32), (x - left).astype(np.float32)
    corner = top * side + left + (np.arange(len(images), dtype=np.int32) * side * side)[:, None, None]
    upper = flat[corner] * (1 - dx) + flat[corner + 1] * dx
    lower = flat[corner + side] * (1 - dx) + flat[corner + side + 1] * dx
    return upper * (1 - dy) + lower * dy
