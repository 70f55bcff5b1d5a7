"""What visitors do in these tests, without a browser."""

import io

import numpy as np
from PIL import Image

from nncore import CANVAS
from tests.support.drawing_hand import DIGITS
from tools.pen import draw_on_paper
from tools.visitor import Visitor
from training.strokes import render


def picture_of(digit: int) -> bytes:
    """Return a picture of a digit, as PNG."""
    file = io.BytesIO()
    strokes = [np.multiply(stroke, CANVAS / 10) for stroke in DIGITS[digit]]
    Image.fromarray(render(strokes)).save(file, "PNG")
    return file.getvalue()


async def reads(visitor: Visitor, digit: int) -> None:
    """Wait until the answer is this digit."""
    await visitor.until(lambda screen: screen.text("prediction").startswith(str(digit)))


async def draws(visitor: Visitor, digit: int) -> None:
    """Draw a digit, and have it read."""
    await draw_on_paper(visitor, [[(28 * x, 28 * y) for x, y in stroke] for stroke in DIGITS[digit]])
    await reads(visitor, digit)
