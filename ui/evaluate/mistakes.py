"""Where it fails: the confusion matrix, and the images behind each of its numbers."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Array, Predictions, accuracy_by_class, confusion_matrix, most_confused
from ui.address import bound
from ui.address.settings import ANY, DIGITS, ORDERS, WRONG
from ui.components.chart_report import cell_of
from ui.evaluate.gallery import show_gallery
from ui.figures.confusion import ALL_WRONG, confusion_chart
from ui.language import _
from ui.numbers import share
from ui.state.own_network import in_use, name_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_chart
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
    said = {"worst": worst, "worst_accuracy": share(float(shares[worst]))}
    guess = ask_guess("worst-digit", (name_in_use(), reading.accuracy), said)
    if guess:
        _show(reading, confusion)
    return Live(
        values={"pair_written": written, "pair_answered": answered, "pair_count": times},
        done={"find-the-pair": _find_the_pair(confusion)},
        revealed=bool(guess),
        code=[confusion_matrix, accuracy_by_class],
    )


def _show(reading: Predictions, confusion: Array) -> None:
    labels = {"truth": _("Written digit"), "answer": _("Its answer"), "order": _("Order")}
    with st.container(horizontal=True, gap="small"):
        for name, label in labels.items():
            act = {"on_change": recall, "args": (FIRST_ROW,)}
            st.selectbox(label, **bound("evaluate", name) | act, width="stretch")
    chart = confusion_chart(current_theme(), confusion, _chosen_cells())
    show_chart(
        chart,
        _("How often each digit got each answer; the boxes choose a cell, too."),
        _("Written and answered"),
        lambda: _columns(confusion),
        key="confusion",
        on_select=_choose_cell,
    )
    choice = st.session_state.truth, st.session_state.answer, st.session_state.order
    show_gallery(reading, chosen_images(reading, *choice))


def _columns(confusion: Array) -> dict[str, Array]:
    answered = {_("answered {digit}").format(digit=k): confusion[:, k] for k in range(10)}
    return {_("written"): np.arange(10)} | answered


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


def _choose_cell() -> None:
    """Let the two boxes say what was clicked in the chart."""
    cell = cell_of(st.session_state.confusion, "cell", ("truth", "answer"))
    if cell and str(cell[0]) in DIGITS and 0 <= cell[1] <= ALL_WRONG:
        answer = WRONG if cell[1] == ALL_WRONG else str(cell[1])
        recall({"truth": str(cell[0]), "answer": answer, **FIRST_ROW})


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
