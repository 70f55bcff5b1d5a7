"""The three switches of `load_mnist`: one digit and its label, written in each way."""

import numpy as np
import streamlit as st

from nncore import Array, load_mnist, written_as
from ui.address import bound
from ui.draw.paper_and_answer import paper_and_answer
from ui.draw.read import Read, values_of
from ui.language import _
from ui.numbers import number
from ui.resources import test_set
from ui.state.drawing import greys_of
from ui.widgets.controls import untouched
from ui.widgets.live import Live
from ui.widgets.table import show_table

SWITCHES = ("normalize", "flatten", "one_hot_label")
MIDDLE = slice(14 * 28 + 16, 14 * 28 + 20)
"""Four neighbours in the middle row."""


def three_switches() -> Live:
    """Show the digit on the paper, else the first test image, with its label, as the switches have it."""
    read, place = paper_and_answer(seen=False)
    with place:
        switches = {name: st.toggle(f"`{name}`", **bound("draw", name)) for name in SWITCHES}
        arguments = "".join(f"    {name}={on},\n" for name, on in switches.items())
        st.code(f"load_mnist(\n{arguments})")
        _show_numbers(read, switches)
    return Live(
        values=values_of(read),
        done={"as-the-network-needs": False if untouched("draw", *SWITCHES) else as_needed(**switches)},
        revealed=read is None or read.revealed,
        code=[load_mnist, written_as],
    )


def _show_numbers(read: Read | None, switches: dict[str, bool]) -> None:
    """Show an image and its label in numbers; of a drawing the answer stands for what its writer meant."""
    images, labels = (each[:1] for each in test_set())
    whose = _("of the first test image")
    if read:
        images, labels = greys_of(read.shown.digit)[np.newaxis], np.array([read.answer], np.uint8)
        whose = _("of your drawing") if read.shown.name == "drawing" else _("of your picture")
    x, t = written_as(images, labels, **switches)
    rows = rows_about(x[0], t[0])
    show_table((_("x and t"), whose), rows if read is None or read.revealed else rows[:-1])


def rows_about(x: Array, t: Array) -> list[tuple[str, str]]:
    """Return what an image's numbers and its label look like, in rows of two."""
    middle = ", ".join(number(round(float(value), 3)) for value in x.ravel()[MIDDLE])
    ends = _("{smallest} and {largest}").format(smallest=number(x.min()), largest=number(x.max()))
    return [
        (_("type and shape"), f"{x.dtype}, {x.shape}"),
        (_("smallest, largest"), ends),
        (_("four in the middle"), f"… {middle} …"),
        (_("its label t"), np.array2string(t, separator=", ")),
    ]


def as_needed(*, normalize: bool, flatten: bool, one_hot_label: bool) -> bool | str:
    """Whether the digit network can take the image so, with the label as a digit; or what helps."""
    if not flatten:
        return "not-flat"
    if not normalize:
        return "not-normal"
    return "still-one-hot" if one_hot_label else True
