"""The answer, or the answers to several digits in a row; and before it, if one wishes, a guess."""

import streamlit as st

from nncore import Array
from ui.address import written
from ui.draw.paper import turn
from ui.draw.row import choose_one, show_row, touching
from ui.figures.bars import probability_bars
from ui.sidebar import predict_first
from ui.state.on_screen import Shown
from ui.theme import Theme
from ui.widgets.answer import show_answer


def may_reveal(shown: Shown) -> bool:
    """Whether to show the answer: always, unless the learner wants to guess first and has not yet."""
    if not predict_first():
        return True
    question, key = "What will it answer? Guess, then see.", f"guess-{turn()}"
    if len(shown.digits) > 1:
        return bool(st.text_input(question, key=key + "-row", max_chars=20))
    return st.pills(question, range(10), key=key) is not None


def show_reading(theme: Theme, shown: Shown, y: Array) -> None:
    """Show the answers, y (n, 10), how sure they are, and the way to the computation of one."""
    with st.container(key="prediction"):
        if len(y) == 1:
            show_answer(theme, y[0])
        else:
            show_row(theme, shown, y)
    if note := touching(shown.digits):
        st.markdown(note)
    if len(y) > 1:
        choose_one(len(y))
    st.altair_chart(probability_bars(theme, y[shown.number]), alt="The probability of each digit, as bars")
    way = written("forward", net="digit", of="drawing", step="X")
    label, icon = f"Step through my {shown.name}", ":material/footprint:"
    st.page_link("pages/forward.py", label=label, icon=icon, query_params=way)
