"""Visitors spread over the processes and stay on their own, whatever they do there."""

import asyncio
import http.client
from collections import Counter
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import pytest

from checks.proxy.conftest import WORD
from checks.proxy.farm import Farm
from tests.support.running import awaited
from tests.visitors.beside import draws, on_canvas, shows
from tools.pen import png
from tools.visitor import Visitor

CLASS = 9


async def goes_through_the_course(visitor: Visitor) -> None:
    """Draw, bring a picture, take a step, and train: what one does is in the process that one is on."""
    await visitor.open("draw")
    await draws(visitor, 0)
    await visitor.press("bring")
    await visitor.upload("seven.png", png(on_canvas(7)))
    await shows(visitor, 7)
    await visitor.open("forward")
    await visitor.press("step-on")
    await visitor.go("learn")
    await visitor.press("plane_step")
    assert not visitor.screen.exceptions()


def test_they_spread_and_stay_where_they_are(course: Farm) -> None:
    async def lesson() -> tuple[list[str], list[str]]:
        async with AsyncExitStack() as seats:
            visitors = [await seats.enter_async_context(Visitor(course.address)) for _ in range(CLASS)]
            before = [course.who_serves(visitor.cookies) for visitor in visitors]
            await asyncio.gather(*map(goes_through_the_course, visitors))
            return before, [course.who_serves(visitor.cookies) for visitor in visitors]

    before, after = awaited(lesson())
    assert before == after
    assert set(before) == set(course.processes())
    assert max(Counter(before).values()) <= 2 * CLASS / 3, before


def test_an_upload_that_goes_astray_is_refused(course: Farm) -> None:
    """Hence the cookie on every route: no other process knows of the visitor."""

    async def statuses() -> list[int]:
        async with AsyncExitStack() as seats:
            visitor, *others = [await seats.enter_async_context(Visitor(course.address)) for _ in range(6)]
            await visitor.open("draw")
            await visitor.press("bring")
            place = (await visitor.upload_urls("7.png")).upload_url
            other = next(each for each in others if each.cookies["GATES"] != visitor.cookies["GATES"])
            return [
                await each.ask("PUT", place, fields={"file": ("7.png", b"7")}) for each in (other, visitor)
            ]

    astray, right = awaited(statuses())
    assert astray in range(400, 500)
    assert right == 204


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/%6Detrics", "/_stcore/metrics?a", "/_stcore/agent/x"],
)
def test_figures_are_closed_to_the_public(course: Farm, path: str) -> None:
    """HAProxy itself refuses, even who knows the word."""
    connection = http.client.HTTPConnection(urlsplit(course.address).netloc, timeout=60)
    connection.request("GET", path, headers={"Authorization": f"Bearer {WORD}"})
    answer = connection.getresponse()
    assert answer.status == 404
    assert b"<h1>404 Not Found</h1>\nThe resource could not be found." in answer.read()
    connection.close()
