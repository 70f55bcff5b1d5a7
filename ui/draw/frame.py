"""The picture in the place of the paper, with a box around the digit that one can drag anew."""

from functools import partial
from pathlib import Path

import streamlit as st

from nncore import Box
from ui.components.chart_report import box_of
from ui.components.inside import TOOLBAR
from ui.components.markup import css, run_script, style
from ui.draw.draw_state import draw_state
from ui.figures.framed_photo import WIDTH, framed_picture, still_picture
from ui.state.picture import Picture, put_away
from ui.work import work_of

# A finger that drags a box must not scroll the page; what a chart's toolbar offers is of no use here.
STYLE = css(
    ".st-key-frame { scroll-margin: 5rem; } .st-key-frame svg.marks { touch-action: none; }"
    " .st-key-frame $toolbar { display: none; }",
    toolbar=TOOLBAR,
)


def show_picture(picture: Picture) -> None:
    """Show a picture and its box."""
    with st.container(key="frame", width=WIDTH + 2):
        # With the boxes that are found the chart begins anew, and would lose one that is just being dragged.
        if work_of("picture").running and picture.box == picture.start:
            still, width = still_picture(picture.rgba)
            st.image(still, width=width, alt=f"The digit from {picture.origin}.")
        else:
            _show_frame(picture)
    style(STYLE)
    run_script(Path(__file__).with_suffix(".js"), number=picture.number)


def show_ways(picture: Picture) -> None:
    """Show the ways to another box and back to the drawing."""
    st.caption(f"From {picture.origin}. Wrong digit? Drag a box.")
    with st.container(horizontal=True, gap="small", width=WIDTH + 2):
        st.button(
            "Back to my drawing",
            key="back_to_drawing",
            icon=":material/draw:",
            on_click=put_away,
            width="stretch",
        )
        with st.popover("Box", icon=":material/crop_free:"), st.container(width=250):
            _box_by_numbers(picture)


def _show_frame(picture: Picture) -> None:
    if _key(picture) not in st.session_state:
        picture.put_box(picture.box)
    key = _key(picture)
    st.vega_lite_chart(
        framed_picture(picture.rgba, picture.start, picture.found),
        width="content",
        theme=None,
        key=key,
        on_select=partial(_drag, picture, key),
        selection_mode="box",
        alt=f"The digit from {picture.origin}. Drag over it to draw a box around a digit.",
    )


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
    _set_sliders(picture)
    keys = _sliders()
    for label, key in zip(("From left to right", "From top to bottom"), keys, strict=True):
        st.slider(label, 0, 100, key=key, format="%d %%", on_change=_put_numbers, args=(picture, keys))
    st.button(
        "Choose for me",
        key="automatic",
        icon=":material/frame_inspect:",
        on_click=partial(picture.put_box, None),
        disabled=picture.box is None,
        width="stretch",
    )


def _set_sliders(picture: Picture) -> None:
    """Let a box that is not theirs have new sliders.

    Of old ones in a closed popover the browser would report where they stood, as if they had been
    moved. To a box of their own they stay as they are: else quick keys would be lost between runs.
    """
    wanted = _shares(picture)
    there = [st.session_state.get(key) for key in _sliders()]
    if None in there or (there != wanted and picture.box != _box_of_numbers(picture)):
        draw_state().times_boxed += 1
        st.session_state.update(zip(_sliders(), wanted, strict=True))


def _shares(picture: Picture) -> list[tuple[int, int]]:
    """Return where the box begins and ends, from left to right and from top to bottom, in hundredths."""
    (top, left, bottom, right), (height, width) = picture.box or (0, 0, *picture.size), picture.size
    shares = (left / width, right / width), (top / height, bottom / height)
    return [(round(100 * start), round(100 * end)) for start, end in shares]


def _sliders() -> tuple[str, str]:
    """Return the keys of the sliders."""
    times = draw_state().times_boxed
    return f"box_across-{times}", f"box_down-{times}"


def _put_numbers(picture: Picture, keys: tuple[str, str]) -> None:
    """Take the box that the sliders say, unless they are gone, or say what is there."""
    if keys == _sliders() and [st.session_state[key] for key in keys] != _shares(picture):
        picture.put_box(_box_of_numbers(picture))


def _box_of_numbers(picture: Picture) -> Box:
    (left, right), (top, bottom) = (st.session_state[key] for key in _sliders())
    height, width = picture.size
    return top * height // 100, left * width // 100, bottom * height // 100, right * width // 100
