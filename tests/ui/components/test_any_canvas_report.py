"""Anything at all in a report of the canvas is a report of ours, or nothing."""

import io
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.support.canvas_messages import IMAGE, png, reported, stroke
from ui.components.canvas_report import Report, read_report

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
