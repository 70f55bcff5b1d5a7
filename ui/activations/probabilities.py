"""Softmax: scores become shares, and where the formula as written breaks."""

from collections.abc import Mapping, Sequence

import numpy as np
import streamlit as st

from nncore import Array, NaiveSoftmax, SoftmaxStages, naive_softmax, softmax, softmax_stages
from ui.language import N_, _
from ui.numbers import rounded
from ui.widgets.bars import show_bars
from ui.widgets.controls import beside_each_other, presets
from ui.widgets.guess import ask_guess, choice
from ui.widgets.live import Live
from ui.widgets.table import show_table

SCORES = ("a1", "a2", "a3")
BOOK, WIDE = (0.3, 2.9, 4.0, 0.0), (10.0, 0.0, -10.0)
PRESETS = {
    N_("The book's"): BOOK,
    N_("Overflow"): (*WIDE, 1000.0),
    N_("Underflow"): (*WIDE, -1000.0),
}
"""The three scores, and what is added to all of them."""


def last_layer() -> Live:
    """Show three scores and their shares."""
    scores = beside_each_other(_labels(), "activations")
    y = softmax(scores)
    right = choice("more-than-half", int(y.max() <= 0.5))
    revealed = ask_guess("more-than-half", tuple(scores), {"more_than_half": right})
    if revealed:
        show_bars(y, SCORES)
        _show_as_written(scores, naive_softmax(scores))
    equal = len(set(scores))
    return Live(
        done={"all-equal": equal == 1 or (equal == 2 and "two-equal")},
        revealed=revealed,
        code=[softmax],
    )


def overflow() -> Live:
    """Show what a constant does to the formula as it is written, and to ours."""
    presets({_(name): dict(zip((*SCORES, "plus"), values, strict=True)) for name, values in PRESETS.items()})
    *a, plus = beside_each_other(_labels() | {"plus": _("Constant")}, "activations")
    scores = np.round(np.add(a, plus), 1)
    naive, stages = naive_softmax(scores), softmax_stages(scores)
    revealed = ask_guess("adding-a-constant", "", {})
    if revealed:
        _show_both(scores, naive, stages)
    broken = what_broke(naive, stages)
    done = bool(broken) and broken != "inexact"
    return Live(
        seen=[broken],
        done={"break-it": done or (plus != 0 and "nearly")},
        revealed=revealed,
        code=[softmax, naive_softmax],
    )


def _show_both(scores: Array, naive: NaiveSoftmax, stages: SoftmaxStages) -> None:
    """Show both ways beside each other, and below them what NumPy says to the first."""
    written, ours = st.columns([2, 3], gap="small")
    with written:
        st.caption(_("The formula as written"))
        _show_as_written(scores, naive)
    with ours:
        st.caption(_("Ours: a − max first"))
        columns = {"a": scores, "a − max": stages.shifted, "exp": stages.exp_a, _("÷ sum"): stages.y}
        show_softmax(columns, stages.sum_exp_a)
    if naive.warnings:
        words = (f"RuntimeWarning: {spoken}" for spoken in naive.warnings)
        st.code("\n".join((_("NumPy says to the first:"), *words)), None, wrap_lines=True)


def _show_as_written(scores: Sequence[float] | Array, naive: NaiveSoftmax) -> None:
    show_softmax({"a": scores, "exp": naive.exp_a, _("÷ sum"): naive.y}, naive.sum_exp_a)


def show_softmax(columns: Mapping[str, Sequence[float] | Array], total: float) -> None:
    """Show the stages of softmax as columns of numbers, with the sums of the last two below."""
    values = list(columns.values())
    rows = [[rounded(value, 5) for value in row] for row in zip(*values, strict=True)]
    blank = [""] * (len(columns) - 3)
    share = float(sum(values[-1]))
    show_table(tuple(columns), [*rows, [_("sum"), *blank, rounded(total, 5), rounded(share, 5)]])


def _labels() -> dict[str, str]:
    return {name: _("Score {name}").format(name=name) for name in SCORES}


def what_broke(naive: NaiveSoftmax, ours: SoftmaxStages) -> str:
    """Return what went wrong in the formula as written, as the lesson knows it; empty if nothing did."""
    if np.isinf(naive.exp_a).any():
        return "too-large"
    if naive.sum_exp_a == 0:
        return "all-zero"
    if np.isinf(naive.sum_exp_a):
        return "total-too-large"
    if not np.allclose(naive.y, ours.y, rtol=1e-4, atol=0):
        return "inexact"
    return ""
