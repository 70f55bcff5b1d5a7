"""What the Draw page shows, for itself and for other pages that use the drawing."""

from dataclasses import dataclass

import streamlit as st

from nncore import Array, Preparation, parted
from ui.state.drawing import current_drawing, digits_of, picture_of
from ui.state.own_network import network_in_use
from ui.state.picture import current_picture


@dataclass(frozen=True, eq=False)
class Shown:
    """The digits on the paper, or in the picture that lies over it, and which of them is chosen.

    Attributes
    ----------
    digits : tuple of Preparation
        What the network reads, in reading order, at least one. Digits that touch are parted where the
        network is surer of the parts.
    number : int
        The index of the chosen one.
    rgba : ndarray (H, W, 4) uint8
        The paper, or the picture.
    name : str
        “drawing”, or “picture” if the visitor brought one.
    """

    digits: tuple[Preparation, ...]
    number: int
    rgba: Array
    name: str

    @property
    def digit(self) -> Preparation:
        """The chosen digit."""
        return self.digits[self.number]


def what_is_shown() -> Shown | None:
    """Return what the Draw page shows this visitor, or None if it shows no digit."""
    picture = current_picture()
    sheet = current_drawing().sheet
    rgba = picture_of(sheet) if picture is None else picture.rgba
    digits = digits_of(sheet) if picture is None else picture.digits
    if not digits:
        return None
    digits = parted(network_in_use(), digits)
    number = min(st.session_state.get("which") or 0, len(digits) - 1)
    return Shown(digits, number, rgba, "drawing" if picture is None else "picture")
