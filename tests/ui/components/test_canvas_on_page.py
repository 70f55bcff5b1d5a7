"""Reports of the canvas on the Draw page: one is read, nonsense is ignored, a full paper is one sentence."""

import io
import json

import pytest
from PIL import Image
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from nncore import load_images
from tests.support.app import opened, text_of
from tests.support.canvas_messages import reported, stroke
from ui.state.canvas_report import URL, paper_of
from ui.state.drawing import example_sheet


def says(app: AppTest, value: object) -> AppTest:
    """Let the browser of a page say something about the canvas, and all else that was clicked meanwhile."""
    states = app._tree.get_widget_states()
    canvas = next(element for element in app.get("bidi_component") if element.key == "paper")
    states.widgets.append(WidgetState(id=canvas.proto.id, json_value=json.dumps(value)))
    return app._run(states)


def paper_on(app: AppTest) -> str:
    """The version of the canvas on a page, in its own words."""
    return str(paper_of(app.session_state["drawing state"].version))


def test_a_report_is_read_on_the_page() -> None:
    app = opened("pages/draw.py")
    picture = io.BytesIO()
    Image.open(io.BytesIO(example_sheet(0, load_images("test")[0][0]).picture)).save(picture, "PNG")
    says(app, {"drawing": reported(stroke(), picture=picture.getvalue(), paper=paper_on(app))})
    assert not app.exception
    assert ">7<" in text_of(app)


NONSENSE: list[object] = [
    [],
    {"drawing": []},
    {"drawing": {"raw": 5, "data": 5}},
    {"drawing": {"raw": {"background": "rgba(,,x)", "objects": {}}, "data": URL + "&&&"}},
    {"drawing": reported(5, paper=paper_of(1))},
    {"backgroundFit": {"naturalWidth": None}},
]


def test_nonsense_about_the_canvas_is_ignored() -> None:
    app = opened("pages/draw.py")
    for value in NONSENSE:
        says(app, value)
        assert not app.exception
        assert not app.error
        assert "Draw a digit on the white paper" in app.info[0].value
        assert app.session_state["drawing state"].is_unused


@pytest.mark.parametrize("label", ["Undo", "Clear"])
def test_a_stroke_that_comes_with_a_click_is_not_lost(label: str) -> None:
    app = opened("pages/draw.py")
    first, second = stroke(), stroke(left=50)
    paper = paper_on(app)
    says(app, {"drawing": reported(first, paper=paper)})
    next(button for button in app.button if button.label == label).click()
    says(app, {"drawing": reported(first, second, paper=paper)})
    drawing = app.session_state["drawing state"]
    if label == "Clear":
        assert drawing.sheet.is_blank
        drawing.undo()
        drawing.undo()
    assert len(drawing.sheet.marks) == 1
    assert len(drawing.past) == 1


def test_a_stroke_that_comes_with_the_way_to_another_page_is_not_lost() -> None:
    app = opened("pages/draw.py")
    value = {"drawing": reported(stroke(), paper=paper_on(app))}
    app.switch_page("pages/gates.py")
    says(app, value)
    assert "gate" in text_of(app)
    assert len(app.session_state["drawing state"].sheet.marks) == 1
