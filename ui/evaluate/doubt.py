""" "I don't know": what a threshold on the best probability buys, and whether sure means right."""

import math

import numpy as np
import pandas as pd
import streamlit as st

from nncore import Predictions, expected_calibration_error, reliability, selective_accuracy
from ui.address import bound
from ui.figures.curves import lines_chart, reliability_chart
from ui.numbers import grouped, share
from ui.page import try_this
from ui.source import show_code
from ui.state.own_network import name_in_use
from ui.theme import current_theme
from ui.widgets.number_guess import revealed

SURE = 0.9
"""The threshold that is asked about before all is shown."""
RIGHT, ANSWERED = "right, of the answered", "answered, of all"


def show_doubt(reading: Predictions) -> None:
    """Show how many are still answered and how many of those are right, and the reliability curve."""
    st.markdown(
        "Ten probabilities say more than one digit. Let the network answer only where its best "
        "probability reaches a threshold; otherwise it says *I don't know*."
    )
    answered = 100 * selective_accuracy(reading, SURE).answered / len(reading.t)
    question = f"Of 100 images, how many does it answer with a probability of {SURE} or more?"
    if not revealed(question, answered, f"answered {name_in_use()} {answered}"):
        return
    _threshold(reading)
    st.subheader("When it says 80 %, is it right in 80 of 100 cases?", anchor=False)
    bins = reliability(reading)
    st.altair_chart(
        reliability_chart(current_theme(), bins), alt="How often it was right, by how sure it was"
    )
    st.caption(
        "On the dashed line it is honest; above it, too modest; below it, too sure. Large dots: many answers."
    )
    gap = 100 * expected_calibration_error(reading.y, reading.t)
    st.markdown(
        f"On average, how sure it is and how often it is right are **{gap:.2f} percentage points** apart."
    )
    show_code(selective_accuracy, reliability, expected_calibration_error)
    try_this(
        "With which threshold is it right in 999 of 1 000 answers, and how many digits are left to you?",
        "What would you choose for cheques, and what for a game?",
    )


@st.fragment
def _threshold(reading: Predictions) -> None:
    threshold = st.slider(
        "Answer only from this probability on",
        **bound("evaluate", "threshold"),
        step=0.01,
        persist_state="session",
    )
    now = selective_accuracy(reading, threshold)
    answered, right = st.columns(2)
    answered.metric("still answered", share(now.answered / now.total), border=True)
    answered.caption(f"{grouped(now.answered)} of {grouped(now.total)} images")
    right.metric("of those, right", share(now.accuracy), border=True)
    right.caption(f"{grouped(now.answered - now.right)} mistakes left")
    theme = current_theme()
    colours = {RIGHT: theme.primary, ANSWERED: theme.muted}
    curve = _curve(reading)
    chart = lines_chart(theme, curve, "Threshold", threshold, colours, lowest=lowest_shown(curve))
    st.altair_chart(chart, alt="What is answered, and what of it is right, against the threshold")


def lowest_shown(curve: pd.DataFrame) -> float:
    """Return where the axis of a curve begins: the fall to nothing at its end would flatten all the rest."""
    lowest = float(curve.share[curve.x <= 0.95].min())
    return min(0.9, math.floor(10 * lowest) / 10)


def _curve(reading: Predictions) -> pd.DataFrame:
    rows = []
    for threshold in np.linspace(0, 1, 101):
        here = selective_accuracy(reading, threshold)
        rows.append({"x": threshold, "share": here.answered / here.total, "kind": ANSWERED})
        if here.answered:
            rows.append({"x": threshold, "share": here.accuracy, "kind": RIGHT})
    return pd.DataFrame(rows)
