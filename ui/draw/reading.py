"""The answer, or the answers to several digits in a row; and before it, if one wishes, a guess."""

import streamlit as st

from nncore import is_wide
from ui.address import page_link, settings_of
from ui.address.settings import MOST_LINKED
from ui.draw.paper import turn
from ui.draw.read import Read
from ui.draw.row import choose_one, show_row
from ui.theme import current_theme
from ui.widgets.answer import reason, tell_answer
from ui.widgets.bars import show_bars
from ui.widgets.guess import Guess, ask_guess
from ui.widgets.ink_link import too_many


def ask_for_reading(read: Read) -> Guess:
    """Ask what the network will answer."""
    question = "your-guess" if len(read.y) == 1 else "your-row"
    return ask_guess(question, turn(), {"answer": read.answer, "row": read.row})


def show_reading(read: Read) -> None:
    """Show the answers and which of them are not sure; of several digits one is chosen."""
    count = len(read.y)
    if count == 1:
        tell_answer(read.y[0], sure=bool(read.sure[0]))
    else:
        show_row(current_theme(), read)
    if any(map(is_wide, read.shown.digits)):
        st.markdown("This is wide for one digit, but no cut makes two that look better.")
    if count > MOST_LINKED:
        st.caption(too_many(count))
    if count > 1:
        choose_one(count)


def show_reason(read: Read) -> None:
    """Show why the answer to the chosen digit counts as sure or not."""
    st.caption(reason(read.network, read.scores[read.shown.number]))


def show_details(read: Read) -> None:
    """Show the ten probabilities of the chosen digit, and the way to its computation."""
    show_bars(read.y[read.shown.number])
    way = [("at", "digit-network"), *settings_of("forward", of="drawing", step="X")]
    label, icon = f"Step through my {read.shown.name}", ":material/footprint:"
    page_link("pages/forward.py", label=label, icon=icon, query_params=way)
