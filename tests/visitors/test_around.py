"""A section redraws alone; what the rest of the page shows of it comes along all the same."""

from nncore.base.assets import ASSETS
from tests.support.running import awaited
from tests.visitors.conftest import App
from tools.visitor import Visitor


def test_what_one_does_in_a_section_shows_around_it(app: App) -> None:
    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("gates", "at=let-it-learn")
            await visitor.press("To the sliders")
            await visitor.until(lambda screen: screen.has("w1"))

            await visitor.open("evaluate", "at=own-network")
            await visitor.upload("mine.npz", (ASSETS / "weights.npz").read_bytes())
            await visitor.until(lambda screen: "Your network is in use" in screen.text())
            await visitor.press("back_to_ours")
            await visitor.until(lambda screen: "Your network is in use" not in screen.text())

    awaited(visit())
