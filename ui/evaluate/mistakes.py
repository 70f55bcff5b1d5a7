"""Where it fails: the confusion matrix, the digits one by one, and the images behind each number."""

import numpy as np
import numpy.typing as npt
import streamlit as st

from nncore import Array, Predictions, accuracy_by_class, confusion_matrix, most_confused
from ui.address import bound
from ui.address.settings import ANY, DIGITS, ORDERS, WRONG
from ui.components.chart_report import cell_of
from ui.evaluate.gallery import show_gallery
from ui.figures.confusion import confusion_chart, digit_chart
from ui.numbers import grouped, percent, share
from ui.source import show_code
from ui.state.own_network import name_in_use, reading_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_chart
from ui.widgets.controls import untouched
from ui.widgets.lesson import UNKNOWN, Live
from ui.widgets.predict_first import predict


def mistakes() -> Live:
    """Show the confusion matrix, the share read wrong by digit, and the gallery of what was chosen."""
    reading = reading_in_use()
    confusion = confusion_matrix(reading)
    shares = accuracy_by_class(confusion)
    worst = int(np.nanargmin(shares))
    said = {"worst": worst, "worst_accuracy": share(float(shares[worst]))}
    guess = predict("worst-digit", (name_in_use(), reading.accuracy), said)
    if guess:
        _show(reading, confusion, shares)
    show_code(confusion_matrix, accuracy_by_class)
    return Live(
        values=live_values(reading, confusion),
        done={"find-the-pair": _find_the_pair(confusion) if guess else False},
        mistakes={"row-sum": {"only-right": 977, "subtracted": 972}},
        revealed=bool(guess),
    )


def _show(reading: Predictions, confusion: Array, shares: Array) -> None:
    theme = current_theme()
    left, right = st.columns([3, 2], gap="medium")
    with right:
        _filters()
        st.markdown("**Digit by digit**: the share that is read wrong")
        show_chart(
            digit_chart(theme, shares),
            "The share of wrong answers for each digit",
            "Digit by digit",
            lambda: {"digit": DIGITS, "share read wrong": 1 - shares},
        )
    with left:
        chart = confusion_chart(theme, confusion, _chosen_cells())
        alt = "How often each digit got each answer; the boxes choose a cell, too."
        show_chart(
            chart,
            alt,
            "Written and answered",
            lambda: {"written": DIGITS} | {f"answered {k}": confusion[:, k] for k in range(10)},
            key="confusion",
            on_select=_choose_cell,
        )
        st.caption("Strong colours: often mistaken. On the diagonal are the right answers. Click a cell.")
    choice = st.session_state.truth, st.session_state.answer, st.session_state.order
    show_gallery(reading, chosen_images(reading, *choice), choice)


def live_values(reading: Predictions, confusion: Array) -> dict[str, object]:
    """Return what the prose says of the pairs, and of the mistake of which the network is most sure."""
    written, answered, times = commonest(confusion)
    one, other, both = commonest(np.triu(confusion + confusion.T))
    values: dict[str, object] = {
        "fours": int(confusion[4].sum()),
        "pair_written": written,
        "pair_answered": answered,
        "pair_count": times,
        "both_ways": f"{one} and {other}, {grouped(both)} times",
    }
    return values | _surest(reading)


def commonest(confusion: Array) -> tuple[int, int, int]:
    """Return the commonest mistake: label, answer, how often; without mistakes 0 times."""
    return next(iter(most_confused(confusion, 1)), (0, 1, 0))


def _surest(reading: Predictions) -> dict[str, object]:
    """Return which wrong answer is the most probable one, if any answer is wrong."""
    names = ("surest", "surest_label", "surest_answer", "surest_share")
    numbers = np.flatnonzero(~reading.right)
    if not len(numbers):
        return dict.fromkeys(names, UNKNOWN)
    number = int(numbers[reading.confidence[numbers].argmax()])
    share_of_it = percent(float(reading.confidence[number]))
    return dict(
        zip(names, (number, int(reading.t[number]), int(reading.answer[number]), share_of_it), strict=True)
    )


def _find_the_pair(confusion: Array) -> bool | str:
    """Return whether the boxes name the cell with the most mistakes, or what helps."""
    if untouched("evaluate", "truth", "answer"):
        return False
    truth, answer = st.session_state.truth, st.session_state.answer
    if truth not in DIGITS or answer not in DIGITS:
        return "no-cell"
    is_mistake = truth != answer and confusion[int(truth), int(answer)] == commonest(confusion)[2]
    return bool(is_mistake) or "smaller-cell"


def _filters() -> None:
    truth, answer = st.columns(2)
    for place, label, name in (
        (truth, "Written digit", "truth"),
        (answer, "Its answer", "answer"),
        (st, "Order", "order"),
    ):
        place.selectbox(label, **bound("evaluate", name))


def _choose_cell() -> None:
    """Let the two boxes say what was clicked in the chart."""
    cell = cell_of(st.session_state.confusion, "cell", ("truth", "answer"))
    if cell and set(map(str, cell)) <= set(DIGITS):
        st.session_state.truth, st.session_state.answer = map(str, cell)


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
    sureness = reading.confidence[numbers] * (-1 if order == next(iter(ORDERS)) else 1)
    return numbers[np.argsort(sureness, kind="stable")]
