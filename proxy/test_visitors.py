"""Visitors spread over the processes and stay on their own, whatever they do there."""

import asyncio
import http.client
import io
from collections import Counter
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image

from nncore.images.strokes import CANVAS, render
from tests.support.drawing_hand import DIGITS
from tests.support.running import awaited
from tools.farm import Farm
from tools.pen import draw_on_paper
from tools.upload import put_file
from tools.visitor import Visitor

CLASS = 9


def strokes_of(digit: int) -> list[list[tuple[float, float]]]:
    """How a digit is drawn, in pixels of the canvas."""
    return [[(28 * x, 28 * y) for x, y in stroke] for stroke in DIGITS[digit]]


def picture_of(digit: int) -> bytes:
    """A picture of a digit, as PNG."""
    file = io.BytesIO()
    strokes = [np.multiply(stroke, CANVAS / 10) for stroke in DIGITS[digit]]
    Image.fromarray(render(strokes)).save(file, "PNG")
    return file.getvalue()


async def goes_through_the_course(visitor: Visitor) -> None:
    """Draw, bring a picture, take a step, and train: what one does is in the process that one is on."""
    await visitor.open("draw")
    await draw_on_paper(visitor, strokes_of(0))
    await visitor.wait(lambda screen: screen.text("prediction").startswith("0"))
    await visitor.press("bring")
    await visitor.upload("seven.png", picture_of(7))
    await visitor.wait(lambda screen: screen.text("prediction").startswith("7"))
    await visitor.open("forward")
    await visitor.press("next")
    await visitor.go("learn")
    for _ in range(3):
        await visitor.press("plane_step")
    assert not visitor.screen.exceptions()


def test_they_spread_and_stay_where_they_are(course: Farm) -> None:
    async def lesson() -> list[tuple[str, str]]:
        async with AsyncExitStack() as seats:
            visitors = [await seats.enter_async_context(Visitor(course.address)) for _ in range(CLASS)]
            before = [course.who_serves(visitor.cookies) for visitor in visitors]
            await asyncio.gather(*map(goes_through_the_course, visitors))
            return [
                (name, course.who_serves(visitor.cookies))
                for name, visitor in zip(before, visitors, strict=True)
            ]

    served = awaited(lesson())
    assert all(before == after for before, after in served)
    spread = Counter(before for before, _ in served)
    assert set(spread) == set(course.processes())
    assert min(spread.values()) >= 2, spread


def test_an_upload_that_goes_astray_is_refused(course: Farm) -> None:
    """Hence the cookie on every route: no other process knows of the visitor."""

    async def statuses() -> tuple[int, int]:
        async with AsyncExitStack() as seats:
            visitor, *others = [await seats.enter_async_context(Visitor(course.address)) for _ in range(6)]
            await visitor.open("draw")
            await visitor.press("bring")
            place = (await visitor.upload_urls("7.png")).upload_url
            (other, *_) = [other for other in others if other.cookies["GATES"] != visitor.cookies["GATES"]]

            def put(cookies: dict[str, str]) -> int:
                return put_file(course.address, place, "7.png", b"7", cookies)

            return await asyncio.to_thread(put, other.cookies), await asyncio.to_thread(put, visitor.cookies)

    astray, right = awaited(statuses())
    assert astray in range(400, 500)
    assert right == 204


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/%6Detrics", "/metrics", "/_stcore/metrics?a"])
def test_figures_are_closed_to_the_public(course: Farm, path: str) -> None:
    connection = http.client.HTTPConnection(urlsplit(course.address).netloc, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status == 404
    assert b"stat" not in answer.read()
    connection.close()
