"""What a canvas may report: ours is understood, and whatever else is sent is nothing, or a full paper."""

import io
import json
import re
import struct
import sys
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from nncore import load_images
from nncore.base.budget import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES, UNDO_BYTES
from tests.support.app import opened, text_of
from tests.support.canvas_messages import png, reported, stroke
from tests.support.cost import cost_of
from ui.components.canvas_report import URL, PaperFull, Report, paper_of, read_report
from ui.state.drawing import Drawing, example_sheet

IMAGE = '{"type": "Image", "src": "data:image/png;base64,ours"}'
ABROAD = "https://example.com/"


def claiming(size: int) -> bytes:
    """A PNG whose header promises `size` × `size` pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return png()[:12] + head + struct.pack(">I", zlib.crc32(head)) + png()[33:]


def test_what_our_canvas_says_is_understood() -> None:
    report = read_report(reported(stroke(), stroke(left=50)), None)
    assert report is not None
    assert (report.version, report.picture) == (3, png())
    first, second = map(json.loads, report.marks)
    assert first["path"] == stroke()["path"]
    assert (first["left"], second["left"], first["strokeWidth"]) == (112, 50, 20)


def test_of_what_is_laid_on_the_canvas_again_no_word_is_a_strangers() -> None:
    forged = stroke(
        stroke={"type": "pattern", "source": ABROAD},
        clipPath={"type": "Image", "src": ABROAD},
        fill=ABROAD,
        shadow={"color": ABROAD},
        src=ABROAD,
        version=ABROAD,
    )
    image = {"type": "Image", "src": ABROAD, "left": 1}
    report = read_report(reported(image, forged), IMAGE)
    assert report is not None
    assert report.marks[0] == IMAGE
    assert ABROAD not in "".join(report.marks)


@pytest.mark.parametrize(
    "objects",
    [
        [{"type": "Image", "src": ABROAD}],
        [stroke(), {"type": "Image", "src": ABROAD}],
        [stroke(type="Group", objects=[{"type": "Image", "src": ABROAD}])],
        [stroke(type=["Path"])],
        [stroke(path=[["M", 1, float("nan")]])],
        [stroke(path=[["M", 1, float("inf")]])],
        [stroke(path=[["M", 1, 10**400]])],
        [stroke(path=[["M", 1, True]])],
        [stroke(path=[["M", 1]])],
        [stroke(path=[["M", 1, [2]]])],
        [stroke(path=[[]])],
        [stroke(path=[[["M"], 1, 2]])],
        [stroke(path="M 1 2 L 3 4")],
        [stroke(left="0")],
        [stroke(originX="x" * 1_000_000)],
        [stroke(originX=["center"])],
        [{}],
        [[]],
        [None],
    ],
)
def test_a_mark_that_is_none_of_ours_makes_the_report_nothing(objects: list[object]) -> None:
    assert read_report(reported(*objects), None) is None


@pytest.mark.parametrize(
    "paper",
    [
        "rgba(255, 255, 255, 0)",
        "rgba(255, 255, 255, -1)",
        "rgba(1, 2, 3, 4)",
        "rgba5",
        "white",
        f"rgba(255, 255, 255, {'9' * 5000})",
        "rgba(255, 255, 255, ٣)",
        "rgba(255, 255, 255, 4)\n",
        None,
        4,
        ["rgba(255, 255, 255, 4)"],
    ],
)
def test_the_version_is_read_to_the_letter(paper: object) -> None:
    assert read_report(reported(stroke(), paper=paper), None) is None


@pytest.mark.parametrize(
    "picture",
    [
        b"",
        b"no PNG",
        png()[:-40],
        png()[:33],
        png(560, 560),
        png(279, 280),
        png(mode="L"),
        png(mode="P"),
        png(mode="I;16"),
        claiming(13_000),
        png() + bytes(CANVAS_BYTES.most),
    ],
    ids=["empty", "none", "cut", "head", "double", "narrow", "grey", "palette", "16-bit", "bomb", "long"],
)
def test_a_picture_that_our_canvas_would_not_make_is_nothing(picture: bytes) -> None:
    assert read_report(reported(stroke(), picture=picture), None) is None


@pytest.mark.parametrize(
    "objects",
    [
        [stroke()] * (CANVAS_STROKES.most + 1),
        [{}] * 1_000_000,
        [stroke(path=[["L", 1, 2]] * (CANVAS_POINTS.most + 1))],
        [stroke(path=[["L", 1, 2]] * 1000)] * (CANVAS_POINTS.most // 1000 + 1),
    ],
    ids=["strokes", "a-million", "one-long-stroke", "points-in-all"],
)
def test_a_full_paper_is_said_to_be_full(objects: list[object]) -> None:
    with pytest.raises(PaperFull, match="undo some strokes, or clear it"):
        read_report(reported(*objects), None)


def test_a_paper_that_is_just_not_full_is_understood() -> None:
    each = CANVAS_POINTS.most // CANVAS_STROKES.most
    objects = [stroke(path=[["L", 1, 2]] * each)] * CANVAS_STROKES.most
    report = read_report(reported({"type": "Image"}, *objects), IMAGE)
    assert report is not None
    assert len(report.marks) == CANVAS_STROKES.most + 1


# Anything at all

NUMBER = st.integers() | st.floats() | st.booleans() | st.none()
WORD = st.sampled_from(["Path", "Image", "M", "L", "Q", "center", "objects", "path", "src", "raw", "data"])
JSON = st.recursive(
    NUMBER | WORD | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(WORD | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=20,
)
WORDS = {"type", "fill", "stroke", "strokeLineCap", "strokeLineJoin", "strokeWidth", "path"}
WORDS |= {"left", "top", "width", "height", "originX", "originY"}


def only_strokes_and_ours(report: Report | None) -> None:
    for mark in report.marks if report else ():
        words = json.loads(mark)
        assert mark == IMAGE or set(words) == WORDS


@given(JSON, st.sampled_from([None, IMAGE]))
def test_any_json_is_a_report_of_ours_or_nothing(report: object, image: str | None) -> None:
    only_strokes_and_ours(read_report(report, image))


@given(st.lists(st.dictionaries(st.sampled_from(sorted(stroke())), JSON, max_size=3), max_size=3))
def test_any_change_to_a_stroke_leaves_a_stroke_or_nothing(changes: list[dict[str, Any]]) -> None:
    only_strokes_and_ours(read_report(reported(*(stroke() | change for change in changes)), IMAGE))


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 40))
@settings(deadline=None)
def test_any_bytes_of_a_picture_are_nothing_or_a_picture_of_the_canvas(
    data: bytes, place: int, cut: int
) -> None:
    whole = png()
    damaged = whole[:place] + data + whole[place + cut :]
    report = read_report(reported(picture=damaged), None)
    if report is not None:
        assert Image.open(io.BytesIO(report.picture)).convert("RGBA").size == (280, 280)


# What is kept


def test_what_undo_keeps_is_bounded_in_bytes() -> None:
    drawing = Drawing()
    marks = tuple(json.dumps({"number": number}) for number in range(60))
    for count in range(1, 61):
        drawing.report(Report(0, marks[:count], bytes([count]) * CANVAS_BYTES.most))
    assert len(drawing.past) == UNDO_BYTES.most // CANVAS_BYTES.most - 1
    drawing.undo()
    assert drawing.sheet.picture[0] == 59


def test_a_stroke_is_kept_once_however_often_it_is_reported() -> None:
    drawing = Drawing()
    for count in range(1, 30):
        report = read_report(reported(*(stroke(left=n) for n in range(count)), paper=paper_of(0)), None)
        assert report is not None
        drawing.report(report)
    first = [sheet.marks[0] for sheet in (*drawing.past[1:], drawing.sheet)]
    assert len(first) == 29
    assert len({id(mark) for mark in first}) == 1


# On the page


def says(app: AppTest, value: object) -> AppTest:
    """Let the browser of a page say something about the canvas."""
    states = app._tree.get_widget_states()
    canvas = next(element for element in app.get("bidi_component") if element.key == "paper")
    states.widgets.append(WidgetState(id=canvas.proto.id, json_value=json.dumps(value)))
    return app._run(states)


def paper_on(app: AppTest) -> str:
    """The version of the canvas on a page, in its own words."""
    return str(paper_of(app.session_state["drawing"].version))


def test_a_report_is_read_on_the_page() -> None:
    app = opened("pages/draw.py")
    picture = io.BytesIO()
    Image.open(io.BytesIO(example_sheet(0, load_images("test")[0][0]).picture)).save(picture, "PNG")
    says(app, {"drawing": reported(stroke(), picture=picture.getvalue(), paper=paper_on(app))})
    assert not app.exception
    assert ">7<" in text_of(app)


@pytest.mark.parametrize(
    "value",
    [
        [],
        {"drawing": []},
        {"drawing": "x"},
        {"drawing": {"raw": 5, "data": 5}},
        {"drawing": {"raw": {}, "data": "no URL"}},
        {"drawing": {"raw": {"background": "rgba(,,x)", "objects": {}}, "data": URL + "&&&"}},
        {"drawing": reported(5, paper=paper_of(1))},
        {"drawing": reported(stroke(), paper=paper_of(1), picture=png(2000, 2000))},
        {"backgroundFit": [1]},
        {"backgroundFit": {"naturalWidth": None}},
    ],
)
def test_nonsense_about_the_canvas_is_ignored(value: object) -> None:
    app = opened("pages/draw.py")
    says(app, value)
    assert not app.exception
    assert not app.error
    assert "Draw a digit on the white paper" in app.info[0].value
    assert app.session_state["drawing"].is_unused


def test_a_full_paper_is_one_sentence_on_the_page() -> None:
    app = opened("pages/draw.py")
    says(app, {"drawing": reported(*[stroke()] * 301, paper=paper_on(app))})
    assert not app.exception
    said = [info.value for info in app.info if re.fullmatch(r"The paper is full[^.]*\.", info.value)]
    assert len(said) == 1


# The worst that is allowed, in a process of its own

WORST = """
import io, json
import numpy as np
from PIL import Image
from nncore.base.budget import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES
from tests.support.canvas_messages import png, reported, stroke
from ui.state.drawing import Drawing, digits_of
from ui.components.canvas_report import read_report
noise = np.random.default_rng(0).integers(0, 256, (280, 280, 4), np.uint8)
noise[..., 3] = 255
noise[60:] = 255
file = io.BytesIO()
Image.fromarray(noise).save(file, "PNG")
picture = file.getvalue() + bytes(CANVAS_BYTES.most - len(file.getvalue()) - 9)
each = CANVAS_POINTS.most // CANVAS_STROKES.most
strokes = [stroke(path=[["Q", 1, 2, 3, 4]] * each)] * CANVAS_STROKES.most
message = json.dumps(reported(*strokes, picture=picture))
read_report(reported(stroke()), None)
"""
READ = """
drawing = Drawing(version=3)
drawing.report(read_report(json.loads(message), None))
digits_of(drawing.sheet)
print(len(drawing.sheet.marks))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
def test_the_worst_report_that_is_allowed_costs_little() -> None:
    cost = cost_of(READ, setup=WORST)
    assert cost.output == str(CANVAS_STROKES.most)
    assert cost.cpu_seconds < 9
    assert cost.megabytes < 400
