"""Where it fails: the confusion matrix, the digits one by one, and the images behind each number."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Predictions, accuracy_by_class, confusion_matrix
from ui.address import bare, options
from ui.address.table import ANY, DIGITS, WRONG
from ui.evaluate.gallery import show_gallery
from ui.figures.confusion import confusion_chart, digit_chart
from ui.page import try_this
from ui.source import show_code
from ui.state.own_network import name_in_use
from ui.theme import current_theme
from ui.widgets.number_guess import revealed

ORDERS = options("evaluate", "order")


def show_mistakes(reading: Predictions) -> None:
    """Show the confusion matrix, the accuracy by digit, and the gallery of what was chosen."""
    theme, confusion = current_theme(), confusion_matrix(reading)
    shares = accuracy_by_class(confusion)
    worst = int(np.nanargmin(shares))
    if not revealed("Which digit does it read wrong most often?", worst, f"worst {name_in_use()} {worst}"):
        return
    left, right = st.columns([3, 2], gap="medium")
    with right:
        _filters()
        st.markdown("**Digit by digit**: the longer the bar, the more are read wrong")
        st.altair_chart(digit_chart(theme, shares), alt="The share of right answers for each digit")
    with left:
        chart = confusion_chart(theme, confusion, _chosen_cells())
        alt = "How often each written digit got each answer. The boxes beside it choose a cell, too."
        st.altair_chart(chart, key="confusion", on_select=_choose_cell, alt=alt)
        st.caption("Strong colours: often mistaken. On the diagonal are the right answers. Click a cell.")
    choice = st.session_state.truth, st.session_state.answer, st.session_state.order
    show_gallery(reading, chosen_images(reading, *choice), choice)
    show_code(confusion_matrix, accuracy_by_class)
    try_this(
        "Which two digits are mistaken for each other most often? Look at the images: would you do better?",
        "Find the mistake of which it is most sure.",
        "Show the least sure among *all* images: which of them are hard for you, too?",
    )


def _filters() -> None:
    truth, answer = st.columns(2)
    for place, label, name in (
        (truth, "Written digit", "truth"),
        (answer, "Its answer", "answer"),
        (st, "Order", "order"),
    ):
        place.selectbox(label, options("evaluate", name), **bare("evaluate", name), persist_state="session")


def _choose_cell() -> None:
    """Let the two boxes say what was clicked in the chart."""
    cells = st.session_state.confusion["selection"].get("cell")
    if cells:
        st.session_state.truth = str(cells[0]["truth"])
        st.session_state.answer = str(cells[0]["answer"])


def _chosen_cells() -> npt.NDArray[np.bool_]:
    """Return which cells of the matrix the two boxes speak of; none if of all mistakes."""
    truth, answer = st.session_state.truth, st.session_state.answer
    rows = np.array([truth in (ANY, digit) for digit in DIGITS])[:, np.newaxis]
    columns = np.array([answer in (ANY, WRONG, digit) for digit in DIGITS])
    cells = rows & columns & ~(np.eye(10, dtype=bool) & (answer == WRONG))
    everything = truth == ANY and answer in (ANY, WRONG)
    return np.zeros_like(cells) if everything else cells


def chosen_images(reading: Predictions, truth: str, answer: str, order: str) -> npt.NDArray[np.intp]:
    """Return the numbers of the test images that a choice means, in its order."""
    chosen = np.ones(len(reading.t), dtype=bool)
    if truth in DIGITS:
        chosen &= reading.t == int(truth)
    if answer in DIGITS:
        chosen &= reading.answer == int(answer)
    elif answer == WRONG:
        chosen &= ~reading.right
    numbers = np.flatnonzero(chosen)
    sureness = reading.confidence[numbers] * (-1 if order == ORDERS[0] else 1)
    return numbers[np.argsort(sureness, kind="stable")]
