"""How it was trained: the curves that were stored with the weights, the recipe, the data it saw."""

import json

import numpy as np
import pandas as pd
import streamlit as st

from ui.figures.base import show_pixels
from ui.figures.curves import training_curves
from ui.figures.pixels import activation_picture
from ui.numbers import grouped
from ui.page import try_this
from ui.resources import History, handful, training_history
from ui.state.own_network import own_network
from ui.theme import current_theme

KINDS = {
    "training": "pictures it learns from",
    "validation": "MNIST images it does not learn from",
    "drawings": "other people's drawings",
}

LOSS = "loss: how far its answers are from the targets"
LEAST = 1e-4
"""What a share of wrong answers is drawn as if it is none: a logarithmic scale has no zero."""


def show_training() -> None:
    """Show how the network that ships came to be."""
    if own_network():
        st.info(
            "This is the story of our network; of yours, only the weights are known.", icon=":material/info:"
        )
    history = training_history()
    st.markdown(history.recipe)
    _what_it_saw()
    _curves(history)
    _facts(history)
    try_this(
        "Where do the curves part, and what would have happened without the distortions?",
        "Train it yourself: `make train` replaces the weights in `assets/`, by half-learnt ones "
        "if you stop it; `git checkout -- assets` brings ours back.",
    )


@st.fragment
def _what_it_saw() -> None:
    """Show a few pictures as training makes them, and others at each click."""
    turn = st.session_state.setdefault("handful", 0)
    theme = current_theme()
    titles = "MNIST's digits, out of shape anew each time", "drawings, some of them no digits"
    st.markdown("**What it saw**")
    for title, pictures in zip(titles, handful(turn), strict=True):
        shown = [activation_picture(theme, picture / 255, 8) for picture in pictures]
        show_pixels(shown, [f"One of the {title}"] * len(shown), 56)
        st.caption(title)
    st.button("Others", icon=":material/refresh:", on_click=_others)


def _others() -> None:
    st.session_state.handful += 1


def error_table(history: History) -> pd.DataFrame:
    """Return the share of wrong answers after each epoch, of each kind: (epoch, value, kind)."""
    return pd.concat(
        pd.DataFrame(
            {
                "epoch": history.curves["epoch"],
                "value": np.maximum(1 - history.curves[key], LEAST),
                "kind": kind,
            }
        )
        for key, kind in KINDS.items()
    )


def _curves(history: History) -> None:
    theme, epoch = current_theme(), history.curves["epoch"]
    colours = dict(zip(KINDS.values(), (theme.muted, theme.primary, theme.negative), strict=True))
    st.altair_chart(
        training_curves(error_table(history), colours, "Wrong answers", "~%"),
        alt="The share of wrong answers after each epoch, of what it learns from and of what it does not",
    )
    st.caption("Both scales are logarithmic: ten times the epochs, half the errors, each is the same step.")
    loss = pd.DataFrame({"epoch": epoch, "value": history.curves["loss"], "kind": LOSS})
    chart = training_curves(loss, {LOSS: theme.primary}, "Loss", "~g")
    st.altair_chart(chart.properties(height=200), alt="The loss after each epoch")


def _facts(history: History) -> None:
    settings, hours = json.loads(history.settings), float(history.curves["seconds"].sum()) / 3600
    took = f"{hours:.1f} hours" if hours >= 1 else f"{60 * hours:.0f} minutes"
    before = f", after the {settings['teacher_epochs']} of the teacher" if settings["teacher_epochs"] else ""
    st.caption(
        f"{grouped(len(history.curves['epoch']))} epochs in batches of {settings['batch_size']}, "
        f"{took}{before}. "
        f"At the end all scores were divided by {history.temperature:.2f}, which changes no answer, only how "
        "sure it is: chosen so that its confidence is honest."
    )
