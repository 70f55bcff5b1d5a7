"""The paper that one draws on: the canvas widget, its buttons, and the picture it gives."""

from collections.abc import Callable

import numpy as np
import streamlit as st
from streamlit_drawable_canvas import st_canvas

from ui.drawing import SIDE, Drawing, Sheet, example_sheet
from ui.resources import test_set

INK = "#22252B"
THINNEST, USUAL, THICKEST = 12, 20, 30


def current_drawing() -> Drawing:
    """Return this visitor's drawing; it outlives a move to another page."""
    if "drawing" not in st.session_state:
        st.session_state.drawing = Drawing()
    drawing: Drawing = st.session_state.drawing
    return drawing


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
    images, _ = test_set()
    number = int(np.random.default_rng().integers(len(images)))
    current_drawing().put(example_sheet(number, images[number]))
