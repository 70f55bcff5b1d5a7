"""The paper on the first screen: draw there, and it reads. Sheet and link are those of the drawing page."""

import numpy as np
import streamlit as st

from nncore import CANVAS, parted, predict
from ui.address import page_link
from ui.address.settings import MOST_LINKED
from ui.components.canvas import ask_to_draw, canvas_buttons, draw_canvas
from ui.components.pixel_paper import keys_switch
from ui.language import _
from ui.state.drawing import Sheet, current_drawing, digits_of
from ui.state.own_network import network_in_use
from ui.widgets.answer import big_lines, show_answer
from ui.widgets.guess import ask_guess
from ui.widgets.ink_link import keep_drawing, open_linked_drawing, too_many


def first_digit() -> None:
    """Show the paper of a link, or the visitor's own, and read it."""
    open_linked_drawing("home")
    _paper()


def _paper() -> None:
    """Show the paper, beside it (on a phone below it) the answer, and its buttons."""
    with st.container(horizontal=True, gap="medium"):
        left = st.container(key="sheet", width=CANVAS + 2, gap=None)
        right = st.container(width=300, key="prediction", gap="small")
    with left:
        sheet = draw_canvas("home-paper")
    with right:
        _show_answer(sheet)
    canvas_buttons("home-paper")
    keys_switch()


def _show_answer(sheet: Sheet) -> None:
    """Show what is read, from left to right; under it what the learner guessed. The address follows."""
    found = digits_of(sheet)
    if not found:
        keep_drawing("home", ())
        ask_to_draw()
        return
    network = network_in_use()
    digits = parted(network, found)
    keep_drawing("home", digits)
    x = np.stack([digit.pixels.ravel() for digit in digits])
    y = predict(network, x)
    row = "".join(map(str, y.argmax(axis=1)))
    place = st.container()
    name = "your-guess" if len(y) == 1 else "your-row"
    revealed = ask_guess(name, current_drawing().turn, {"answer": row, "row": row})
    if revealed:
        with place:
            if len(y) == 1:
                show_answer(network, x[0], y[0])
            else:
                big_lines([digit.box for digit in digits], y.argmax(axis=1).tolist())
    if len(digits) > MOST_LINKED:
        st.caption(too_many(len(digits)))
    page_link(
        "pages/draw.py", label=_("See what it saw, and how sure it is"), icon=":material/arrow_forward:"
    )
