"""What the canvas says is on it, read as what it is: a stranger's message.

Whoever speaks to the server without our page can report whatever they like. What the header of the
picture tells is judged before it is unpacked, and of the marks we keep no word that we do not know:
what is laid on the canvas again (`initial_drawing`) are strokes of numbers, and our own image.
"""

import base64
import json
import re
import struct
from dataclasses import dataclass
from typing import Any

from nncore import CANVAS, CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES, PictureError, Refused, read_picture
from ui.language import N_
from ui.theme import LIGHT

INK = LIGHT.ink
"""What one draws with, on light paper in both themes."""
URL = "data:image/png;base64,"
# The size is the canvas's own however many dots a screen has for a pixel, and however one zooms.
HEADERS = tuple(
    b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBB", 13, b"IHDR", CANVAS, CANVAS, 8, colours)
    for colours in (2, 6)  # with opacity or without
)
PAPER = re.compile(r"rgba\(255, 255, 255, ([1-9][0-9]{0,8})\)")
NUMBERS = {"M": 2, "L": 2, "Q": 4}
"""How many numbers follow each command of a stroke's path: move, line, curve."""
FARTHEST = 100_000
"""No coordinate is larger: far outside the paper, and still a number of the usual kind."""
STROKE = {"type": "Path", "fill": None, "stroke": INK, "strokeLineCap": "round", "strokeLineJoin": "round"}
SIDES = ("left", "top", "width", "height", "strokeWidth")
ORIGIN, PLACES = ("originX", "originY"), ("left", "top", "center", "right", "bottom")
FULL = N_("The paper is full: undo some strokes, or clear it.")

Mark = str
"""One thing on the canvas as Fabric, the canvas's library, describes it in JSON: a stroke, or our image."""


class PaperFull(Refused):
    """There is more on the paper than is kept; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Report:
    """What is on the canvas.

    Attributes
    ----------
    version : int
        The drawing's version with which the canvas began.
    marks : tuple of str
        The strokes, and first the image that we laid under them, if there is one.
    picture : bytes
        How it looks, as PNG of 280×280.
    """

    version: int
    marks: tuple[Mark, ...]
    picture: bytes


def paper_of(version: int) -> str:
    """Return white, with the drawing's version in it: the canvas returns the colour in its reports.

    An opacity above 1 counts as 1, so all versions look alike; and a canvas whose background
    changes takes up its `initial_drawing` anew, without being replaced by another widget.
    """
    return f"rgba(255, 255, 255, {version + 1})"


def read_report(report: object, image: Mark | None) -> Report | None:
    """Return what a canvas reports, or None if it is nothing that our canvas would say.

    Parameters
    ----------
    report : object
        What came: a mapping of `raw`, the canvas in JSON, and `data`, its picture as a data URL.
    image : str, optional
        The image that we have laid on it; a report's own image is never looked at.

    Raises
    ------
    PaperFull
        If there are too many strokes on it.
    """
    raw, url = (report.get("raw"), report.get("data")) if isinstance(report, dict) else (None, None)
    paper, objects = (raw.get("background"), raw.get("objects")) if isinstance(raw, dict) else (None, None)
    version = PAPER.fullmatch(paper) if isinstance(paper, str) else None
    picture = _picture(url) if isinstance(url, str) else None
    if version is None or picture is None or not isinstance(objects, list):
        return None
    if len(objects) > CANVAS_STROKES.most + (image is not None):
        raise PaperFull(FULL)
    marks = _marks(objects, image)
    return None if marks is None else Report(int(version[1]) - 1, marks, picture)


def _picture(url: str) -> bytes | None:
    """Return the PNG in a data URL if it is such as a canvas of ours makes."""
    if not url.startswith(URL) or len(url) > len(URL) + 4 * CANVAS_BYTES.most // 3:
        return None
    try:
        picture = base64.b64decode(url[len(URL) :], validate=True)
        if picture.startswith(HEADERS):
            read_picture(picture)
            return picture
    except (ValueError, PictureError):
        pass
    return None


def _marks(objects: list[Any], image: Mark | None) -> tuple[Mark, ...] | None:
    """Return the marks in our own words, None if one of them is none of ours."""
    marks: list[Mark] = []
    room = CANVAS_POINTS.most
    for number, item in enumerate(objects):
        if not isinstance(item, dict):
            return None
        if number == 0 and image is not None and item.get("type") == "Image":
            marks.append(image)
            continue
        path = item.get("path")
        if not isinstance(path, list):
            return None
        room -= len(path)
        if room < 0:
            raise PaperFull(FULL)
        if not _is_stroke(item, path):
            return None
        marks.append(json.dumps(STROKE | {name: item[name] for name in (*SIDES, *ORIGIN, "path")}))
    return tuple(marks)


def _is_stroke(item: dict[str, Any], path: list[Any]) -> bool:
    return (
        item.get("type") == "Path"
        and all(is_number(item.get(name)) for name in SIDES)
        and all(item.get(name) in PLACES for name in ORIGIN)
        and all(_is_command(step) for step in path)
    )


def _is_command(step: object) -> bool:
    """Whether this is a move, a line or a curve of a path, as ["M", 10, 20]."""
    if not isinstance(step, list) or not step or not isinstance(step[0], str):
        return False
    return len(step) - 1 == NUMBERS.get(step[0]) and all(map(is_number, step[1:]))


def is_number(value: object) -> bool:
    """Whether this is a number of the usual kind, which a screen has a place for."""
    return type(value) in (int, float) and abs(value) <= FARTHEST  # type: ignore[arg-type]
