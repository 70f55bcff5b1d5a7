"""What visitors do in these tests, without a browser."""

from tests.support.drawing_hand import DIGITS
from tools.pen import draw_on_paper, png
from tools.visitor import Visitor


def on_canvas(digit: int) -> list[list[tuple[float, float]]]:
    """Return the strokes of a digit in pixels of the canvas."""
    return [[(28 * x, 28 * y) for x, y in stroke] for stroke in DIGITS[digit]]


def picture_of(digit: int) -> bytes:
    """Return a picture of a digit, as PNG."""
    return png(on_canvas(digit))


async def reads(visitor: Visitor, digit: int) -> None:
    """Wait until the answer is this digit."""
    await visitor.until(lambda screen: screen.text("prediction").startswith(str(digit)))


async def draws(visitor: Visitor, digit: int) -> None:
    """Draw a digit, and have it read."""
    await draw_on_paper(visitor, on_canvas(digit))
    await reads(visitor, digit)
