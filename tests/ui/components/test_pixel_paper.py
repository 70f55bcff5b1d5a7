"""The paper for the keys is read as it was filled, if what it reports is about what lies on it now."""

import numpy as np

from nncore import load_network, predict
from ui.components.pixel_paper import read_pixels
from ui.state.drawing import digits_of, example_sheet, pixel_sheet, pixels_of

SEVEN = np.zeros((28, 28), np.uint8)
SEVEN[6, 8:20] = 255
for step in range(16):
    SEVEN[7 + step, 19 - step // 2] = 255


def test_what_was_filled_comes_back() -> None:
    greys = np.random.default_rng(0).integers(0, 256, (28, 28), dtype=np.uint8)
    np.testing.assert_array_equal(pixels_of(pixel_sheet(greys[np.newaxis])), greys)
    np.testing.assert_array_equal(pixels_of(example_sheet(0, greys)), greys)
    reported = read_pixels({"since": 3, "pixels": greys.tobytes().hex()}, 3)
    assert reported is not None
    np.testing.assert_array_equal(reported, greys)


def test_it_goes_through_the_same_preparation_as_a_drawing() -> None:
    (digit,) = digits_of(pixel_sheet(SEVEN[np.newaxis]))
    assert digit.box == (60, 80, 230, 200)  # of the paper: ten pixels for each
    assert int(predict(load_network(), digit.pixels.ravel()).argmax()) == 7


NONSENSE: list[object] = [
    None,
    "00" * 784,
    {"since": 2, "pixels": "00" * 784},  # about what lay there before
    {"since": True, "pixels": "00" * 784},
    {"since": 3},
    {"since": 3, "pixels": ["00"] * 784},
    {"since": 3, "pixels": "00" * 783},
    {"since": 3, "pixels": "0g" * 784},
    {"since": 3, "pixels": "0" * 10_000_000},
]


def test_nonsense_is_not_taken() -> None:
    assert not [report for report in NONSENSE if read_pixels(report, 3) is not None]
