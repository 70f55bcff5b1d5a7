"""A digit being read on the first screen: the picture, the answer, its ten probabilities."""

from dataclasses import dataclass

import streamlit as st

from nncore import Array
from nncore import predict as probabilities
from ui.figures.pixels import activation_picture, show_pixels
from ui.resources import as_input, test_set
from ui.state.of_page import state_of
from ui.state.own_network import network_in_use, own_network
from ui.theme import Theme, current_theme
from ui.widgets.answer import show_answer
from ui.widgets.bars import show_bars
from ui.widgets.lesson import Live
from ui.widgets.predict_first import predict

SHOWN = (0, 7, 1, 18, 61, 84, 2, 4, 15, 8)
"""The test images that the first screen reads, one after the other."""


@dataclass
class HomeState:
    """What the page remembers: how many images the visitor went on from."""

    turn: int = 0


def read_another() -> None:
    """Go on to the next image."""
    state_of("home", HomeState).turn += 1


def _show_reading(theme: Theme, x: Array, y: Array) -> None:
    """Show the answer, and the ten probabilities that it comes from."""
    answer, bars = st.columns([180, 380], vertical_alignment="center", gap="medium")
    with answer:
        show_answer(theme, network_in_use(), x, y)
        if own := own_network():
            st.caption(f"read by {own.name}")
    with bars:
        show_bars(theme, y)


def reading() -> Live:
    """Show a digit being read: the picture, the answer, its ten probabilities."""
    theme, (images, labels) = current_theme(), test_set()
    turn = state_of("home", HomeState).turn
    which = SHOWN[turn % len(SHOWN)]
    x = as_input(images[which])
    y = probabilities(network_in_use(), x)
    said = {"answer": int(y.argmax()), "label": int(labels[which])}
    picture, rest = st.columns([240, 560], vertical_alignment="center", gap="medium")
    with picture:
        alt = "A handwritten digit from the test set, 28 by 28 pixels."
        show_pixels(activation_picture(theme, images[which] / 255), alt, 240)
        st.button("Read another", key="read_another", icon=":material/refresh:", on_click=read_another)
    with rest:
        revealed = predict("first-answer", turn, said)
        if revealed:
            _show_reading(theme, x, y)
    return Live(
        values=said | {"pixels": 784},
        done={"read-three": "some-read" if 0 < turn < 3 else turn >= 3},
        mistakes={"pixels-of-a-picture": {"one-row": 28, "added": 56}},
        revealed=bool(revealed),
    )
