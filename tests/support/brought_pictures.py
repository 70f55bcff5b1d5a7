"""Pictures of test images in a row, as somebody brings them to the Draw page, and what is read in them."""

import numpy as np
from PIL import Image
from streamlit.testing.v1 import AppTest

from nncore import Preparation, load_images, load_network, predict, read_picture
from nncore.base.steps import finish
from tests.support.app import finished, opened
from tests.support.picture_files import file_of
from ui.state.drawing import Drawing
from ui.state.picture import Picture, PictureState

IMAGES, LABELS = load_images("test")
ONE_OF_EACH = [int(np.flatnonzero(digit == LABELS)[0]) for digit in range(10)]


def written(*digits: int, size: tuple[int, int] = (400, 300), scale: int = 6) -> Image.Image:
    """A white page with test images of these digits in a row, black on white."""
    paper = np.full(size[::-1], 255, np.uint8)
    for place, digit in enumerate(digits):
        image = IMAGES[ONE_OF_EACH[digit]].repeat(scale, 0).repeat(scale, 1)
        left = 20 + place * 30 * scale
        paper[60 : 60 + 28 * scale, left : left + 28 * scale] = 255 - image
    return Image.fromarray(paper)


def rgba(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGBA"))


def answer_of(digits) -> str:
    """What the network answers to prepared digits, one after the other."""
    return "".join(str(predict(load_network(), digit.pixels.ravel()).argmax()) for digit in digits)


def digits_in(picture: Picture) -> tuple[Preparation, ...]:
    """What is found in a picture, or in its box."""
    finish(picture.read())
    assert picture.digits is not None
    return picture.digits


def with_picture(picture: Image.Image, drawing: Drawing | None = None) -> AppTest:
    """The Draw page with a picture on it, and perhaps a drawing under it."""
    brought = Picture(read_picture(file_of(picture)), "your file", 0)
    state = {"picture state": PictureState(brought, 1), "drawing state": drawing or Drawing()}
    return finished(opened("pages/draw.py", **state))
