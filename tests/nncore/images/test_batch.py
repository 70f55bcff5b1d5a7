"""The preparation of many pictures against that of one, whose own tests have the hand-made cases."""

import numpy as np
import pytest

from nncore import Distortion, NothingDrawn, distort, load_images
from nncore.images.batch import prepare_batch
from nncore.images.drawing import drawn_ink
from nncore.images.preprocess import prepare_ink


def one_by_one(images: np.ndarray) -> np.ndarray:
    def prepared(image: np.ndarray) -> np.ndarray:
        try:
            return prepare_ink(drawn_ink(np.repeat(image[..., np.newaxis], 3, axis=2))).pixels
        except NothingDrawn:
            return np.zeros((28, 28))

    return np.stack([prepared(image) for image in images])


@pytest.mark.parametrize(
    "by",
    [
        Distortion(),
        Distortion(inverted=True),
        Distortion(right=6, down=-4, size=0.5),
        Distortion(right=12, size=1.6),
        Distortion(right=27),
        Distortion(turn=45, slant=0.7, size=0.4),
        Distortion(thickness=-0.9),
        Distortion(contrast=0.15),
        Distortion(noise=0.4),
    ],
    ids=str,
)
def test_as_the_preparation_of_one_picture(by: Distortion) -> None:
    images = load_images("test")[0][:100] / np.float32(255)
    drawings = np.round(distort(images, by, np.random.default_rng(1)) * 255).astype(np.uint8)
    batch, single = prepare_batch(drawings / np.float32(255)), one_by_one(drawings)
    differs = np.abs(batch - single).max(axis=(1, 2)) > 1e-5
    assert differs.sum() <= 1  # a centre of mass just between two pixels may fall either way
    assert np.sort(batch.reshape(100, -1)) == pytest.approx(np.sort(single.reshape(100, -1)), abs=1e-5)


def test_blank_ones_stay_blank() -> None:
    greys = np.stack([np.full((28, 28), grey, np.float32) for grey in (0, 0.5, 1)])
    assert (prepare_batch(greys) == 0).all()
