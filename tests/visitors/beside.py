"""A well-behaved visitor beside an attack: it draws digits and must get the right answers."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.support.drawing_hand import DIGITS
from tests.support.running import awaited
from tools.pen import draw_on_paper
from tools.visitor import Visitor

Attack = Callable[[str], Awaitable[None]]
QUICK = [digit for digit, strokes in DIGITS.items() if len(strokes) == 1]
"""The digits of one stroke."""


def on_canvas(digit: int) -> list[list[tuple[float, float]]]:
    """Return the strokes of a digit in pixels of the canvas."""
    return [[(28 * x, 28 * y) for x, y in stroke] for stroke in DIGITS[digit]]


async def shows(visitor: Visitor, digit: int) -> None:
    """Wait until the answer is this digit."""
    await visitor.until(lambda screen: screen.text("prediction").startswith(str(digit)))


async def draws(visitor: Visitor, digit: int) -> None:
    """Draw a digit on an empty paper, and have it read right."""
    await draw_on_paper(visitor, on_canvas(digit))
    await shows(visitor, digit)
    assert not visitor.screen.exceptions()


async def reads(visitor: Visitor, digit: int) -> None:
    """Draw a digit, have it read right, and clear the paper."""
    await draws(visitor, digit)
    await visitor.press("clear")


def walks_through(address: str, digit: int) -> None:
    """Let a visitor have a digit read, and open each page: no error is shown."""

    async def visit() -> None:
        async with Visitor(address) as visitor:
            await visitor.open("draw")
            await reads(visitor, digit)
            for page in visitor.pages:
                await visitor.go(page)
                assert not visitor.screen.exceptions()

    awaited(visit())


async def _while_attacked(address: str, attack: Attack) -> int:
    async with Visitor(address) as visitor:
        await visitor.open("draw")
        await reads(visitor, 4)
        attacking: asyncio.Future[None] = asyncio.ensure_future(attack(address))
        right = 0
        while not attacking.done():
            await reads(visitor, QUICK[right % len(QUICK)])
            right += 1
        attacking.result()
        await reads(visitor, 8)
        return right


def answers_beside(address: str, attack: Attack) -> int:
    """Let a visitor draw until an attack is over; return how many digits were read right meanwhile."""
    return awaited(_while_attacked(address, attack))
