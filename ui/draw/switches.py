"""The three switches of `load_mnist`: one image and its label, written in each way."""

import numpy as np
import streamlit as st

from nncore import Array, load_mnist, written_as
from ui.address import bound
from ui.figures.pixels import activation_picture, show_pixels
from ui.numbers import number
from ui.resources import test_set
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.controls import untouched
from ui.widgets.lesson import Live
from ui.widgets.table import show_table

SWITCHES = ("normalize", "flatten", "one_hot_label")
MIDDLE = slice(14 * 28 + 16, 14 * 28 + 20)
"""Four neighbours in the middle row."""


def three_switches() -> Live:
    """Show the first test image and its label as the switches have them written."""
    images, labels = test_set()
    controls, picture = st.columns([3, 2], gap="large")
    with controls:
        with st.container(horizontal=True, gap="medium"):
            switches = {name: st.toggle(f"`{name}`", **bound("draw", name)) for name in SWITCHES}
        call = ", ".join(f"{name}={on}" for name, on in switches.items())
        st.code(f"load_mnist({call})", wrap_lines=True)
        x, t = written_as(images[:1], labels[:1], **switches)
        show_table(("x and t", "of the first test image"), rows_about(x[0], t[0]))
        if not switches["flatten"]:
            st.caption("The 1 counts its colour channels: there is only grey.")
    with picture:
        largest = 1 if switches["normalize"] else 255
        alt = "The first test image, a 7: the same whatever the switches say."
        show_pixels(activation_picture(current_theme(), x.reshape(28, 28) / largest, 10), alt, 240)
    show_code(load_mnist, written_as)
    return Live(
        values={"normalized": 51 / 255},
        done={"as-the-network-needs": False if untouched("draw", *SWITCHES) else as_needed(**switches)},
        mistakes={"normalized-grey": {"by-256": 51 / 256, "by-100": 0.51}},
    )


def rows_about(x: Array, t: Array) -> list[tuple[str, str]]:
    """Return what an image's numbers and its label look like, in rows of two."""
    middle = ", ".join(number(round(float(value), 3)) for value in x.ravel()[MIDDLE])
    return [
        ("type and shape of x", f"{x.dtype}, {x.shape}"),
        ("smallest and largest number", f"{number(x.min())} and {number(x.max())}"),
        ("four in the middle row", f"… {middle} …"),
        ("its label t", np.array2string(t, separator=", ")),
    ]


def as_needed(*, normalize: bool, flatten: bool, one_hot_label: bool) -> bool | str:
    """Whether the digit network can take the image so, with the label as a digit; or what helps."""
    if not flatten:
        return "not-flat"
    if not normalize:
        return "not-normal"
    return "still-one-hot" if one_hot_label else True
