"""No drawing: blank paper and what is no picture are told apart, and one dot is a drawing."""

import math

import numpy as np
import pytest

from nncore import NothingDrawn, prepare, shrink, to_mnist
from tests.support.round_pen import PAPER


@pytest.mark.parametrize(
    "blank",
    [
        np.zeros((280, 280, 4), np.uint8),
        np.full((280, 280, 4), 255, np.uint8),
        np.full((280, 280, 4), (*PAPER, 255), np.uint8),
        np.full((280, 280, 4), (255, 255, 255, 0), np.uint8),
        np.full((10, 20, 3), 77, np.uint8),
        np.zeros((1, 1), np.uint8),
    ],
)
def test_nothing_drawn(blank) -> None:
    for function in (prepare, to_mnist, shrink):
        with pytest.raises(NothingDrawn, match="one colour all over"):
            function(blank)
    assert issubclass(NothingDrawn, ValueError)


def test_a_trace_of_dust_is_no_drawing() -> None:
    picture = np.full((280, 280, 4), 255, np.uint8)
    picture[100:110, 100:110, :3] = 240
    with pytest.raises(NothingDrawn):
        prepare(picture)


@pytest.mark.parametrize("at", [(0, 0), (140, 140), (279, 279)])
def test_one_dot_is_a_drawing(at) -> None:
    picture = np.zeros((280, 280, 4), np.uint8)
    picture[at] = 255
    pixels = to_mnist(picture)
    assert math.isclose(pixels.sum(), 400, abs_tol=0.1)


@pytest.mark.parametrize("shape", [(28,), (28, 28, 2), (28, 28, 5), (0, 28, 4), (28, 0), (1, 28, 28, 4)])
def test_no_picture(shape) -> None:
    with pytest.raises(ValueError, match="A picture has height, width") as caught:
        prepare(np.zeros(shape, np.uint8))
    assert not isinstance(caught.value, NothingDrawn)
