"""Paper and answer in each section: the paper on the left, beside it the answer and what the section adds."""

from dataclasses import replace

import streamlit as st

from nncore import CANVAS
from ui.components.canvas import example_button, pen_and_keys
from ui.draw.answer import ask_for_answer, show_answers, what_to_do
from ui.draw.bring_picture import bring_button
from ui.draw.download import show_downloads
from ui.draw.paper import show_buttons, show_paper
from ui.draw.read import Read, read_paper
from ui.figures.pixels import activation_picture, show_pixels
from ui.inside import Place
from ui.language import _
from ui.state.picture import current_picture
from ui.theme import current_theme
from ui.widgets.ink_link import keep_drawing

SEEN = 84
"""Width of the picture of what the network sees: 3 pixels for each of its 28."""


def paper_and_answer(*, seen: bool = True) -> tuple[Read | None, Place]:
    """Show the paper and beside it the answer; return what is read, and the place below the answer.

    What the network sees of it is shown, too, unless the section does so itself.
    """
    with st.container(key="paper-and-answer", horizontal=True, gap="small"):
        left = st.container(key="paper-column", width=CANVAS + 2)
        beside = st.container(key="answer-column")
    with left.container(key="sheet"):
        show_paper()
        read = read_paper()
        keep_drawing("draw", read.shown.digits if read else ())
    with beside:
        read = _answer(read)
        place = st.container(key="details")
    with left.container(key="buttons"):
        show_buttons(revealed=read is None or read.revealed)
        _show_tools()
        if read and seen:
            _show_seen(read)
    return read, place


def _answer(read: Read | None) -> Read | None:
    """Show the answer, under it what the learner guessed."""
    if read is None:
        what_to_do()
        return None
    place = st.container(key="prediction")
    read = replace(read, revealed=ask_for_answer(read))
    if read.revealed:
        with place:
            show_answers(read)
    return read


def _show_tools() -> None:
    """Show the ways to another picture, and what one draws with."""
    drawn = current_picture() is None
    with st.container(horizontal=True, gap="small"):
        if drawn:
            example_button()
        bring_button()
    if drawn:
        pen_and_keys()


def _show_seen(read: Read) -> None:
    """Show the picture that the network gets of the chosen digit, to be taken along."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", wrap=False, key="seen"):
        alt = _("The digit as the network sees it: 28 by 28 grey pixels.")
        show_pixels(activation_picture(current_theme(), read.shown.digit.pixels, 6), alt, SEEN)
        with st.container():
            st.caption(_("What the network sees: 28×28 pixels, its 784 inputs"))
            show_downloads(read.shown)
