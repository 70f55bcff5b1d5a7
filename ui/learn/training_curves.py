"""How the network that ships was trained: the data it saw, the curves that were stored with its weights."""

import json

import streamlit as st

from ui.address import put, value_of
from ui.figures.curves import percentage, training_chart
from ui.figures.pixels import activation_picture, show_pixels
from ui.language import N_, _
from ui.numbers import grouped, share
from ui.resources import History, handful, ours, training_history
from ui.state.own_network import own_network
from ui.theme import current_theme
from ui.widgets.chart import show_plot
from ui.widgets.controls import choose_view
from ui.widgets.live import Live

CURVES = {
    "training": N_("pictures it learns from"),
    "validation": N_("MNIST images it does not learn from"),
    "drawings": N_("other people's drawings"),
}


def what_ours_has() -> Live:
    """Show how the network that ships came to be."""
    view = choose_view("learn", "history")
    history = training_history()
    if view == "pictures":
        _what_it_saw()
    elif view == "errors":
        _show_errors(history)
    else:
        _show_losses(history)
    settings = json.loads(history.settings)
    last = {kind: float(history.curves[kind][-1]) for kind in CURVES}
    return Live(
        values={
            "epochs": grouped(len(history.curves["epoch"])),
            "teacher_epochs": settings["teacher_epochs"],
            "temperature": f"{history.temperature:.2f}",
            "validation_share": share(last["validation"]),
            "drawings_share": share(last["drawings"]),
            "test_share": share(ours().reading.accuracy),
        },
        seen=["also-yours"] if own_network() else [],
    )


def _what_it_saw() -> None:
    """Show a few pictures as training makes them, and others at each click."""
    theme, alt = current_theme(), _("A picture that it learned from.")
    titles = (
        _("MNIST’s digits, distorted differently each time"),
        _("drawings, some of which are not digits"),
        _("digits, letters and signs of typefaces that imitate handwriting"),
    )
    for title, pictures in zip(titles, handful(value_of("learn", "handful")), strict=True):
        shown = [activation_picture(theme, picture / 255, 8) for picture in pictures]
        show_pixels(shown, [alt] * len(shown), 43)
        st.caption(title)
    st.button(_("Others"), icon=":material/refresh:", on_click=_others)


def _others() -> None:
    put("learn", handful=(value_of("learn", "handful") + 1) % 20)


def _show_errors(history: History) -> None:
    """Show the share of wrong answers after each epoch."""
    alt = _("The share of wrong answers after each epoch, of three kinds of pictures")
    errors = {_(kind): 1 - history.curves[key] for key, kind in CURVES.items()}
    chart = training_chart(current_theme(), errors, alt, percentage)
    show_plot(chart, "history-errors", _("Wrong answers after each epoch"), 19)


def _show_losses(history: History) -> None:
    """Show the loss after each epoch."""
    name, kind = _("Loss after each epoch"), _("loss: how far its answers are from the targets")
    chart = training_chart(current_theme(), {kind: history.curves["loss"]}, name)
    show_plot(chart, "history-loss", name, 19)
