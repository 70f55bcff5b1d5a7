"""A visitor's picture with a box over it that can be dragged with mouse or finger."""

import io
from typing import Any

import numpy as np
from PIL import Image

from nncore import Array, Box
from ui.png import data_url
from ui.theme import LIGHT

Spec = dict[str, Any]
"""A chart of Vega-Lite, or a part of one."""
WIDTH, HEIGHT = 280, 240
"""The largest size on screen: on a phone the answer below stays in view."""


def framed_picture(rgba: Array, start: Box | None, found: tuple[Box, ...]) -> Spec:
    """Return the chart of a picture with a box to drag; boxes of digits that were found are dashed.

    Parameters
    ----------
    rgba : ndarray (H, W, 4) uint8
        The picture.
    start : tuple of int, optional
        The box that is there before one is dragged: top, left, bottom, right.
    found : tuple of tuple of int
        The boxes of the digits found, if there is no such box. Either vanishes once a box is dragged.

    Returns
    -------
    dict
        Its selection `box` holds the box in the picture's pixels: x from left to right, y downward.
    """
    height, width = rgba.shape[:2]
    scale = min(WIDTH / width, HEIGHT / height)
    shown = {"width": max(1, round(scale * width)), "height": max(1, round(scale * height))}
    x, y = _axis("x", {"domain": [0, width]}), _axis("y", {"domain": [0, height], "reverse": True})
    image = {"type": "image", **shown, "align": "left", "baseline": "top", "aspect": False}
    url = [{"x": 0, "y": 0, "url": _as_url(rgba, 2 * WIDTH)}]
    address = {"url": {"field": "url", "type": "nominal"}}
    picture = {"data": {"values": url}, "mark": image, "encoding": {"x": x, "y": y} | address}
    line = LIGHT.ink if np.average(rgba[..., :3]) >= 128 or rgba[..., 3].min() < 255 else "white"
    outline = {"fill": "white", "fillOpacity": 0.12, "stroke": line, "strokeWidth": 2, "strokeOpacity": 1}
    # A box that the chart began with could be clicked away unheard: to Streamlit none is as none was.
    dragged = {"type": "interval", "encodings": ["x", "y"], "mark": outline}
    return {
        **shown,
        "padding": dict.fromkeys(("left", "top", "right", "bottom"), 0),  # else Streamlit leaves room below
        "config": {"view": {"strokeWidth": 0, "fill": "white"}},
        "layer": [picture, {"name": "boxes", **_boxes(start, found, line, {"x": x, "y": y})}],
        "params": [{"name": "box", "select": dragged, "views": ["boxes"]}],
    }


def _boxes(start: Box | None, found: tuple[Box, ...], line: str, ends: Spec) -> Spec:
    """Return the box shown until one is dragged, or the boxes that were found, dashed."""
    boxes, dashes, thick = (found, [5, 3], 1.5) if start is None else ([start], [], 2)
    places = [dict(zip(("y", "x", "bottom", "right"), map(float, each), strict=True)) for each in boxes]
    until_dragged = {"condition": {"test": "isArray(box.x)", "value": 0}, "value": 1}
    look = {"fillOpacity": 0, "strokeWidth": thick, "strokeDash": dashes, "stroke": line}
    sides = {"x2": {"field": "right"}, "y2": {"field": "bottom"}, "opacity": until_dragged}
    return {"data": {"values": places}, "mark": {"type": "rect", **look}, "encoding": ends | sides}


def _axis(name: str, scale: Spec) -> Spec:
    return {"field": name, "type": "quantitative", "scale": scale | {"nice": False}, "axis": None}


def _as_url(rgba: Array, longest: int) -> str:
    """Return a picture as a data URL, its longer side at most `longest` pixels."""
    picture, file = Image.fromarray(np.ascontiguousarray(rgba)), io.BytesIO()
    picture.thumbnail((longest, longest))
    picture.save(file, "WEBP", quality=85)
    return data_url(file.getvalue(), "webp")
