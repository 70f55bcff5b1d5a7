""" "I don't know": what a threshold on the best probability buys, and whether sure means right."""

import numpy as np
import pandas as pd
import streamlit as st

from nncore import NOT_SURE, Reading, answered_above, expected_calibration_error, reliability
from ui.figures.curves import lines_chart, reliability_chart
from ui.numbers import grouped, share
from ui.page import try_this
from ui.source import show_code
from ui.theme import current_theme

RIGHT, ANSWERED = "right, of the answered", "answered, of all"


def show_doubt(reading: Reading) -> None:
    """Show how many are still answered and how many of those are right, and the reliability curve."""
    st.markdown(
        "Ten probabilities say more than one digit. Let the network answer only where its best "
        "probability reaches a threshold; otherwise it says *I don't know*."
    )
    _threshold(reading)
    st.subheader("When it says 80 %, is it right in 80 of 100 cases?", anchor=False)
    bins = reliability(reading)
    st.altair_chart(
        reliability_chart(current_theme(), bins), alt="How often it was right, by how sure it was"
    )
    st.caption(
        "On the dashed line it is honest; above it, too modest; below it, too sure. Large dots: many answers."
    )
    gap = share(expected_calibration_error(reading.y, reading.t))
    st.markdown(f"On average, how sure it is and how often it is right are **{gap}** apart.")
    show_code(answered_above, reliability, expected_calibration_error)
    try_this(
        "With which threshold is it right in 999 of 1 000 answers, and how many digits are left to you?",
        "What would you choose for cheques, and what for a game?",
    )


@st.fragment
def _threshold(reading: Reading) -> None:
    threshold = st.slider(
        "Answer only from this probability on",
        0.0,
        1.0,
        NOT_SURE,
        0.01,
        key="threshold",
        bind="query-params",
        persist_state="session",
    )
    now = answered_above(reading, threshold)
    answered, right = st.columns(2)
    answered.metric("still answered", share(now.answered / now.total), border=True)
    answered.caption(f"{grouped(now.answered)} of {grouped(now.total)} images")
    right.metric("of those, right", share(now.accuracy), border=True)
    right.caption(f"{grouped(now.answered - now.right)} mistakes left")
    theme = current_theme()
    colours = {RIGHT: theme.primary, ANSWERED: theme.muted}
    chart = lines_chart(theme, _curve(reading), "Threshold", threshold, colours)
    st.altair_chart(chart, alt="What is answered, and what of it is right, against the threshold")


def _curve(reading: Reading) -> pd.DataFrame:
    rows = []
    for threshold in np.linspace(0, 1, 101):
        here = answered_above(reading, threshold)
        rows.append({"x": threshold, "share": here.answered / here.total, "kind": ANSWERED})
        if here.answered:
            rows.append({"x": threshold, "share": here.accuracy, "kind": RIGHT})
    return pd.DataFrame(rows)
