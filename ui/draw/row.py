"""Several digits, as they stand on the paper: each with its answer, and one chosen for the details."""

import streamlit as st

from nncore import Preparation
from ui.draw.read import Read
from ui.figures.base import show_pixels
from ui.figures.pixels import activation_picture
from ui.numbers import ordinal, percent
from ui.theme import Theme
from ui.widgets.answer import big_lines, doubt

SIDE = 56
"""Width of a digit's picture on the screen: 2 pixels for each of its 28."""
WIDE = 1.4
"""A digit this much wider than tall is rather several that touch."""


def show_row(theme: Theme, read: Read) -> None:
    """Show the digits' answers line by line, and each with its picture."""
    shown, y = read.shown, read.y
    answers = y.argmax(axis=1)
    big_lines([digit.box for digit in shown.digits], answers.tolist(), theme.primary)
    pictures = [activation_picture(theme, digit.pixels, 4) for digit in shown.digits]
    alts = [f"The {ordinal(k)} digit, read as {answer}" for k, answer in enumerate(answers, 1)]
    captions = [percent(float(row.max())) for row in y]
    show_pixels(pictures, alts, SIDE, captions)
    for number, (row, sure) in enumerate(zip(y, read.sure, strict=True)):
        if not sure:
            st.markdown(f"The {ordinal(number + 1)}: {doubt(row)}")


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


def touching(digits: tuple[Preparation, ...]) -> bool:
    """Whether one of the digits is so wide that it is rather several that touch."""
    boxes = (digit.box for digit in digits)
    return any((right - left) / (bottom - top) >= WIDE for top, left, bottom, right in boxes)
