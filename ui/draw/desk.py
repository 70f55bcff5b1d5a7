"""The desk: the paper, what is seen of it, the answer, and the tools."""

from dataclasses import replace

import streamlit as st

from nncore import predict as probabilities
from ui.address import only_beat
from ui.components.canvas import canvas_tools
from ui.components.markup import css, style
from ui.draw.bring_picture import bring_button
from ui.draw.download import show_downloads
from ui.draw.draw_state import draw_state
from ui.draw.nothing_read import what_to_do
from ui.draw.paper import show_buttons, show_paper
from ui.draw.read import Read, read_desk, values_of
from ui.draw.reading import ask_for_reading, show_details, show_reading
from ui.figures.pixels import activation_picture, show_pixels
from ui.source import show_code
from ui.state.picture import current_picture
from ui.theme import current_theme
from ui.widgets.ink_link import follow
from ui.widgets.lesson import Live

# On a phone the columns are one, and the answer comes before the buttons.
STYLE = css("""
.st-key-desk > :has(> .st-key-desk-answer) {max-width: 36rem}
@media (max-width: 640px) {
  .st-key-desk > :has(> .st-key-desk-paper), .st-key-desk-paper,
  .st-key-desk > :has(> .st-key-desk-answer), .st-key-desk-answer {display: contents}
  .st-key-desk :has(> .st-key-buttons) {order: 1}
  .st-key-desk :has(> .st-key-details) {order: 2}
  .st-key-desk > :has(> .st-key-tools) {order: 3}
}
""")


def your_digit() -> Live:
    """Show the desk, and tell what was read."""
    read = show_desk()
    if read is None:
        return Live(values=values_of(None), done={"first-drawing": "nothing-yet"})
    if read.revealed:
        show_code(probabilities)
    return Live(values=values_of(read), seen=["read"], done={"first-drawing": True}, revealed=read.revealed)


def desk() -> Read | None:
    """Return what is read on the desk, which comes along with a beat that stands by itself."""
    if only_beat("draw"):
        return show_desk()
    return draw_state().desk


def show_desk() -> Read | None:
    """Show the desk: the paper and the answer first; return what is read."""
    style(STYLE)
    with st.container(key="desk", horizontal=True, gap="medium"):
        left = st.container(key="desk-paper", width=282)
        middle = st.container(key="desk-answer")
        tools = st.container(key="tools", width=200)
    with left.container(gap=None):
        show_paper()
        read = read_desk()
        follow("draw", read.shown.digits if read else ())
    with middle.container():
        read = _answer(read)
    with left.container(key="buttons"):
        show_buttons(revealed=read is None or read.revealed)
    if read and read.revealed:
        with middle.container(key="details"):
            show_details(read)
    with tools:
        _show_tools(read)
    draw_state().desk = read
    return read


def _answer(read: Read | None) -> Read | None:
    """Show the answer, under it what the learner guessed."""
    if read is None:
        what_to_do()
        return None
    place = st.container()
    read = replace(read, revealed=bool(ask_for_reading(read)))
    if read.revealed:
        with place.container(key="prediction"):
            show_reading(read)
    return read


def _show_tools(read: Read | None) -> None:
    """Show what the network sees, and what one needs less often."""
    if read:
        alt = "The digit as the network sees it: 28 by 28 grey pixels."
        show_pixels(activation_picture(current_theme(), read.shown.digit.pixels), alt, 196)
        st.caption("What the network sees: 28×28 pixels, its 784 inputs")
    if current_picture() is None:
        canvas_tools()
    bring_button("bring")
    if read:
        show_downloads(read.shown)
