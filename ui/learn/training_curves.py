"""The road to the network that ships: the data it saw, the curves that were stored with its weights."""

import json

import numpy as np
import streamlit as st

from ui.figures.curves import training_chart
from ui.figures.pixels import activation_picture, show_pixels
from ui.figures.vega import Rows, rows_of
from ui.learn.learn_state import learn_state
from ui.numbers import grouped, share
from ui.resources import History, handful, our_reading, training_history
from ui.state.own_network import own_network
from ui.theme import current_theme
from ui.widgets.chart import Columns, show_chart
from ui.widgets.live import Live

KINDS = {
    "training": "pictures it learns from",
    "validation": "MNIST images it does not learn from",
    "drawings": "other people's drawings",
}

VIEWS = ("Pictures", "Errors", "Loss")
LOSS = "loss: how far its answers are from the targets"
LEAST = 1e-4
"""What a share of wrong answers is drawn as if it is none: a logarithmic scale has no zero."""


def what_ours_has() -> Live:
    """Show how the network that ships came to be."""
    view = st.segmented_control(
        "Show", VIEWS, default=VIEWS[0], required=True, key="road", persist_state="session"
    )
    history = training_history()
    if view != VIEWS[0]:
        _curve(history, loss=view == VIEWS[2])
    else:
        _what_it_saw()
    settings = json.loads(history.settings)
    last = {kind: float(history.curves[kind][-1]) for kind in KINDS}
    return Live(
        values={
            "epochs": grouped(len(history.curves["epoch"])),
            "teacher_epochs": settings["teacher_epochs"],
            "temperature": f"{history.temperature:.2f}",
            "validation_share": share(last["validation"]),
            "drawings_share": share(last["drawings"]),
            "test_share": share(our_reading().accuracy),
        },
        seen=["also-yours"] if own_network() else [],
    )


def _what_it_saw() -> None:
    """Show a few pictures as training makes them, and others at each click."""
    theme = current_theme()
    titles = (
        "MNIST’s digits, distorted differently each time",
        "drawings, some of which are not digits",
        "digits, letters and signs of typefaces that imitate handwriting",
    )
    for title, pictures in zip(titles, handful(learn_state().handful), strict=True):
        shown = [activation_picture(theme, picture / 255, 8) for picture in pictures]
        show_pixels(shown, ["A picture that it learned from."] * len(shown), 56)
        st.caption(title)
    st.button("Others", icon=":material/refresh:", on_click=_others)


def _others() -> None:
    learn_state().handful += 1


def error_table(history: History) -> Rows:
    """Return the share of wrong answers after each epoch, of each kind: (epoch, value, kind)."""
    epoch, curves = history.curves["epoch"], history.curves
    tables = [
        rows_of(epoch=epoch, value=np.maximum(1 - curves[key], LEAST), kind=kind)
        for key, kind in KINDS.items()
    ]
    return [row for table in tables for row in table]


def _curve(history: History, *, loss: bool) -> None:
    """Show the share of wrong answers after each epoch, or the loss."""
    theme, epoch = current_theme(), history.curves["epoch"]
    if loss:
        rows = rows_of(epoch=epoch, value=history.curves["loss"], kind=LOSS)
        chart = training_chart(theme, rows, {LOSS: theme.primary}, "Loss", "~g")
        columns: Columns = {"epoch": epoch, "loss": history.curves["loss"]}
        show_chart(chart, "The loss after each epoch", "Loss after each epoch", lambda: columns)
        return
    colours = dict(zip(KINDS.values(), (theme.muted, theme.primary, theme.negative), strict=True))
    show_chart(
        training_chart(theme, error_table(history), colours, "Wrong answers", "~%"),
        "The share of wrong answers after each epoch, of three kinds of pictures",
        "Wrong answers after each epoch",
        lambda: {"epoch": epoch} | {kind: 1 - history.curves[key] for key, kind in KINDS.items()},
    )
