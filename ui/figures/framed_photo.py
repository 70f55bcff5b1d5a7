"""A picture that somebody brought, with a box over it that one can drag with mouse or finger."""

import base64
import io

import altair as alt
import numpy as np
import pandas as pd
from PIL import Image

from nncore import Array, Box
from ui.theme import LIGHT

WIDTH, HEIGHT = 280, 240
"""The picture on the screen is at most so large: on a phone the answer below it stays in view."""


def framed_picture(rgba: Array, start: Box | None, found: tuple[Box, ...]) -> alt.LayerChart:
    """Draw a picture (H, W, 4) uint8 with a box to drag; dashed where the page found digits by itself.

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
    altair.LayerChart
        Its selection `box` holds the box in the picture's pixels: x from left to right, y downward.
    """
    height, width = rgba.shape[:2]
    scale = min(WIDTH / width, HEIGHT / height)
    shown = {"width": max(1, round(scale * width)), "height": max(1, round(scale * height))}
    line = LIGHT.ink if np.average(rgba[..., :3]) >= 128 or rgba[..., 3].min() < 255 else "white"
    # A box that the chart began with could be clicked away unheard: to Streamlit none is as none was.
    box = alt.selection_interval(name="box", encodings=["x", "y"], mark=_outline(line))
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, height], nice=False, reverse=True), axis=None)
    boxes, dashes = (found, [5, 3]) if start is None else ([start], [])
    places = pd.DataFrame(boxes, columns=["y", "x", "bottom", "right"], dtype=float)
    here = pd.DataFrame({"x": [0], "y": [0], "url": [_as_url(rgba, 2 * WIDTH)]})
    picture = (
        alt.Chart(here)
        .mark_image(**shown, align="left", baseline="top", aspect=False)
        .encode(x=x, y=y, url="url:N")
    )
    by_itself = (
        alt.Chart(places)
        .mark_rect(fillOpacity=0, strokeWidth=1.5 if start is None else 2, strokeDash=dashes, stroke=line)
        .encode(
            x=x,
            y=y,
            x2="right:Q",
            y2="bottom:Q",
            opacity=alt.condition("isArray(box.x)", alt.value(0), alt.value(1)),
        )
        .add_params(box)
    )
    none = {"left": 0, "top": 0, "right": 0, "bottom": 0}  # Streamlit leaves room below unless it is told
    chart: alt.LayerChart = (
        (picture + by_itself).properties(**shown, padding=none).configure_view(strokeWidth=0, fill="white")
    )
    return chart


def _outline(colour: str) -> alt.BrushConfig:
    return alt.BrushConfig(fill="white", fillOpacity=0.12, stroke=colour, strokeWidth=2, strokeOpacity=1)


def still_picture(rgba: Array) -> tuple[Image.Image, int]:
    """Return a picture as `framed_picture` shows it, but without a box, and its width on the screen."""
    height, width = rgba.shape[:2]
    return _small(rgba, 2 * WIDTH), max(1, round(min(WIDTH / width, HEIGHT / height) * width))


def _small(rgba: Array, longest: int) -> Image.Image:
    picture = Image.fromarray(np.ascontiguousarray(rgba))
    picture.thumbnail((longest, longest))
    return picture


def _as_url(rgba: Array, longest: int) -> str:
    """Return a picture as text that a browser shows, its longer side at most `longest` pixels."""
    file = io.BytesIO()
    _small(rgba, longest).save(file, "WEBP", quality=85)
    return "data:image/webp;base64," + base64.b64encode(file.getvalue()).decode("ascii")
