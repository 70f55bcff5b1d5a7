"""The picture in the place of the paper, with a box around the digit that one can drag anew."""

from functools import partial
from pathlib import Path

import streamlit as st

from ui.components.chart_report import box_of
from ui.components.markup import run_script
from ui.figures.framed_photo import WIDTH, framed_picture
from ui.language import _
from ui.state.picture import Picture, lay_over
from ui.work import forget


def show_picture(picture: Picture) -> None:
    """Show a picture and its box."""
    if _key(picture) not in st.session_state:
        picture.put_box(picture.box)
    key, alt = _key(picture), _("The digit from {origin}. Drag over it to draw a box around a digit.")
    with st.container(key="frame", width=WIDTH + 2):
        st.vega_lite_chart(
            framed_picture(picture.rgba, picture.start, picture.found),
            width="content",
            theme=None,
            key=key,
            on_select=partial(_drag, picture, key),
            selection_mode="box",
            alt=alt.format(origin=_(picture.origin)),
        )
    run_script(Path(__file__).with_suffix(".js"), number=picture.number)


def put_away() -> None:
    """Go back to the drawing."""
    forget("picture")
    lay_over(None)


def show_ways(picture: Picture) -> None:
    """Show the ways to another box and back to the drawing."""
    text = _("From {origin}. Wrong digit? Drag a box.")
    st.caption(text.format(origin=_(picture.origin)))
    with st.container(key="paper-buttons", horizontal=True, gap="small", width=WIDTH + 2):
        label, icon = _("Back to my drawing"), ":material/draw:"
        st.button(label, key="back_to_drawing", icon=icon, on_click=put_away, width="stretch")
        with st.popover(_("Box"), icon=":material/crop_free:"), st.container(width=250):
            _box_by_numbers(picture)


def _key(picture: Picture) -> str:
    return f"frame-{picture.number}-{picture.turn}"


def _drag(picture: Picture, key: str) -> None:
    """Take the box that was dragged; a mere click takes it away."""
    if key != _key(picture):  # a browser reports a chart until it hears that another has taken its place
        return
    box = box_of(st.session_state[key], "box")
    if box is None:
        picture.put_box(None)
    else:
        picture.drag_box(box)


def _box_by_numbers(picture: Picture) -> None:
    """Offer the same by keyboard, two sliders with two ends each, and the way back to no box."""
    (top, left, bottom, right), (height, width) = picture.box or (0, 0, *picture.size), picture.size
    key = f"box-{picture.number}-{picture.box}"
    with st.form(key, border=False):
        for name, label, ends, size in (
            ("across", _("From left to right"), (left, right), width),
            ("down", _("From top to bottom"), (top, bottom), height),
        ):
            shares = [round(100 * end / size) for end in ends]
            st.slider(label, 0, 100, shares, key=f"{name}-{key}", format="%d %%")
        st.form_submit_button(_("Take this box"), width="stretch", on_click=partial(_put_box, picture, key))
    st.button(
        _("Choose for me"),
        key="automatic",
        icon=":material/frame_inspect:",
        on_click=partial(picture.put_box, None),
        disabled=picture.box is None,
        width="stretch",
    )


def _put_box(picture: Picture, key: str) -> None:
    """Take the box that the sliders say."""
    (left, right), (top, bottom) = (st.session_state[f"{name}-{key}"] for name in ("across", "down"))
    height, width = picture.size
    picture.put_box((top * height // 100, left * width // 100, bottom * height // 100, right * width // 100))
