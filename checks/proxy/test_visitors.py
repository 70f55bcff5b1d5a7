"""Visitors spread over the processes and stay on their own, whatever they do there."""

import asyncio
import http.client
from collections import Counter
from contextlib import AsyncExitStack
from urllib.parse import urlsplit

import pytest

from checks.proxy.conftest import WORD
from checks.proxy.lessons import goes_through_the_course
from tests.support.running import awaited
from tools.farm import Farm
from tools.upload import put_file
from tools.visitor import Visitor

CLASS = 9


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
    assert max(spread.values()) <= 2 * CLASS / 3, spread


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
