""" "I don't know": what a threshold on the best probability buys, and whether sure means right."""

import math
from collections.abc import Sequence

import numpy as np
import streamlit as st

from nncore import (
    Array,
    Bin,
    Predictions,
    best_scores,
    expected_calibration_error,
    is_sure,
    reliability,
    selective_accuracy,
)
from ui.address import bound
from ui.figures.curves import reliability_chart, shares_chart
from ui.figures.vega import Rows
from ui.numbers import fixed, grouped, share
from ui.resources import no_digits
from ui.state.own_network import best_scores_in_use, name_in_use, network_in_use, reading_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_chart, side_by_side
from ui.widgets.guess import ask_guess
from ui.widgets.live import UNKNOWN, Live

SURE = 0.9
"""The threshold that is asked about before all is shown."""
WANTED = 0.999
"""The share of right answers that one is to find a threshold for."""
FEW = 20
"""Fewer answers than this say little about how honest the network is."""
KEPT, LET_THROUGH = "digits that count as sure", "letters that count as sure"
HEIGHT = 280
RIGHT, ANSWERED = "right, of the answered", "answered, of all"


def i_dont_know() -> Live:
    """Show how many are still answered and how many of those are right, or one of the pictures behind it."""
    reading = reading_in_use()
    answered = 100 * selective_accuracy(reading, SURE).answered / len(reading.t)
    guess = ask_guess("sure-answers", (name_in_use(), answered), {"sure_of_100": answered}, within=2)
    bins = reliability(reading)
    lonely = loneliest(bins)
    states = _show_chosen(reading, bins) if guess else []
    gap = 100 * expected_calibration_error(reading)
    return Live(
        values={
            "calibration_gap": f"{gap:.2f}",
            "lonely_sure": share(lonely.confidence, 0) if lonely else UNKNOWN,
            "lonely_count": lonely.count if lonely else UNKNOWN,
            **enough(reading),
        },
        seen=[*states, "also-few-images"] if lonely and "honest" in states else states,
        revealed=bool(guess),
        code=[selective_accuracy, reliability, expected_calibration_error, is_sure],
    )


def _show_chosen(reading: Predictions, bins: Sequence[Bin]) -> list[str]:
    """Let the learner choose one of three pictures; return which it is."""
    chosen = st.segmented_control(
        "Shown", **bound("evaluate", "doubt"), required=True, label_visibility="collapsed", wrap=True
    )
    if chosen == "bar":
        _bar()
    elif chosen == "honest":
        chart = reliability_chart(current_theme(), bins)
        alt = "How often it was right, by how sure it was"
        show_chart(chart, alt, "Sure and right", lambda: reliability_columns(bins))
    else:
        _threshold(reading)
    return [str(chosen)]


def reliability_columns(bins: Sequence[Bin]) -> dict[str, list[float]]:
    """Return the numbers of the dots."""
    return {
        "how sure it was": [each.confidence for each in bins],
        "how often it was right": [each.accuracy for each in bins],
        "answers": [each.count for each in bins],
    }


def loneliest(bins: Sequence[Bin]) -> Bin | None:
    """Return the dot that stands for the fewest answers, if they are too few to say anything."""
    few = min(bins, key=lambda each: each.count)
    return few if few.count < FEW else None


def enough(reading: Predictions) -> dict[str, object]:
    """Return the smallest threshold, in hundredths, with 999 of 1 000 answers right, and what it leaves."""
    for hundredth in range(101):
        here = selective_accuracy(reading, hundredth / 100)
        if here.accuracy >= WANTED:
            return {"threshold_999": hundredth / 100, "left_999": here.total - here.answered}
    return {"threshold_999": UNKNOWN, "left_999": UNKNOWN}


def _threshold(reading: Predictions) -> None:
    label = "Answer only if the best probability is at least"
    threshold = st.slider(label, **bound("evaluate", "threshold"), step=0.01)
    now = selective_accuracy(reading, threshold)
    answered, right = st.columns(2)
    words = f"still answered: {grouped(now.answered)} of {grouped(now.total)} images"
    answered.metric(words, share(now.answered / now.total))
    right.metric(f"of those right, {grouped(now.answered - now.right)} mistakes left", share(now.accuracy))
    theme = current_theme()
    colours = {RIGHT: theme.primary, ANSWERED: theme.muted}
    curve = _curve(reading)
    chart = shares_chart(theme, curve, "Threshold", threshold, colours, lowest=lowest_shown(curve))
    show_chart(
        chart | {"height": HEIGHT},
        "What is answered, and what of it is right, against the threshold",
        "Thresholds",
        lambda: side_by_side(curve, "threshold", "x", "share", "kind"),
    )


def _bar() -> None:
    """Show what a bar on the best score keeps of the digits, and lets through of the letters."""
    theme, network = current_theme(), network_in_use()
    digits, letters = best_scores_in_use(), best_scores(network, no_digits())
    ends = float(min(letters.min(), digits.min())), float(np.quantile(digits, 0.9))
    now = (digits if network.bar is None else np.array([network.bar])).min()
    curve = kept_curve(digits, letters, ends)
    chart = shares_chart(
        theme,
        curve,
        "Bar: the score that the best one must reach",
        float(now),
        {KEPT: theme.primary, LET_THROUGH: theme.muted},
        ends=ends,
    )
    show_chart(
        chart,
        "Digits that clear the bar, and letters that do, against the bar",
        "Bars",
        lambda: side_by_side(curve, "bar", "x", "share", "kind"),
    )
    if network.bar is None:
        st.caption("This network has no bar: its best probability stands in for it.")
    else:
        kept, through = ((best >= network.bar).mean() for best in (digits, letters))
        st.caption(
            f"At {fixed(network.bar, 2)}, the bar in use, {share(kept, 1)} of the test images and "
            f"{share(through, 1)} of {len(letters)} letters and little pictures count as sure."
        )


def kept_curve(digits: Array, letters: Array, ends: tuple[float, float]) -> Rows:
    """Return which shares of the best scores of digits and of letters reach each bar between the ends."""
    bars = np.linspace(*ends, 101).tolist()
    kinds = ((KEPT, digits), (LET_THROUGH, letters))
    return [
        {"x": bar, "share": float((best >= bar).mean()), "kind": kind} for kind, best in kinds for bar in bars
    ]


def lowest_shown(curve: Rows) -> float:
    """Return where the axis of a curve begins: the fall to nothing at its end would flatten all the rest."""
    lowest = min(row["share"] for row in curve if row["x"] <= 0.95)
    return min(0.9, math.floor(10 * lowest) / 10)


def _curve(reading: Predictions) -> Rows:
    rows = []
    for threshold in np.linspace(0, 1, 101).tolist():
        here = selective_accuracy(reading, threshold)
        rows.append({"x": threshold, "share": here.answered / here.total, "kind": ANSWERED})
        if here.answered:
            rows.append({"x": threshold, "share": here.accuracy, "kind": RIGHT})
    return rows
