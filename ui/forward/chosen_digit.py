"""Which picture the digit network reads: the learner's drawing, or an image of the test set.

A drawing travels in the address too, as on the Draw page, so that a reload or a link shows the
same digit.
"""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from nncore import Array, Network, predict
from ui.address import page_link, put, value_of
from ui.language import _
from ui.resources import as_input, test_set
from ui.state.drawing import greys_of
from ui.state.on_screen import what_is_shown
from ui.state.own_network import in_use


@dataclass(frozen=True)
class Digit:
    """The chosen picture: 28×28 greys 0..255, and which test image it is; without a number, a drawing.

    `instead` says that a drawing was asked for, and there is none.
    """

    image: Array
    number: int | None = None
    instead: bool = False

    @property
    def label(self) -> int | None:
        """What its writer meant, where that is known."""
        return None if self.number is None else int(test_set()[1][self.number])

    @property
    def x(self) -> Array:
        """The picture as the network's input, (784,) float32 from 0 to 1."""
        return as_input(self.image)


def chosen_digit() -> Digit:
    """Return the picture that the address names: an image of the test set, or else the drawing."""
    of = value_of("forward", "of")
    if isinstance(of, int):
        return Digit(test_set()[0][of], of)
    drawn = _drawn()
    return Digit(test_set()[0][0], 0, instead=True) if drawn is None else Digit(drawn)


def choose_digit() -> None:
    """Show the ways to another picture."""
    digit, last = chosen_digit(), len(test_set()[0]) - 1
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom", key="pictures"):
        st.button(_("My drawing"), on_click=_pick, args=("drawing",))
        st.button(_("A random one"), on_click=_pick_random)
        st.button(_("A random mistake"), on_click=_pick_mistake)
        st.session_state.image = digit.number
        st.number_input(
            _("Test image"),
            0,
            last,
            None,
            step=1,
            key="image",
            on_change=lambda: _pick(st.session_state.image),
            placeholder=_("0 to {last}").format(last=last),
            icon=":material/tag:",
            width=105,
            label_visibility="collapsed",
        )
    if digit.instead:
        label = _("No drawing yet: draw a digit")
        page_link("pages/draw.py", label=label, icon=":material/draw:")


def is_mistake(network: Network, digit: Digit) -> bool:
    """Whether a network reads a picture otherwise than its writer meant it."""
    return digit.label is not None and int(predict(network, digit.x).argmax()) != digit.label


def _drawn() -> Array | None:
    """Return the drawing in the address, or else what the Draw page shows."""
    images = value_of("forward", "ink")
    if images is None:
        shown = what_is_shown()
        if shown is None:
            return None
        images = greys_of(shown.digit)[np.newaxis]
        put("forward", ink=images)
    return np.asarray(images[0])


def _pick(of: str | int | None) -> None:
    """Choose another picture; a drawing stays in the address, for there may be no other copy of it."""
    put("forward", of=of, n1=None, n2=None, n3=None, n4=None)


def _pick_random() -> None:
    _pick(int(np.random.default_rng().integers(len(test_set()[0]))))


def _pick_mistake() -> None:
    _pick(int(np.random.default_rng().choice(np.flatnonzero(~in_use().reading.right))))
