"""What a canvas may report: ours is understood, and whatever else is sent is nothing, or a full paper."""

import io
import json
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.support.canvas_messages import IMAGE, png, reported, stroke
from ui.limits import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES
from ui.state.canvas_report import PaperFull, Report, read_report

ABROAD = "https://example.com/"
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


def claiming(size: int) -> bytes:
    """A PNG whose header promises `size` × `size` pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return png()[:12] + head + struct.pack(">I", zlib.crc32(head)) + png()[33:]


def only_strokes_and_ours(report: Report | None) -> None:
    for mark in report.marks if report else ():
        assert mark == IMAGE or set(json.loads(mark)) == WORDS


def test_what_our_canvas_says_is_understood() -> None:
    report = read_report(reported(stroke(), stroke(left=50)), None)
    assert report is not None
    assert (report.version, report.picture) == (3, png())
    first, second = map(json.loads, report.marks)
    assert first["path"] == stroke()["path"]
    assert (first["left"], second["left"], first["strokeWidth"]) == (112, 50, 20)


def test_of_what_is_laid_on_the_canvas_again_no_word_is_a_strangers() -> None:
    forged = stroke(clipPath={"type": "Image", "src": ABROAD}, fill=ABROAD, shadow={"color": ABROAD})
    report = read_report(reported({"type": "Image", "src": ABROAD, "left": 1}, forged), IMAGE)
    assert report is not None
    assert report.marks[0] == IMAGE
    assert ABROAD not in "".join(report.marks)


NO_MARKS: list[list[object]] = [
    [stroke(), {"type": "Image", "src": ABROAD}],
    [stroke(type="Group", objects=[{"type": "Image", "src": ABROAD}])],
    [stroke(path=[["M", 1, float("nan")]])],
    [stroke(path=[["M", 1, 10**400]])],
    [stroke(path=[["M", 1, True]])],
    [stroke(path=[["M", 1]])],
    [stroke(path="M 1 2 L 3 4")],
    [stroke(left="0")],
    [stroke(originX="x" * 1_000_000)],
    [{}],
    [None],
]
NO_PAPERS = ["rgba(255, 255, 255, 0)", "rgba(1, 2, 3, 4)", "white", "rgba(255, 255, 255, 4)\n", None]
NO_PAPERS += [f"rgba(255, 255, 255, {'9' * 5000})", "rgba(255, 255, 255, ٣)"]
NO_PICTURES = [b"", b"no PNG", png()[:-40], png()[:33], png(560, 560), png(mode="L"), png(mode="I;16")]
NO_PICTURES += [claiming(13_000), png() + bytes(CANVAS_BYTES)]


@pytest.mark.parametrize(
    "report",
    [
        *(reported(*objects) for objects in NO_MARKS),
        *(reported(stroke(), paper=paper) for paper in NO_PAPERS),
        *(reported(stroke(), picture=picture) for picture in NO_PICTURES),
    ],
    ids=range(len(NO_MARKS + NO_PAPERS + NO_PICTURES)),
)
def test_a_report_with_a_part_that_is_none_of_ours_is_nothing(report: object) -> None:
    assert read_report(report, None) is None


@given(JSON, st.sampled_from([None, IMAGE]))
def test_any_json_is_a_report_of_ours_or_nothing(report: object, image: str | None) -> None:
    only_strokes_and_ours(read_report(report, image))


@given(st.lists(st.dictionaries(st.sampled_from(sorted(stroke())), JSON, max_size=3), max_size=3))
def test_any_change_to_a_stroke_leaves_a_stroke_or_nothing(changes: list[dict[str, Any]]) -> None:
    only_strokes_and_ours(read_report(reported(*(stroke() | change for change in changes)), IMAGE))


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 40))
def test_any_bytes_of_a_picture_are_nothing_or_a_picture_of_the_canvas(
    data: bytes, place: int, cut: int
) -> None:
    report = read_report(reported(picture=png()[:place] + data + png()[place + cut :]), None)
    if report is not None:
        assert Image.open(io.BytesIO(report.picture)).convert("RGBA").size == (280, 280)


def test_a_full_paper_is_said_to_be_full_and_one_that_is_just_not_is_understood() -> None:
    each = [["L", 1, 2]] * (CANVAS_POINTS // CANVAS_STROKES)
    strokes = [stroke(path=each)] * CANVAS_STROKES
    report = read_report(reported(*strokes), None)
    assert report is not None
    assert len(report.marks) == CANVAS_STROKES
    longest = stroke(path=[["L", 1, 2]] * (CANVAS_POINTS + 1))
    too_many: list[list[object]] = [[stroke()] * (CANVAS_STROKES + 1), [{}] * 1_000_000]
    too_many += [[longest], [*strokes[1:], longest]]
    for objects in too_many:
        with pytest.raises(PaperFull, match="undo some strokes, or clear it"):
            read_report(reported(*objects), None)
