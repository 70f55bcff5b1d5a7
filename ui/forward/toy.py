"""The book's toy network with any number changed: its numbers in the address, and their fields.

Only what differs from the book is in the address, an array a parameter: ``?W1=0.1,0.3,9;0.2,0.4,0.6``.
"""

from typing import Any

import numpy as np
import streamlit as st

from nncore import Array, Layer, Network, init_network, read_only
from ui.address import bound, value_of
from ui.address.settings import LARGEST, TOY_SHAPES
from ui.forward.walk import choose, chosen
from ui.language import _
from ui.widgets.matrix_editor import matrix_fields
from ui.widgets.number_field import show_refusal

ARRAYS = tuple(TOY_SHAPES)
BOOK = {name: read_only(array) for name, array in {"X": np.array([1.0, 0.5]), **init_network()}.items()}
"""The book's numbers, section 3.4.3."""
PRINTED = init_network().forward(BOOK["X"])
"""What the book prints at each step, to eight decimals."""


def toy() -> tuple[Network, Array]:
    """Return the toy network and its input, with whatever the address changes in them."""
    arrays = {name: _array(name) for name in ARRAYS}
    h, out = _named("h"), _named("out")
    layers = [Layer(arrays[f"W{n}"], arrays[f"b{n}"], h if n < 3 else out) for n in (1, 2, 3)]
    return Network(layers), arrays["X"]


def show_book_note(symbol: str, value: Array) -> None:
    """Say which numbers of a step are those that the book prints, to eight decimals."""
    printed = np.round(PRINTED[symbol], 8)
    same = np.round(value, 8) == printed
    numbers = ", ".join(f"{number:.10g}" for number in printed[same])
    if same.all():
        text = _("As printed in the book: {symbol} = [{numbers}]").format(symbol=symbol, numbers=numbers)
    else:
        text = _("As printed in the book: {numbers}. The rest is yours.").format(numbers=numbers)
    if same.any():
        st.caption(f":material/menu_book: {text}")


def show_fields() -> None:
    """Show the choice of activations, fields for the numbers of one array, and the way back."""
    look: dict[str, Any] = {"key": "array shown", "persist_state": "session", "wrap": True}
    name = st.segmented_control(_("Change"), ARRAYS, default="W1", required=True, **look)
    _fields(name)
    show_refusal(name)
    st.selectbox(_("Hidden layers"), **bound("forward", "h"))
    st.selectbox(_("Output"), **bound("forward", "out"))
    back: dict[str, None] = dict.fromkeys((*ARRAYS, "h", "out"))
    changed = any(chosen(name) is not None for name in back)
    st.button(_("The book's numbers"), on_click=choose, kwargs=back, disabled=not changed)


def _array(name: str) -> Array:
    """Return an array as it is chosen, else the book's."""
    array = chosen(name)
    return BOOK[name] if array is None else np.asarray(array)


def _named(name: str) -> str:
    return str(value_of("forward", name))


def _fields(name: str) -> None:
    """Show a field for each number of an array."""
    book = BOOK[name]

    def put(now: Array) -> None:
        choose(**{name: None if np.array_equal(now, book) else now})

    def label(i: int, j: int) -> str:
        return f"{name}[{i}, {j}]" if book.ndim == 2 else f"{name}[{j}]"

    with st.container(width="content", gap="xxsmall"):
        matrix_fields(name, _array(name), LARGEST, put, label)
