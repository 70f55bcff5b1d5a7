"""MNIST as it ships: byte for byte the official set, and shaped as the book's loader shapes it."""

import hashlib
import struct

import numpy as np
import pytest

from nncore import load_images, load_mnist

# SHA-256 of the four official IDX files, unpacked (yann.lecun.com/exdb/mnist)
OFFICIAL = {
    ("train", "images"): "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    ("train", "labels"): "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    ("test", "images"): "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    ("test", "labels"): "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}


@pytest.mark.parametrize("split", ["train", "test"])
def test_the_official_streams(split) -> None:
    images, labels = load_images(split)
    image_header = struct.pack(">IIII", 0x0803, *images.shape)
    label_header = struct.pack(">II", 0x0801, *labels.shape)
    assert hashlib.sha256(image_header + images.tobytes()).hexdigest() == OFFICIAL[split, "images"]
    assert hashlib.sha256(label_header + labels.tobytes()).hexdigest() == OFFICIAL[split, "labels"]


@pytest.fixture(scope="module")
def mnist():
    return load_mnist()


def test_shapes_of_the_book(mnist) -> None:
    (x_train, t_train), (x_test, t_test) = mnist
    assert (x_train.shape, t_train.shape) == ((60000, 784), (60000,))
    assert (x_test.shape, t_test.shape) == ((10000, 784), (10000,))
    assert t_test[0] == 7
    assert t_train[:5].tolist() == [5, 0, 4, 1, 9]


def test_normalized_pixels(mnist) -> None:
    (x_train, _), (x_test, _) = mnist
    images, _ = load_images("test")
    for x in (x_train, x_test):
        assert x.dtype == np.float32
        assert (x.min(), x.max()) == (0, 1)
    # the mean and deviation of MNIST that every tutorial quotes
    assert x_train.mean(dtype=np.float64) == pytest.approx(0.1307, abs=5e-5)
    assert x_train.std(dtype=np.float64) == pytest.approx(0.3081, abs=5e-5)
    np.testing.assert_allclose(x_test[17].reshape(28, 28), images[17].astype(float) / 255, atol=1e-7)


def test_raw_pixels_as_pictures_with_one_hot_labels(mnist) -> None:
    (_, t_train), (_, t_test) = mnist
    (x_raw, hot_train), (x_raw_test, hot_test) = load_mnist(
        normalize=False, flatten=False, one_hot_label=True
    )
    assert (x_raw.shape, x_raw_test.shape) == ((60000, 1, 28, 28), (10000, 1, 28, 28))
    assert x_raw.dtype == np.uint8
    assert x_raw.max() == 255
    np.testing.assert_array_equal(x_raw_test[:, 0], load_images("test")[0])
    for hot, t in ((hot_train, t_train), (hot_test, t_test)):
        assert hot.shape == (len(t), 10)
        assert (hot.sum(axis=1) == 1).all()
        np.testing.assert_array_equal(hot.argmax(axis=1), t)


def test_the_centre_of_mass_is_index_14() -> None:
    """The fact that the preparation of drawings rests on."""
    for split in ("train", "test"):
        images = load_images(split)[0].astype(np.float32)
        mass = images.sum(axis=(1, 2))
        for axis in (1, 2):
            centre = images.sum(axis=3 - axis) @ np.arange(28) / mass
            assert centre.mean() == pytest.approx(14.0, abs=0.02)
            assert centre.min() > 13.45
            assert centre.max() < 14.55
