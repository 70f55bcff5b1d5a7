"""The book's toy network with any number changed: its numbers in the address, and their fields.

Only what differs from the book is in the address, an array a parameter: ``?W1=0.1,0.3,9;0.2,0.4,0.6``.
"""

import numpy as np
import streamlit as st

from nncore import Array, Layer, Network, init_network, read_only
from ui.address import bound, value_of
from ui.address.settings import LARGEST, TOY_SHAPES
from ui.forward.walk import choose, chosen
from ui.widgets.matrix_editor import matrix_fields
from ui.widgets.number_field import show_refusal

ARRAYS = tuple(TOY_SHAPES)
BOOK = {name: read_only(array) for name, array in {"X": np.array([1.0, 0.5]), **init_network()}.items()}
"""The book's numbers, section 3.4.3."""
PRINTED = {
    "X": (1.0, 0.5),
    "A1": (0.3, 0.7, 1.1),
    "Z1": (0.57444252, 0.66818777, 0.75026011),
    "A2": (0.51615984, 1.21402696),
    "Z2": (0.62624937, 0.7710107),
    "A3": (0.31682708, 0.69627909),
    "Y": (0.31682708, 0.69627909),
}
"""What the book prints at each step, to eight decimals."""


def toy() -> tuple[Network, Array]:
    """Return the toy network and its input, with whatever the address changes in them."""
    arrays = {name: _array(name) for name in ARRAYS}
    h, out = _named("h"), _named("out")
    layers = [Layer(arrays[f"W{n}"], arrays[f"b{n}"], h if n < 3 else out) for n in (1, 2, 3)]
    return Network(layers), arrays["X"]


def printed_in_book(symbol: str, value: Array) -> Array:
    """Return for each number of a step whether the book prints it, to eight decimals."""
    return np.asarray(np.round(value, 8) == np.array(PRINTED[symbol]))


def show_book_note(symbol: str, value: Array) -> None:
    """Say which numbers of a step are those that the book prints."""
    same = printed_in_book(symbol, value)
    numbers = ", ".join(f"{number:.10g}" for number in np.array(PRINTED[symbol])[same])
    if same.all():
        st.caption(f":material/menu_book: As printed in the book: {symbol} = [{numbers}]")
    elif same.any():
        st.caption(f":material/menu_book: As printed in the book: {numbers}. The rest is yours.")


def show_fields() -> None:
    """Show the choice of activations, fields for the numbers of one array, and the way back."""
    name = st.segmented_control(
        "Change", ARRAYS, default="W1", required=True, key="array shown", persist_state="session", wrap=True
    )
    _fields(name)
    show_refusal(name)
    st.selectbox("Hidden layers", **bound("forward", "h"))
    st.selectbox("Output", **bound("forward", "out"))
    back: dict[str, None] = dict.fromkeys((*ARRAYS, "h", "out"))
    changed = any(chosen(name) is not None for name in back)
    st.button("The book's numbers", on_click=choose, kwargs=back, disabled=not changed)


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
