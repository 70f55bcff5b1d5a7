"""The paper that one draws on: the canvas widget, its buttons, and the picture it gives."""

import base64
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import streamlit as st
from PIL import Image
from streamlit_drawable_canvas import st_canvas

from ui.drawing import Drawing, Sheet
from ui.resources import test_set

Array = npt.NDArray[Any]

SIDE = 280
"""Side of the canvas in pixels: ten for each of the network's 28, and it fits a phone."""
INK = "#22252B"
THINNEST, USUAL, THICKEST = 12, 20, 30


def current_drawing() -> Drawing:
    """Return this visitor's drawing; it outlives a move to another page."""
    if "drawing" not in st.session_state:
        st.session_state.drawing = Drawing()
    drawing: Drawing = st.session_state.drawing
    return drawing


def picture_of(sheet: Sheet) -> Array:
    """Return how a sheet looks, (280, 280, 4) uint8."""
    if sheet.is_blank:
        return np.full((SIDE, SIDE, 4), 255, np.uint8)
    return np.asarray(Image.open(io.BytesIO(sheet.picture)).convert("RGBA"))


def example_sheet(number: int) -> Sheet:
    """Return a sheet with a test image on it, ten times as large, dark on light."""
    images, _ = test_set()
    grey = Image.fromarray(255 - images[number]).resize((SIDE, SIDE), Image.Resampling.NEAREST)
    file = io.BytesIO()
    grey.convert("RGBA").save(file, "PNG")
    picture = file.getvalue()
    source = "data:image/png;base64," + base64.b64encode(picture).decode("ascii")
    mark = {"type": "Image", "src": source, "left": SIDE / 2, "top": SIDE / 2}
    return Sheet(({**mark, "originX": "center", "originY": "center"},), picture, number)


def draw_canvas(pen_width: int) -> Sheet:
    """Show the canvas and return what is on it."""
    drawing = current_drawing()
    if "paper" not in st.session_state:
        drawing.restart()
    with st.container(key="canvas", width=SIDE + 2):
        result = st_canvas(
            stroke_width=pen_width,
            stroke_color=INK,
            background_color=_paper(drawing.version),
            initial_drawing={"objects": list(drawing.initial)},
            width=SIDE,
            height=SIDE,
            return_image_data=True,
            key="paper",
        )
    if result.image_bytes and result.json_data:
        version = _version(result.json_data.get("background", ""))
        drawing.report(version, tuple(result.json_data["objects"]), result.image_bytes)
    return drawing.sheet


def _paper(version: int) -> str:
    """Return white, with the drawing's version in it: the canvas returns the colour in its reports.

    An opacity above 1 counts as 1, so all versions look alike; and a canvas whose background
    changes takes up its `initial_drawing` anew, without being replaced by another widget.
    """
    return f"rgba(255, 255, 255, {version + 1})"


def _version(paper: str) -> int:
    return int(paper.rstrip(")").split(",")[-1]) - 1 if paper.startswith("rgba") else -1


def canvas_buttons() -> None:
    """Show our own Clear and Undo (the canvas's toolbar appears on hover only), and an example."""
    drawing = current_drawing()
    with st.container(horizontal=True, gap="small", width=SIDE + 2):
        _button("Undo", "undo", drawing.undo, disabled=not drawing.past)
        _button("Clear", "delete", drawing.clear, disabled=drawing.sheet.is_blank)
    with st.container(width=SIDE + 2):
        _button("Show me one", "image_search", _put_random_example, disabled=False)


def _button(label: str, icon: str, action: Callable[[], None], *, disabled: bool) -> None:
    key = label.lower().replace(" ", "_")
    st.button(label, key=key, icon=f":material/{icon}:", on_click=action, disabled=disabled, width="stretch")


def _put_random_example() -> None:
    number = int(np.random.default_rng().integers(len(test_set()[0])))
    current_drawing().put(example_sheet(number))
