"""Which picture the digit network reads: the learner's drawing, or an image of the test set.

A drawing travels in the address too, as on the Draw page, so that a reload or a link shows the
same digit.
"""

from dataclasses import dataclass, replace

import numpy as np
import streamlit as st

from nncore import Array, Network, predict
from ui.forward.walk import choose, chosen
from ui.resources import as_input, test_set
from ui.state.drawing import greys_of
from ui.state.on_screen import what_is_shown
from ui.state.own_network import network_in_use
from ui.widgets.number_field import Range, number_field, show_refusal

IMAGE_FIELD = "the field of test images"


@dataclass(frozen=True)
class Digit:
    """The chosen picture: 28×28 greys 0..255, what it is, and its label if it has one.

    `instead` says that a drawing was asked for, and there is none.
    """

    image: Array
    name: str
    label: int | None = None
    instead: bool = False

    @property
    def x(self) -> Array:
        """The picture as the network's input, (784,) float32 from 0 to 1."""
        return as_input(self.image)


def chosen_digit() -> Digit:
    """Return the picture that the address names: an image of the test set, or else the drawing."""
    of = chosen("of")
    return test_image(of) if isinstance(of, int) else _drawn() or _no_drawing()


def test_image(number: int) -> Digit:
    """Return an image of the test set."""
    images, labels = test_set()
    return Digit(images[number], f"test image {number}", int(labels[number]))


def choose_digit() -> None:
    """Show the ways to another picture."""
    digit = chosen_digit()
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom", key="pictures"):
        st.button("My drawing", on_click=_pick, args=("drawing",))
        st.button("A random one", on_click=_pick_random)
        st.button("A random mistake", on_click=_pick_mistake)
        last = len(test_set()[0]) - 1
        number_field(
            "Test image",
            int(digit.name.split()[-1]) if digit.label is not None else None,
            Range(IMAGE_FIELD, 0, last, whole=True),
            _pick_number,
            key="image",
            placeholder=f"0 to {last}",
            icon=":material/tag:",
            width=105,
            label_visibility="collapsed",
        )
    show_refusal(IMAGE_FIELD)
    if digit.instead:
        st.page_link("pages/draw.py", label="No drawing yet: draw a digit", icon=":material/draw:")


def is_mistake(network: Network, digit: Digit) -> bool:
    """Whether a network reads a picture otherwise than its writer meant it."""
    return digit.label is not None and int(predict(network, digit.x).argmax()) != digit.label


def _drawn() -> Digit | None:
    """Return the drawing in the address, or else what the Draw page shows."""
    images = chosen("ink")
    if images is None:
        shown = what_is_shown()
        if shown is None:
            return None
        images = greys_of(shown.digit)[np.newaxis]
        choose(ink=images)
    return Digit(images[0], "your drawing")


def _no_drawing() -> Digit:
    return replace(test_image(0), instead=True)


def _pick(of: str | int) -> None:
    """Choose another picture; a drawing stays in the address, for there may be no other copy of it."""
    choose(of=of, n1=None, n2=None, n3=None, n4=None)


def _pick_random() -> None:
    _pick(int(np.random.default_rng().integers(len(test_set()[0]))))


def _pick_mistake() -> None:
    _pick(int(np.random.default_rng().choice(_mistakes(network_in_use()))))


def _mistakes(network: Network) -> Array:
    images, labels = test_set()
    return np.flatnonzero(predict(network, as_input(images)).argmax(axis=1) != labels)


def _pick_number(number: float) -> None:
    _pick(int(number))
