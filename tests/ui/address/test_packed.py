"""A drawing survives its way through the address; nonsense there is no digit."""

import base64
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra.numpy import arrays

from nncore import load_images
from ui.address import pack, unpack


@given(arrays(np.uint8, (28, 28)))
def test_any_picture_comes_back(image: np.ndarray) -> None:
    np.testing.assert_array_equal(unpack(pack(image)), image)


def test_a_digit_is_short_enough_for_an_address() -> None:
    assert max(len(pack(image)) for image in load_images("test")[0][:300]) < 500


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "ä" * 40,
        pack(np.zeros((28, 28), np.uint8))[:-9],
        base64.urlsafe_b64encode(zlib.compress(bytes(783))).decode(),
        base64.urlsafe_b64encode(zlib.compress(bytes(10**7))).decode(),
    ],
)
def test_nonsense_is_no_picture(text: str) -> None:
    assert unpack(text) is None
