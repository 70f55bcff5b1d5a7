""" "I don't know": what a threshold on the best probability buys, and whether sure means right."""

import math

import numpy as np
import streamlit as st

from nncore import (
    Predictions,
    best_scores,
    expected_calibration_error,
    is_sure,
    reliability,
    selective_accuracy,
)
from ui.address import bound
from ui.figures.curves import reliability_chart, shares_chart
from ui.language import _
from ui.numbers import fixed, grouped, share
from ui.resources import no_digits
from ui.state.own_network import in_use, name_in_use, network_in_use
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live

HIGH = 17.5
"""How high a chart of shares may be, in rem."""
SURE = 0.9
"""The threshold that is asked about before all is shown."""


def i_dont_know() -> Live:
    """Show how many are still answered and how many of those are right, or one of the pictures behind it."""
    reading = in_use().reading
    answered = 100 * selective_accuracy(reading, SURE).answered / len(reading.t)
    revealed = ask_guess("sure-answers", (name_in_use(), answered), {"sure_of_100": answered}, within=2)
    states = [_show_chosen(reading)] if revealed else []
    return Live(
        values={"calibration_gap": f"{100 * expected_calibration_error(reading):.2f}"},
        seen=states,
        revealed=revealed,
        code=[selective_accuracy, reliability, expected_calibration_error, is_sure],
    )


def _show_chosen(reading: Predictions) -> str:
    """Let the learner choose one of three pictures; return which it is."""
    settings = bound("evaluate", "doubt")
    chosen = st.segmented_control(
        _("Shown"), **settings, required=True, label_visibility="collapsed", wrap=True
    )
    if chosen == "bar":
        _bar()
    elif chosen == "honest":
        bins, alt = reliability(reading), _("How often it was right, by how sure it was")
        show_plot(reliability_chart(current_theme(), bins, alt), "honest", _("Sure and right"), 19)
    else:
        _threshold(reading)
    return str(chosen)


def _threshold(reading: Predictions) -> None:
    """Show what a threshold on the best probability leaves, and what of that is right."""
    label = _("Answer only if the best probability is at least")
    threshold = st.slider(label, **bound("evaluate", "threshold"))
    now = selective_accuracy(reading, threshold)
    answered, right = st.columns(2)
    words = _("still answered: {answered} of {total} images")
    words = words.format(answered=grouped(now.answered), total=grouped(now.total))
    answered.metric(words, share(now.answered / now.total))
    words = _("right among them: {count} mistakes left").format(count=grouped(now.answered - now.right))
    right.metric(words, share(now.accuracy))
    steps = np.linspace(0, 1, 101).tolist()
    each = [selective_accuracy(reading, step) for step in steps]
    left = {step: here.accuracy for step, here in zip(steps, each, strict=True) if here.answered}
    lines = {
        _("right, of the answered"): (list(left), list(left.values())),
        _("answered, of all"): (steps, [here.answered / here.total for here in each]),
    }
    # The fall to nothing at the end would flatten all the rest.
    lowest = min(0.9, math.floor(10 * selective_accuracy(reading, 0.95).answered / now.total) / 10)
    alt = _("What is answered, and what of it is right, against the threshold")
    chart = shares_chart(current_theme(), lines, _("Threshold"), threshold, alt, lowest)
    show_plot(chart, "shares", _("Thresholds"), HIGH)


def _bar() -> None:
    """Show what a bar on the best score keeps of the digits, and lets through of the letters."""
    network = network_in_use()
    digits, letters = in_use().best, best_scores(network, no_digits())
    ends = float(min(letters.min(), digits.min())), float(np.quantile(digits, 0.9))
    now, bars = float(digits.min()) if network.bar is None else network.bar, np.linspace(*ends, 101)
    scores = {_("digits that count as sure"): digits, _("letters that count as sure"): letters}
    lines = {kind: (bars, [(best >= bar).mean() for bar in bars]) for kind, best in scores.items()}
    title = _("Bar: the score that the best one must reach")
    alt = _("Digits that clear the bar, and letters that do, against the bar")
    show_plot(shares_chart(current_theme(), lines, title, now, alt, ends=ends), "shares", _("Bars"), HIGH)
    if network.bar is None:
        st.caption(_("This network has no bar: its best probability stands in for it."))
        return
    kept, through = (share((best >= network.bar).mean(), 1) for best in (digits, letters))
    text = _(
        "At {bar}, the bar in use, {kept} of the test images and {through} of {letters} letters "
        "and little pictures count as sure."
    )
    st.caption(text.format(bar=fixed(network.bar, 2), kept=kept, through=through, letters=len(letters)))
