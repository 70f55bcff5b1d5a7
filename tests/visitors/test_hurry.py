"""Who goes on at once, when the server is still busy with the end of what was asked for before."""

import asyncio

from tests.support.running import awaited
from tests.visitors.conftest import App
from tools.visitor import Visitor

AT_ONCE = 6


def test_on_a_page_asked_for_right_after_a_fragment_each_beat_redraws_by_itself(app: App) -> None:
    async def go_on(visitor: Visitor) -> None:
        await visitor.open("forward")
        await visitor.press("next")
        await visitor.go("learn")
        places = {part.fragment for part in visitor.screen.widgets() if part.fragment}
        assert len(places) > 5
        await visitor.press("plane_step")
        assert visitor.screen.has("sheet-the-whole-way")
        assert visitor.screen.has("xor_start")

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            for _ in range(2):
                await go_on(visitor)

    async def visits() -> None:
        await asyncio.gather(*(visit() for _ in range(AT_ONCE)))

    awaited(visits())
