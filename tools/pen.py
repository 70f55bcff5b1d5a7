"""A hand for a visitor without a browser: the report that the canvas sends after a stroke."""

import base64
import io
import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from tools.visitor import Visitor
from training.strokes import render

Stroke = Sequence[Sequence[float]]
Mark = dict[str, Any]

PATH: Mark = {
    "type": "Path",
    "originX": "center",
    "originY": "center",
    "fill": None,
    "strokeLineCap": "round",
    "strokeLineJoin": "round",
}
"""What the app reads of a stroke, as the canvas reports it (streamlit-drawable-canvas 0.13)."""


async def draw_on_paper(visitor: Visitor, strokes: Sequence[Stroke]) -> None:
    """Draw strokes, in pixels of the canvas, on a paper that is as the server sent it.

    As in a browser there is a report after each stroke, with all strokes on the paper.
    """
    settings = json.loads(visitor.screen.find("paper").content.json)
    marks = settings["initialDrawing"]["objects"]
    for stroke in strokes:
        marks = [*marks, mark(stroke, settings)]
        await visitor.put("paper", report(marks, settings["backgroundColor"]))


def report(marks: Sequence[Mark], background: str) -> dict[str, Any]:
    """Return what the canvas reports with these marks on it: the marks, and a picture of them."""
    raw = {"version": "7.4.0", "objects": list(marks), "background": background}
    strokes = [[step[-2:] for step in mark["path"]] for mark in marks]
    picture = base64.b64encode(png(strokes, marks[0]["strokeWidth"])).decode("ascii")
    return {"drawing": {"raw": raw, "data": "data:image/png;base64," + picture}}


def png(strokes: Sequence[Stroke], pen: float = 20) -> bytes:
    """Return how strokes look on the canvas, as a PNG."""
    file = io.BytesIO()
    Image.fromarray(render([np.asarray(stroke, float) for stroke in strokes], pen)).save(file, "PNG")
    return file.getvalue()


def mark(stroke: Stroke, settings: dict[str, Any]) -> Mark:
    """Return a stroke as the canvas reports it, drawn with the pen in its settings."""
    points = np.asarray(stroke, float).round(4)
    low, high = points.min(axis=0), points.max(axis=0)
    path = [["M", *points[0].tolist()], *(["L", *point] for point in points[1:].tolist())]
    place = dict(zip(("left", "top"), ((low + high) / 2).tolist(), strict=True))
    size = dict(zip(("width", "height"), (high - low).tolist(), strict=True))
    look = {"stroke": settings["strokeColor"], "strokeWidth": settings["strokeWidth"]}
    return PATH | place | size | look | {"path": path}
