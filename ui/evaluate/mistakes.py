"""Where the network fails: the confusion matrix, and the images behind each of its numbers."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Array, Predictions, accuracy_by_class, confusion_matrix, most_confused
from ui.address import bound
from ui.address.settings import ANY, DIGITS, ORDERS, WRONG
from ui.evaluate.gallery import show_gallery
from ui.figures.confusion import ALL_WRONG, confusion_diagram
from ui.language import _
from ui.numbers import share
from ui.state.own_network import in_use, name_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import recall, untouched
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live

FIRST_ROW = {"gallery": 1}
"""Where the images of another choice begin."""


def mistakes() -> Live:
    """Show the confusion matrix, and the images of what was chosen in it."""
    reading = in_use().reading
    confusion = confusion_matrix(reading)
    shares, (written, answered, times) = accuracy_by_class(confusion), commonest(confusion)
    worst = int(np.nanargmin(shares))
    values = {"worst": worst, "worst_accuracy": share(float(shares[worst]))}
    revealed = ask_guess("worst-digit", (name_in_use(), reading.accuracy), values)
    if revealed:
        _show(reading, confusion)
    return Live(
        values={"pair_written": written, "pair_answered": answered, "pair_count": times},
        done={"find-the-pair": _find_the_pair(confusion)},
        revealed=revealed,
        code=[confusion_matrix, accuracy_by_class],
    )


def _show(reading: Predictions, confusion: Array) -> None:
    labels = {"truth": _("Written digit"), "answer": _("Its answer"), "order": _("Order")}
    with st.container(horizontal=True, gap="small"):
        for name, label in labels.items():
            act = {"on_change": recall, "args": (FIRST_ROW,)}
            st.selectbox(label, **bound("evaluate", name) | act, width="stretch")
    alt = _("How often each digit got each answer; the boxes choose a cell, too.")
    diagram = confusion_diagram(current_theme(), confusion, _chosen_cells(), alt)
    show_plot(diagram, "confusion", _("Written and answered"), 19, _choose_cell)
    choice = st.session_state.truth, st.session_state.answer, st.session_state.order
    show_gallery(reading, chosen_images(reading, *choice))


def commonest(confusion: Array) -> tuple[int, int, int]:
    """Return the commonest mistake: label, answer, how often; without mistakes 0 times."""
    return next(iter(most_confused(confusion, 1)), (0, 1, 0))


def _find_the_pair(confusion: Array) -> bool | str:
    """Return whether the boxes name the cell with the most mistakes, or what helps."""
    if untouched("evaluate", "truth", "answer"):
        return False
    truth, answer = st.session_state.truth, st.session_state.answer
    if truth not in DIGITS or answer not in DIGITS:
        return "no-cell"
    is_mistake = truth != answer and confusion[int(truth), int(answer)] == commonest(confusion)[2]
    return bool(is_mistake) or "smaller-cell"


def _choose_cell(cell: str) -> None:
    """Let the two boxes say what was clicked in the matrix."""
    truth, answer = cell.split()
    recall({"truth": truth, "answer": WRONG if answer == str(ALL_WRONG) else answer, **FIRST_ROW})


def _chosen_cells() -> npt.NDArray[np.bool_]:
    """Return which cells of the matrix and of its column of shares the boxes speak of; none if of all."""
    truth, answer = st.session_state.truth, st.session_state.answer
    rows = np.array([truth in (ANY, digit) for digit in DIGITS])[:, np.newaxis]
    columns = np.array([*(answer in (ANY, digit) for digit in DIGITS), answer == WRONG])
    everything = truth == ANY and answer in (ANY, WRONG)
    return rows & columns & (not everything)


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
    sureness = reading.confidence[numbers] * (-1 if order == next(iter(ORDERS)) else 1)
    return numbers[np.argsort(sureness, kind="stable")]
