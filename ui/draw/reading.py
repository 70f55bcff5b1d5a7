"""The answer, or the answers to several digits in a row; and before it, if one wishes, a guess."""

import streamlit as st

from nncore import is_wide
from ui.address import settings_of
from ui.address.settings import MOST_LINKED
from ui.draw.paper import turn
from ui.draw.read import Read
from ui.draw.row import choose_one, show_row
from ui.theme import current_theme
from ui.widgets.answer import reason, show_answer
from ui.widgets.bars import show_bars
from ui.widgets.ink_link import TOO_MANY
from ui.widgets.predict_first import Guess, predict


def ask_for_reading(read: Read) -> Guess:
    """Ask what the network will answer."""
    question = "your-guess" if len(read.y) == 1 else "your-row"
    return predict(question, turn(), {"answer": read.answer, "row": read.row})


def show_reading(read: Read) -> None:
    """Show the answers and how sure they are."""
    if len(read.y) == 1:
        show_answer(current_theme(), read.network, read.x[0], read.y[0])
    else:
        show_row(current_theme(), read)
    count = len(read.shown.digits)
    if any(map(is_wide, read.shown.digits)):
        st.markdown("This is wide for one digit, but no cut makes two that look better.")
    if count > MOST_LINKED:
        st.caption(TOO_MANY.format(count))


def show_details(read: Read) -> None:
    """Show the ten probabilities of one digit, and the way to its computation."""
    if len(read.y) > 1:
        choose_one(len(read.y))
    st.caption(reason(read.network, read.x[read.shown.number]))
    show_bars(current_theme(), read.y[read.shown.number])
    way = [("at", "digit-network"), *settings_of("forward", of="drawing", step="X")]
    label, icon = f"Step through my {read.shown.name}", ":material/footprint:"
    st.page_link("pages/forward.py", label=label, icon=icon, query_params=way)
