"""Your digit: the answer with its ten probabilities, and why it counts as sure or not."""

import streamlit as st

from nncore import scores, softmax
from ui.draw.answer import show_details
from ui.draw.paper_and_answer import paper_and_answer
from ui.draw.read import values_of
from ui.widgets.answer import reason
from ui.widgets.live import Live


def your_digit() -> Live:
    """Show the answer with its ten probabilities, and tell what was read."""
    read, place = paper_and_answer()
    if read is None:
        return Live(values=values_of(read), done={"first-drawing": "nothing-yet"})
    if read.revealed:
        with place:
            st.caption(reason(read.network, read.scores[read.shown.number]))
            show_details(read)
    return Live(
        values=values_of(read),
        done={"first-drawing": True},
        revealed=read.revealed,
        code=[scores, softmax] if read.revealed else (),
    )
