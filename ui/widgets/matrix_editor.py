"""A matrix that can be edited: a grid of number fields, and one choice of shape.

The session holds the matrix, the fields are set from it on every run, and each change of a field
replaces it: links, presets and fields all go one way.

The fields take text: a browser's number field drops signs that it does not know, so that 1,5 becomes 15
and 0x10 becomes 10, and Streamlit's number input (1.67) refuses without a sentence.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from nncore import Array
from ui.address import put, value_of
from ui.address.settings import GRID, SHAPES
from ui.language import _
from ui.numbers import rounded
from ui.plain import plain
from ui.widgets.typed import readings

Shape = tuple[int, ...]

LOOK: dict[str, Any] = {"label_visibility": "collapsed", "width": 70}
"""The look of a field: four of 70 pixels fit a phone with the gaps between them."""


def resized(array: Array, shape: Shape) -> Array:
    """Return the array in another shape: numbers that fit keep their place, others are 0."""
    if array.ndim == 1 and len(shape) == 2 and shape[1] == 1:
        array = array[:, np.newaxis]
    elif array.ndim == 2 and array.shape[1] == 1 and len(shape) == 1:
        array = array.T
    old, new = np.atleast_2d(array), np.zeros(shape if len(shape) == 2 else (1, *shape))
    rows, columns = (min(pair) for pair in zip(old.shape, new.shape, strict=True))
    new[:rows, :columns] = old[:rows, :columns]
    return new if len(shape) == 2 else new[0]


def edited_matrix(name: str, key: str, shape: Shape | None = None) -> Array:
    """Show a button that opens the fields of a matrix, and return the matrix; see `matrix_grid`."""
    with st.popover(_("Change {name}").format(name=name), icon=":material/grid_on:"):
        return matrix_grid(name, key, shape)


def matrix_grid(name: str, key: str, shape: Shape | None = None) -> Array:
    """Show a matrix, let the learner edit it, and return it.

    Parameters
    ----------
    name : str
        Its name on screen.
    key : str
        Its name in the address, where other pages have an X and a b too.
    shape : tuple of int, optional
        Its shape, if something else decides it; by default the learner chooses.
    """
    array: Array = value_of("matrices", key)
    if shape is None:
        _choose_shape(name, key, array)
    else:
        array = resized(array, shape)
    matrix_fields(name, array, GRID.largest, partial(_put, key), partial(_field_of, name))
    show_refusal(name)
    return array


def _put(key: str, array: Array) -> None:
    put("matrices", **{key: array})


def _choose_shape(name: str, key: str, array: Array) -> None:
    chosen = f"shape {key}"
    st.session_state[chosen] = array.shape
    st.selectbox(
        _("Shape of {name}").format(name=name),
        SHAPES,
        format_func=str,
        key=chosen,
        on_change=lambda: _put(key, resized(array, st.session_state[chosen])),
    )


def matrix_fields(
    name: str,
    array: Array,
    largest: float,
    put: Callable[[Array], None],
    label: Callable[[int, int], str],
) -> None:
    """Show a field for each number; a change of one puts the whole array, since more may have changed.

    Parameters
    ----------
    name : str
        The name of the array, also in a refusal (`show_refusal`).
    array : ndarray
        A vector or a matrix.
    largest : float
        The largest absolute value of a number.
    put : callable
        Called with the new array.
    label : callable
        Returns the label of a field by row and column, counted from 0.
    """
    rows = np.atleast_2d(array)
    held = {_key(name, *place): float(rows[place]) for place in np.ndindex(rows.shape)}

    def take(changed: str) -> None:
        now = dict(held)
        for key in held:
            typed = st.session_state.get(key, "")
            number = next((number for number in readings(typed) if abs(number) <= largest), None)
            if number is not None:
                now[key] = number
            elif key == changed and typed.strip():
                st.session_state[f"refusal {name}"] = _refusal(name, typed, largest)
        put(np.reshape(list(now.values()), array.shape))

    for i, row in enumerate(rows):
        with st.container(horizontal=True, gap="xxsmall", width="content"):
            for j in range(len(row)):
                key = _key(name, i, j)
                _show_field(label(i, j), key, held[key], partial(take, key))


def _show_field(label: str, key: str, held: float, take: Callable[[], None]) -> None:
    """Show a field for a number held elsewhere; an emptied field gets it back."""
    text = f"{held + 0.0:.12g}"
    if st.session_state.get(key) != text:  # only then: what is being typed elsewhere must not be reset
        st.session_state[key] = text
    st.text_input(label, key=key, on_change=take, autocomplete="off", **LOOK)


def _refusal(name: str, typed: str, largest: float) -> str:
    """Return the sentence, in Markdown, for a text that is no number in range."""
    words = _("“{text}” does not fit, and the old number stays: {whose} takes numbers from {low} to {high}.")
    low, high = rounded(-largest, 9), rounded(largest, 9)
    return words.format(text=plain(typed, 24), whose=name, low=low, high=high)


def show_refusal(name: str) -> None:
    """Say why a number was not taken, if one was not."""
    if refusal := st.session_state.pop(f"refusal {name}", None):
        st.error(refusal)


def _field_of(name: str, i: int, j: int) -> str:
    return _("{name}, row {row}, column {column}").format(name=name, row=i + 1, column=j + 1)


def _key(name: str, i: int, j: int) -> str:
    return f"field-{name}-{i}-{j}"
