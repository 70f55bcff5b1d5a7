"""What a canvas may report: ours is understood, and whatever else is sent is nothing, or a full paper."""

import json
import struct
import zlib

import pytest

from nncore.base.budget import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES
from tests.support.canvas_messages import IMAGE, png, reported, stroke
from ui.components.canvas_report import PaperFull, read_report

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
