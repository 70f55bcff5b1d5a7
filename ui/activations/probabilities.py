"""Softmax: scores become shares, and where the formula as written breaks."""

import numpy as np
import streamlit as st

from nncore import Array, NaiveSoftmax, SoftmaxStages, naive_softmax, softmax, softmax_stages
from ui.activations.tables import softmax_table
from ui.address import only_beat
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.bars import show_bars
from ui.widgets.controls import presets, remembered_slider
from ui.widgets.lesson import Live
from ui.widgets.predict_first import predict

SCORES = ("a1", "a2", "a3")
BOOK, WIDE = (0.3, 2.9, 4.0, 0.0), (10.0, 0.0, -10.0)
PRESETS = {"The book's example": BOOK, "The overflow": (*WIDE, 1000.0), "The underflow": (*WIDE, -1000.0)}
"""The three scores, and what is added to all of them."""


def shares() -> Live:
    """Show three scores and their shares."""
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        scores = _choose_scores()
    y = softmax(scores)
    with picture:
        guess = predict("more-than-half", tuple(scores), {"more_than_half": "yes" if y.max() > 0.5 else "no"})
        if guess:
            show_bars(current_theme(), y, SCORES)
            naive = naive_softmax(scores)
            st.markdown(_as_written(scores, naive))
    show_code(softmax)
    return Live(
        values={"last_share": 0.3},
        done={"all-equal": len(set(scores)) == 1 or (len(set(scores)) == 2 and "two-equal")},
        mistakes={"last-share": {"percent": 30, "sum": 0.7}},
        revealed=bool(guess),
    )


def _choose_scores() -> list[float]:
    return [remembered_slider(f"Score {name}", "activations", name) for name in SCORES]


def overflow() -> Live:
    """Show what a constant does to the formula as it is written, and to ours."""
    presets({name: dict(zip((*SCORES, "plus"), values, strict=True)) for name, values in PRESETS.items()})
    a = _choose_scores() if only_beat("activations") else [st.session_state[name] for name in SCORES]
    plus = remembered_slider("Add a constant to all scores", "activations", "plus", 1.0)
    scores = np.round(np.add(a, plus), 1)
    naive, stages = naive_softmax(scores), softmax_stages(scores)
    guess = predict("adding-a-constant", "", {})
    if guess:
        written, ours = st.columns(2, gap="medium")
        with written:
            _show_naive(scores, naive)
        with ours:
            st.caption("Ours: a − max first")
            columns = {"a": scores, "a − max": stages.shifted, "exp": stages.exp_a, "÷ sum": stages.y}
            st.markdown(softmax_table(columns, stages.sum_exp_a))
    show_code(softmax, naive_softmax)
    broken = what_broke(naive, stages)
    done = bool(broken) and broken != "also-inexact"
    return Live(
        values={"shifted": -20},
        seen=[broken],
        done={"break-it": done or (plus != 0 and "nearly")},
        mistakes={"minus-max": {"wrong-sign": 20, "middle": -10}},
        revealed=bool(guess),
    )


def _as_written(scores: list[float] | Array, naive: NaiveSoftmax) -> str:
    return softmax_table({"a": scores, "exp": naive.exp_a, "÷ sum": naive.y}, naive.sum_exp_a)


def _show_naive(scores: Array, naive: NaiveSoftmax) -> None:
    st.caption("The formula as written")
    st.markdown(_as_written(scores, naive))
    if naive.warnings:
        st.caption("NumPy's own words:")
        words = (f"RuntimeWarning: {spoken}" for spoken in naive.warnings)
        st.code("\n".join(words), None, wrap_lines=True)


def what_broke(naive: NaiveSoftmax, ours: SoftmaxStages) -> str:
    """Return what went wrong in the formula as written, as the lesson knows it; empty if nothing did."""
    if np.isinf(naive.exp_a).any():
        return "also-too-large"
    if naive.sum_exp_a == 0:
        return "also-all-zero"
    if np.isinf(naive.sum_exp_a):
        return "also-total-too-large"
    if not np.allclose(naive.y, ours.y, rtol=1e-4, atol=0):
        return "also-inexact"
    return ""
