"""What the canvas reports, read as an untrusted message.

A client that is not our page can report anything. So the header of the picture is checked before it is
unpacked, and of the marks only known fields are kept: what is laid on the canvas again
(`initial_drawing`) are strokes made of numbers, and our own image.
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
"""The colour of a stroke, on light paper in both themes."""
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
"""The largest coordinate, far outside the paper."""
STROKE = {"type": "Path", "fill": None, "stroke": INK, "strokeLineCap": "round", "strokeLineJoin": "round"}
SIDES = ("left", "top", "width", "height", "strokeWidth")
ORIGIN, PLACES = ("originX", "originY"), ("left", "top", "center", "right", "bottom")
FULL = N_("The paper is full: undo some strokes, or clear it.")

Mark = str
"""One thing on the canvas as Fabric, the canvas's library, describes it in JSON: a stroke, or our image."""


class PaperFull(Refused):
    """There is more on the paper than we keep; the message says what to do."""


@dataclass(frozen=True)
class Report:
    """What is on the canvas.

    Attributes
    ----------
    version : int
        The drawing's version with which the canvas began.
    marks : tuple of str
        The strokes, after the image that we laid under them, if there is one.
    picture : bytes
        Its picture, as PNG of 280×280.
    """

    version: int
    marks: tuple[Mark, ...]
    picture: bytes


def paper_of(version: int) -> str:
    """Return white with the drawing's version in it, which the canvas sends back in its reports.

    An opacity above 1 counts as 1, so all versions look alike; and a canvas whose background
    changes loads its `initial_drawing` again without becoming another widget.
    """
    return f"rgba(255, 255, 255, {version + 1})"


def read_report(report: Any, image: Mark | None) -> Report | None:
    """Return what a canvas reports, or None if our canvas would not report that.

    Parameters
    ----------
    report : object
        What came: a mapping of `raw`, the canvas in JSON, and `data`, its picture as a data URL.
    image : str, optional
        The image that we laid on it; the image in a report is never used.

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
    """Return the PNG in a data URL if our canvas could have made it."""
    if not url.startswith(URL) or len(url) > len(URL) + 4 * CANVAS_BYTES // 3:
        raise ValueError("no picture of the canvas")
    picture = base64.b64decode(url.removeprefix(URL), validate=True)
    if not picture.startswith(HEADERS):
        raise ValueError("no picture of the canvas's size")
    unpacked(picture)
    return picture


def _marks(objects: list[Any], image: Mark | None) -> Iterator[Mark]:
    """Yield the marks, rebuilt from known fields."""
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
    """Return a finite coordinate; raise ValueError for anything else."""
    if type(value) not in (int, float) or not abs(value) <= FARTHEST:
        raise ValueError("no number")
    return value
