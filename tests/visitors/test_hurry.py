"""Who goes on at once, when the server is still busy with the end of what was asked for before."""

import asyncio
import json

from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.support.photographs import photograph
from tests.support.running import awaited
from tests.visitors.conftest import App
from tools.screen import Screen, names, widget_state
from tools.visitor import Visitor

AT_ONCE = 6


def test_on_a_page_asked_for_right_after_a_fragment_a_training_redraws_by_itself(app: App) -> None:
    async def go_on(visitor: Visitor) -> None:
        await visitor.open("forward")
        await visitor.press("step-on")
        await visitor.go("learn")
        assert any(part.fragment for part in visitor.screen.widgets())
        await visitor.press("plane_step")
        assert "the loss of the last mini-batch is" in visitor.screen.text()
        assert visitor.screen.has("next")

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            for _ in range(2):
                await go_on(visitor)

    async def visits() -> None:
        await asyncio.gather(*(visit() for _ in range(AT_ONCE)))

    awaited(visits())


def test_a_box_that_was_given_up_stays_so_though_the_browser_reports_it_once_more(app: App) -> None:
    around_the_two = json.dumps({"selection": {"box": {"x": [28, 280], "y": [150, 420]}}})

    def answers(screen: Screen, digits: str) -> bool:
        return screen.has("prediction") and screen.text("prediction").startswith(digits)

    async def give_up(visitor: Visitor) -> None:
        await visitor.open("draw")
        await visitor.press("bring")
        await visitor.upload("photo.jpg", photograph(2, 0))
        await visitor.until(lambda screen: answers(screen, "20"))
        frame = next(part for part in visitor.screen.widgets() if names(part)[0].startswith("frame-"))
        box = WidgetState(id=frame.content.id, string_value=around_the_two)
        await visitor.say(box, fragment=frame.fragment)
        await visitor.until(lambda screen: answers(screen, "2") and not answers(screen, "20"))
        await visitor.press("automatic")
        await visitor.say(box, fragment=frame.fragment)
        await visitor.until(lambda screen: answers(screen, "20"))
        await visitor.say(box, fragment=frame.fragment)
        assert answers(visitor.screen, "20")

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await give_up(visitor)

    awaited(visit())


def test_a_step_on_counts_though_the_browser_still_speaks_of_the_step_before(app: App) -> None:
    """A key pressed as soon as a step comes is sent with the strip of the step that has just gone."""

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("forward")
            strip = widget_state(visitor.screen.find("strip-X"), "X")
            on = WidgetState(id=visitor.screen.find("step-on").content.id, trigger_value=True)
            for symbol in ("A1", "Z1"):
                await visitor.say(strip, on)
                assert visitor.screen.has(f"strip-{symbol}")

    awaited(visit())
