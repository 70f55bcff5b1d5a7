"""What the canvas says is on it, read as what it is: a stranger's message.

Whoever speaks to the server without our page can report whatever they like. What the header of the
picture tells is judged before it is unpacked, and of the marks we keep no word that we do not know:
what is laid on the canvas again (`initial_drawing`) are strokes of numbers, and our own image.
"""

import base64
import json
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nncore import CANVAS, Refused
from ui.language import N_
from ui.limits import CANVAS_BYTES, CANVAS_POINTS, CANVAS_STROKES
from ui.png import unpacked
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


def read_report(report: Any, image: Mark | None) -> Report | None:
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
    try:
        paper, objects = report["raw"]["background"], report["raw"]["objects"]
        version = int(PAPER.fullmatch(paper)[1]) - 1  # type: ignore[index]
        return Report(version, tuple(_marks(objects, image)), _picture(report["data"]))
    except PaperFull:
        raise
    except (AttributeError, KeyError, TypeError, ValueError):  # the ways in which nonsense is none
        return None


def _picture(url: str) -> bytes:
    """Return the PNG in a data URL if it is such as a canvas of ours makes."""
    if not url.startswith(URL) or len(url) > len(URL) + 4 * CANVAS_BYTES // 3:
        raise ValueError("no picture of the canvas")
    picture = base64.b64decode(url.removeprefix(URL), validate=True)
    if not picture.startswith(HEADERS):
        raise ValueError("no picture of the canvas's size")
    unpacked(picture)
    return picture


def _marks(objects: list[Any], image: Mark | None) -> Iterator[Mark]:
    """Yield the marks in our own words."""
    if len(objects) > CANVAS_STROKES + (image is not None):
        raise PaperFull(FULL)
    room = CANVAS_POINTS
    for place, item in enumerate(objects):
        if place == 0 and image is not None and item["type"] == "Image":
            yield image
        else:
            room -= len(item["path"])
            if room < 0:
                raise PaperFull(FULL)
            yield _stroke(item)


def _stroke(item: dict[str, Any]) -> Mark:
    path = [[command, *map(number, numbers)] for command, *numbers in item["path"]]
    known = item["type"] == "Path" and all(item[name] in PLACES for name in ORIGIN)
    if not known or any(len(step) - 1 != NUMBERS[step[0]] for step in path):
        raise ValueError("no stroke")
    sides = {name: number(item[name]) for name in SIDES} | {name: item[name] for name in ORIGIN}
    return json.dumps(STROKE | sides | {"path": path})


def number(value: float) -> float:
    """Return a number of the usual kind, which a screen has a place for; raise ValueError for any other."""
    if type(value) not in (int, float) or not abs(value) <= FARTHEST:
        raise ValueError("no number")
    return value
