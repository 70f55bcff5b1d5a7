"""The paper that one draws on: the canvas widget, its buttons, and the picture it gives."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import streamlit as st
from streamlit_drawable_canvas import st_canvas

from nncore import CANVAS
from ui.address import bound, value_of
from ui.components.announce import announce
from ui.components.clicks import each_click_counts
from ui.components.markup import run_script
from ui.components.pixel_paper import drawn_by_keys, keys_switch, pixel_paper, undo_a_picture
from ui.language import _, said
from ui.resources import test_set
from ui.state.canvas_report import INK, PaperFull, paper_of, read_report
from ui.state.drawing import Drawing, Sheet, current_drawing, example_sheet

SCRIPT = Path(__file__).with_suffix(".js")


def draw_canvas(key: str = "paper") -> Sheet:
    """Show the canvas, or the paper for the keys, and return what is on it.

    Parameters
    ----------
    key : str
        Its key, unique to the page: a page switch ends the canvas, and the next one begins with the sheet.
    """
    drawing = current_drawing()
    if drawn_by_keys():
        return pixel_paper(f"{key}-by-keys")
    if key not in st.session_state:
        drawing.restart()
    with st.container(key="canvas", width=CANVAS + 2, height=CANVAS + 2, border=False):  # while it loads, too
        _show_canvas(drawing, key)
    run_script(SCRIPT, began_blank=not drawing.initial)
    try:
        _take_report(key)
    except PaperFull as error:
        st.info(said(error), icon=":material/edit_off:")
    return drawing.sheet


def _take_report(key: str) -> None:
    """Take the report of the canvas; taking it twice does no harm."""
    drawing = current_drawing()
    report = read_report(st.session_state[key].get("drawing"), drawing.image)
    if report is not None:
        drawing.report(report)


def _take_report_first(key: str) -> None:
    """Take the report of the canvas, if there is one, before anything else changes the paper."""
    if key in st.session_state and not drawn_by_keys():
        with suppress(PaperFull):  # which the next run says
            _take_report(key)


def _show_canvas(drawing: Drawing, key: str) -> None:
    # What it reports is in the session's state; the component's own way to read that takes no nonsense,
    # and fails only once the canvas is on the page.
    with suppress(AttributeError, KeyError, TypeError):
        st_canvas(
            stroke_width=value_of("draw", "pen"),
            stroke_color=INK,
            background_color=paper_of(drawing.version),
            initial_drawing={"objects": [json.loads(mark) for mark in drawing.initial]},
            width=CANVAS,
            height=CANVAS,
            return_image_data=True,
            key=key,
            on_change=lambda: _take_report_first(key),  # though the next run may be another page's
        )


def ask_to_draw() -> None:
    """Say where the answer will come; a screen reader says when the paper has been emptied."""
    st.info(_("Draw a digit on the white paper: the answer comes here."), icon=":material/draw:")
    drawing = current_drawing()
    if drawing.sheet.is_blank and not drawing.is_unused:
        announce(_("The paper is empty."))


def canvas_buttons(key: str = "paper") -> None:
    """Show Undo and Clear; a stroke that arrives together with the click counts."""
    drawing = current_drawing()

    def undo() -> None:
        _take_report_first(key)
        undo_a_picture() if drawn_by_keys() else drawing.undo()

    def clear() -> None:
        _take_report_first(key)
        drawing.clear()

    with st.container(key="paper-buttons", horizontal=True, gap="small", width=CANVAS + 2):
        _button("undo", _("Undo"), "undo", undo, disabled=not drawing.past)
        _button("clear", _("Clear"), "delete", clear, disabled=drawing.sheet.is_blank)
    each_click_counts("undo", {"undo": undo})


def example_button() -> None:
    """Show the button that lays a test image on the paper."""
    _button("show_me_one", _("Show me one"), "image_search", _put_random_example, disabled=False)


def pen_and_keys() -> None:
    """Show the switch to the keys, and the pen's width."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        keys_switch()
        if not drawn_by_keys():
            with st.popover(_("Pen"), key="pens", icon=":material/line_weight:"):
                st.slider(_("Pen width"), **bound("draw", "pen"), format="%d px")


def _button(key: str, label: str, icon: str, action: Callable[[], None], *, disabled: bool) -> None:
    st.button(label, key=key, icon=f":material/{icon}:", on_click=action, disabled=disabled, width="stretch")


def _put_random_example() -> None:
    images, _ = test_set()
    number = int(np.random.default_rng().integers(len(images)))
    current_drawing().put(example_sheet(number, images[number]))
