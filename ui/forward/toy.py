"""The book's toy network with any number changed: its numbers in the address, and their fields.

Only what differs from the book is in the address, an array a parameter: ``?W1=0.1,0.3,9;0.2,0.4,0.6``.
"""

from functools import partial

import numpy as np
import streamlit as st

from nncore import Array, Layer, Network, init_network
from ui.address import bound, parameter, put, settings_now, value_of
from ui.address.settings import BOOK, LARGEST
from ui.language import _
from ui.widgets.matrix_editor import matrix_fields, show_refusal

PRINTED = init_network().forward(BOOK["X"])
"""What the book prints at each step, to eight decimals."""


def toy() -> tuple[Network, Array]:
    """Return the toy network and its input, with whatever the address changes in them."""
    arrays = {name: value_of("forward", name) for name in BOOK}
    h, out = (str(value_of("forward", name)) for name in ("h", "out"))
    layers = [Layer(arrays[f"W{n}"], arrays[f"b{n}"], h if n < 3 else out) for n in (1, 2, 3)]
    return Network(layers), arrays["X"]


def show_book_note(symbol: str, value: Array) -> None:
    """Say which numbers of a step are those that the book prints, to eight decimals."""
    printed = np.round(PRINTED[symbol], 8)
    same = np.round(value, 8) == printed
    numbers = ", ".join(f"{number:.10g}" for number in printed[same])
    if same.any():
        text = _("As printed in the book: {numbers}").format(numbers=numbers)
        st.caption(f":material/menu_book: {text}")


def show_fields() -> None:
    """Show the choice of activations, fields for the numbers of one array, and the way back."""
    name = str(st.segmented_control(_("Change"), **bound("forward", "array"), required=True, wrap=True))
    _fields(name)
    show_refusal(name)
    st.selectbox(_("Hidden layers"), **bound("forward", "h"))
    st.selectbox(_("Output"), **bound("forward", "out"))
    book = {name: parameter("forward", name).start for name in (*BOOK, "h", "out")}
    changed = any(name in book for name, _text in settings_now("forward"))
    back = partial(put, "forward", **book)
    st.button(_("The book's numbers"), on_click=back, disabled=not changed)


def _fields(name: str) -> None:
    """Show a field for each number of an array."""
    array = value_of("forward", name)

    def take(now: Array) -> None:
        put("forward", **{name: now})

    def label(i: int, j: int) -> str:
        return f"{name}[{i}, {j}]" if array.ndim == 2 else f"{name}[{j}]"

    with st.container(width="content", gap="xxsmall"):
        matrix_fields(name, array, LARGEST, take, label)
