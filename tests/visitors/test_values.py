"""A value that a widget cannot have hurts nobody, not even who sends it: the page goes on, or says so."""

import json
import math
from collections.abc import Iterator

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.support.running import awaited
from tests.visitors.conftest import App
from tools.visitor import Visitor

CONTAINERS = {"flex_container"}
"""What has a name and no value."""
PAGES = {
    "gates": "",
    "matrices": "",
    "forward": "at=digit-network",
    "draw": "predict=true",
    "evaluate": "at=mistakes",
    "learn": "",
    "loss": "",
    "backprop": "",
    "teach": "",
    "activations": "",
    "home": "",
}


def forged(widget: str) -> Iterator[WidgetState]:
    """Go through values of every type that Streamlit has: a widget can have one of these at most."""
    yield WidgetState(id=widget)
    yield WidgetState(id=widget, bool_value=True)
    yield WidgetState(id=widget, double_value=math.nan)
    yield WidgetState(id=widget, int_value=2**62)
    yield WidgetState(id=widget, string_value="![](//a.b)" * 1_000)
    yield WidgetState(id=widget, double_array_value={"data": [99.0]})
    yield WidgetState(id=widget, double_array_value={"data": [math.nan, math.inf]})
    yield WidgetState(id=widget, string_array_value={"data": []})
    yield WidgetState(id=widget, string_array_value={"data": ["no option"] * 1000})
    cells: list[object] = [1, [1], [{}], {"truth": 1}, [{"truth": "<b>", "answer": []}]]
    for cell in cells:
        yield WidgetState(id=widget, string_value=json.dumps({"selection": {"cell": cell}}))
    yield WidgetState(id=widget, json_value="[]")
    yield WidgetState(id=widget, json_value='{"drawing": {"raw": 1}, "selection": {"a": 1}}')
    yield WidgetState(id=widget, json_trigger_value="{")
    yield WidgetState(id=widget, bytes_value=b"\xff\x00")
    yield WidgetState(id=widget, file_uploader_state_value={"uploaded_file_info": [{"file_id": "none"}]})


@pytest.mark.parametrize("page", PAGES)
def test_a_value_of_another_type_ends_its_own_run_in_a_sentence_at_most(app: App, page: str) -> None:
    """Whoever sends it is told no more than the number of an error, and may go on; nobody else notices."""

    async def visit() -> None:
        async with Visitor(app.address) as other, Visitor(app.address) as visitor:
            await other.open("gates", "at=three-numbers&w1=1&w2=1&b=-0.5")
            await visitor.open(page, PAGES[page])
            widgets = [part.content.id for part in visitor.screen.widgets() if part.kind not in CONTAINERS]
            for states in zip(*map(forged, widgets), strict=True):
                await visitor.say(*states)
                assert not visitor.screen.exceptions(), states
            await visitor.say(WidgetState(id="", trigger_value=True))
            assert not visitor.screen.exceptions()
            await other.put("b", -1.0)
            assert not other.screen.exceptions()
            assert "4 of 4 rows right: this neuron is AND." in other.screen.text()
        async with Visitor(app.address) as again:
            await again.open(page, PAGES[page])
            assert "Something went wrong" not in again.screen.text()

    awaited(visit())


@pytest.mark.parametrize(
    ("section", "name", "option", "words"),
    [
        ("which-way", "small_step", "-17", "the same number to a computer"),
        ("two-numbers", "hollow_rate", "10", "too large"),
    ],
)
def test_a_slider_over_options_takes_their_words_and_no_others(
    app: App, section: str, name: str, option: str, words: str
) -> None:
    """It speaks another type than a slider over numbers, though both are one kind of widget."""

    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("loss", f"at={section}")
            assert words not in visitor.screen.text()
            await visitor.put(name, option)
            assert words in visitor.screen.text()
            await visitor.put(name, "no option")
            assert not visitor.screen.exceptions()

    awaited(visit())


BUTTONS = [
    WidgetState(id="$$ID-" + "0" * 32 + "-nobody", trigger_value=True),
    WidgetState(id="$$ID-" + "0" * 32 + "-None", json_trigger_value="{}"),
    WidgetState(id="$$STREAMLIT_INTERNAL_KEY", string_value="x"),
]


@pytest.mark.parametrize("state", BUTTONS, ids=lambda state: repr(state.id))
def test_a_widget_that_is_not_there_can_be_told_anything(app: App, state: WidgetState) -> None:
    async def visit() -> None:
        async with Visitor(app.address) as visitor:
            await visitor.open("gates")
            before = visitor.screen.text()
            await visitor.say(state)
            assert visitor.screen.text() == before

    awaited(visit())
