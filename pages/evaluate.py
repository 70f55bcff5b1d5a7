"""The test set: how good is the network, why batches, where does it fail, how far can it be pushed?"""

from collections.abc import Callable

import streamlit as st

from nncore import Predictions
from ui.address import bound
from ui.evaluate.bring import show_bring
from ui.evaluate.doubt import show_doubt
from ui.evaluate.loops import show_loops
from ui.evaluate.mistakes import show_mistakes
from ui.evaluate.pushing import show_pushing
from ui.numbers import grouped, share
from ui.page import footer, header
from ui.state.own_network import name_in_use, reading_in_use
from ui.widgets.number_guess import revealed

SECTIONS: dict[str, Callable[[Predictions], None]] = {
    "One or many": lambda _: show_loops(),
    "Mistakes": show_mistakes,
    "I don’t know": show_doubt,
    "How far can you push?": lambda _: show_pushing(),
    "Your own network": lambda _: show_bring(),
}


def show_summary(reading: Predictions) -> None:
    """Say in one sentence how good the network is."""
    right, total = grouped(int(reading.right.sum())), grouped(len(reading.t))
    st.markdown(
        f"Of {total} images that it never saw while it learned, {name_in_use()} reads **{right}** right: "
        f"**{share(reading.accuracy)}**"
    )


header("evaluate")
reading = reading_in_use()
accuracy = 100 * reading.accuracy
question = "Of 100 images that it never saw while it learned, how many does it read right?"
known = revealed(question, accuracy, f"accuracy {name_in_use()} {accuracy}")
if known:
    show_summary(reading)
section = st.segmented_control(
    "Section",
    **bound("evaluate", "section"),
    required=True,
    persist_state="session",
    label_visibility="collapsed",
)
if known:
    SECTIONS[section or "One or many"](reading)
footer("evaluate")
