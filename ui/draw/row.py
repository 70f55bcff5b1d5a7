"""Several digits, as they stand on the paper: each with its answer, and one chosen for the details."""

import streamlit as st

from ui.draw.read import Read
from ui.figures.pixels import activation_picture, show_pixels
from ui.numbers import ordinal, percent
from ui.theme import Theme
from ui.widgets.answer import big_lines, doubt

SIDE = 56
"""Width of a digit's picture on the screen: 2 pixels for each of its 28."""


def show_row(theme: Theme, read: Read) -> None:
    """Show the digits' answers line by line, and each with its picture."""
    shown, y = read.shown, read.y
    answers = y.argmax(axis=1)
    doubts = [
        f"The {ordinal(place)}: {doubt(row)}"
        for place, (row, sure) in enumerate(zip(y, read.sure, strict=True), 1)
        if not sure
    ]
    big_lines([digit.box for digit in shown.digits], answers.tolist(), doubts)
    pictures = [activation_picture(theme, digit.pixels, 4) for digit in shown.digits]
    alts = [f"The {ordinal(k)} digit, read as {answer}" for k, answer in enumerate(answers, 1)]
    captions = [percent(float(row.max())) for row in y]
    show_pixels(pictures, alts, SIDE, captions)
    for text in doubts:
        st.markdown(text)


def choose_one(count: int) -> None:
    """Let the learner choose one of the digits for all that follows.

    They are named by their places: Streamlit tells options apart by their names, and a year may
    hold the same digit twice.
    """
    if st.session_state.get("which") not in range(count):
        st.session_state.which = 0
    st.segmented_control(
        "In detail",
        range(count),
        required=True,
        format_func=lambda number: ordinal(number + 1),
        key="which",
        persist_state="session",
    )
