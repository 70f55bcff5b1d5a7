"""Softmax: scores become probabilities, and where the formula as written breaks."""

import numpy as np
import streamlit as st

from nncore import Array, NaiveSoftmax, SoftmaxStages, naive_softmax, softmax, softmax_stages
from ui.activations.tables import stages_table
from ui.figures.bars import probability_bars
from ui.numbers import rounded
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.controls import presets, remembered_slider
from ui.widgets.number_guess import revealed

SCORES = ("a1", "a2", "a3")
BOOK, WIDE = (0.3, 2.9, 4.0, 0.0), (10.0, 0.0, -10.0)
PRESETS = {"The book's example": BOOK, "The overflow": (*WIDE, 1000.0), "The underflow": (*WIDE, -1000.0)}
"""The three scores, and what is added to all of them."""


@st.fragment
def probabilities() -> None:
    """Show three scores on their way through softmax, and through the formula as written."""
    presets({name: dict(zip((*SCORES, "plus"), values, strict=True)) for name, values in PRESETS.items()})
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        a = [remembered_slider(f"Score {name}", "activations", name) for name in SCORES]
        plus = remembered_slider("Add a constant to all scores", "activations", "plus", 1.0)
    scores = np.round(np.add(a, plus), 1)
    stages = softmax_stages(scores)
    with picture:
        if revealed("How probable is the largest score?", float(stages.y.max()), f"softmax {scores}"):
            _show_ours(scores, stages)
            _show_naive(scores, naive_softmax(scores), stages)
    show_code(softmax, naive_softmax)


def _show_ours(scores: Array, stages: SoftmaxStages) -> None:
    bars = probability_bars(current_theme(), stages.y, SCORES)
    st.altair_chart(bars, alt="The probabilities of the three scores, as bars")
    total = rounded(float(stages.y.sum()))
    st.markdown(f"Sum: **{total}**, always. The constant cancels: it changes nothing.")
    st.markdown("**Ours: a − max first**")
    columns = {"a": scores, "a − max": stages.shifted, "exp": stages.exp_a, "÷ sum": stages.y}
    st.markdown(stages_table(columns, stages.sum_exp_a))


def _show_naive(scores: Array, naive: NaiveSoftmax, stages: SoftmaxStages) -> None:
    st.markdown("**The formula as written**")
    st.markdown(stages_table({"a": scores, "exp": naive.exp_a, "÷ sum": naive.y}, naive.sum_exp_a))
    st.markdown(what_broke(naive, stages.y))
    if naive.warnings:
        st.markdown("NumPy's own words:")
        words = (f"RuntimeWarning: {spoken}" for spoken in naive.warnings)
        st.code("\n".join(words), None, wrap_lines=True)


def what_broke(naive: NaiveSoftmax, y: Array) -> str:
    """Say in a sentence what went wrong in the formula as written, or that nothing did."""
    if np.isinf(naive.exp_a).any():
        return "From exp(709.79) on, the number is too large for a float and becomes inf; inf ÷ inf is nan."
    if naive.sum_exp_a == 0:
        return "Below exp(−745.13), a float has nothing left but 0: here each exp is 0, and 0 ÷ 0 is nan."
    if np.isinf(naive.sum_exp_a):
        return "A float can hold each exp, but not their sum: it becomes inf, and a number ÷ inf is 0."
    if not np.allclose(naive.y, y, rtol=1e-4, atol=0):
        return "So close to 0, a float has few digits left or none: these shares are not right."
    return "Nothing breaks here: the same shares."
