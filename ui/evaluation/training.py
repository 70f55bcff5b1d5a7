"""How it was trained: the curves that were stored with the weights, the recipe, the data it saw."""

import json

import pandas as pd
import streamlit as st

from ui.figures.base import show_pixels
from ui.figures.curves import training_curves
from ui.figures.pixels import activation_picture
from ui.own_network import own_network
from ui.page import try_this
from ui.resources import History, handful, training_history
from ui.theme import current_theme

KINDS = {
    "training": "pictures it learns from",
    "validation": "MNIST images it does not learn from",
    "drawings": "other people's drawings",
}


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
        "Train it yourself: `make train` writes weights that you can bring along under *Your own network*.",
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


def _curves(history: History) -> None:
    theme = current_theme()
    tables = [
        pd.DataFrame({"epoch": history.curves["epoch"], "share": history.curves[key], "kind": kind})
        for key, kind in KINDS.items()
    ]
    colours = dict(zip(KINDS.values(), (theme.muted, theme.primary, theme.negative), strict=True))
    st.altair_chart(
        training_curves(pd.concat(tables), colours),
        alt="The share of right answers after each epoch, of what it learns from and of what it does not",
    )
    loss = pd.DataFrame({"epoch": history.curves["epoch"], "loss": history.curves["loss"]})
    st.markdown("**Loss: how far its answers are from the targets**")
    labels = {"x_label": "Epoch", "y_label": "Loss"}
    st.line_chart(loss, x="epoch", y="loss", color=theme.primary, height=200, **labels)  # type: ignore[arg-type]


def _facts(history: History) -> None:
    settings, hours = json.loads(history.settings), float(history.curves["seconds"].sum()) / 3600
    took = f"{hours:.1f} hours" if hours >= 1 else f"{60 * hours:.0f} minutes"
    st.caption(
        f"{len(history.curves['epoch'])} epochs in batches of {settings['batch_size']}, {took}. "
        f"At the end all scores were divided by {history.temperature:.2f}, which changes no answer, only how "
        "sure it is: chosen so that its confidence is honest."
    )
