"""A matrix that can be edited: a grid of number fields, one choice of shape, and all of it as text.

The text is the truth: the address carries it, the fields are set from it on every run, and each
change of a field rewrites it. So a link, a paste, a preset and a field all go one way.
"""

from typing import Any

import numpy as np
import streamlit as st

from nncore import Array
from ui.address import as_text, bare
from ui.address.settings import GRID, SHAPES
from ui.widgets.number_field import Range, number_field, show_refusal

Shape = tuple[int, ...]

LOOK: dict[str, Any] = {"label_visibility": "collapsed", "width": 70}
"""How a field looks: four of 70 pixels and the gaps between them fit a phone."""


def resized(array: Array, shape: Shape) -> Array:
    """Return the numbers in another shape: those that fit stay in their row and column, 0 elsewhere."""
    if array.ndim == 1 and len(shape) == 2 and shape[1] == 1:
        array = array[:, np.newaxis]
    elif array.ndim == 2 and array.shape[1] == 1 and len(shape) == 1:
        array = array.T
    old, new = np.atleast_2d(array), np.zeros(shape if len(shape) == 2 else (1, *shape))
    rows, columns = (min(pair) for pair in zip(old.shape, new.shape, strict=True))
    new[:rows, :columns] = old[:rows, :columns]
    return new if len(shape) == 2 else new[0]


def edited_matrix(name: str, default: Array, shape: Shape | None = None, key: str = "") -> Array:
    """Show a matrix, let the learner edit it, and return it.

    Parameters
    ----------
    name : str
        Its name on screen, and in the address unless that has a `key` for it.
    default : ndarray
        What it holds at first.
    shape : tuple of int, optional
        Its shape, if that follows from something else; by default the learner chooses it.
    key : str, optional
        Its name in the address, where another page uses the one on screen for something else.
    """
    key = key or name
    head, cells, note = (
        st.container(horizontal=True, vertical_alignment="bottom"),
        st.container(),
        st.container(),
    )
    with head:
        chooser = st.container(width=150)
        with st.popover(f"{name} as text", width=130):
            text = st.text_input(
                f"Numbers of {name}; rows end with a semicolon",
                as_text(default),
                **bare("matrices", key),
            )
    array = GRID.read([text])
    if array is None:
        array = st.session_state.get(f"last {name}", default)
        note.error(
            f"{name} stays as it was: write up to 4 rows of 4 numbers from −9999 to 9999, like `1, 2; 3, 4`."
        )
    st.session_state[f"last {name}"] = array = array if shape is None else resized(array, shape)
    with chooser:
        if shape is None:
            _choose_shape(name, array)
        else:
            st.markdown(f"**{name}** has the shape {shape}")
    with cells:
        _show_fields(name, array, key)
    with note:
        show_refusal(name)
    return array


def _choose_shape(name: str, array: Array) -> None:
    def reshape() -> None:
        st.session_state[name] = as_text(resized(array, st.session_state[key]))

    key = f"shape {name}"
    st.session_state[key] = array.shape
    st.selectbox(f"Shape of {name}", SHAPES, format_func=str, key=key, on_change=reshape)


def _show_fields(name: str, array: Array, text: str) -> None:
    """Show a field for each number; a change of one takes over all that are there: more may have changed."""
    fits, rows = Range(name, -GRID.largest, GRID.largest), np.atleast_2d(array)

    def take() -> None:
        held = [(st.session_state.get(_key(name, *place), old), old) for place, old in np.ndenumerate(rows)]
        numbers = [new if fits.admits(new) else old for new, old in held]
        st.session_state[text] = as_text(np.reshape(numbers, array.shape))

    for i, row in enumerate(rows):
        with st.container(horizontal=True, gap="xxsmall"):
            for j, value in enumerate(row):
                label = f"{name}, row {i + 1}, column {j + 1}"
                number_field(label, float(value), fits, take, key=_key(name, i, j), **LOOK)


def _key(name: str, i: int, j: int) -> str:
    return f"{name} {i + 1} {j + 1}"
