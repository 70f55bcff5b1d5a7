"""The two matrices of the page, and the row and the column that are looked at."""

from dataclasses import dataclass

import numpy as np
import streamlit as st

from nncore import PRODUCTS, Array, column_of, inner_sizes, row_of, shown_sums
from ui.address import as_text, bare, narrow
from ui.address.kinds import Whole
from ui.numbers import factor
from ui.state.of_page import state_of
from ui.widgets.controls import presets
from ui.widgets.matrix_editor import edited_matrix


@dataclass(frozen=True, eq=False)
class Factors:
    """A and B, and the numbers of a row of A and a column of B, counted from 0."""

    A: Array
    B: Array
    i: int = 0
    j: int = 0

    @property
    def fit(self) -> bool:
        """Whether there is a product."""
        return len(set(inner_sizes(self.A, self.B))) == 1

    @property
    def cell(self) -> float:
        """The number where row and column meet."""
        return float(np.reshape(shown_sums(self.A, self.B), (len(np.atleast_2d(self.A)), -1))[self.i, self.j])


@dataclass
class MatricesState:
    """What the page remembers: the matrices of its product, while there is one and it may be seen."""

    product: Factors | None = None


def matrices_state() -> MatricesState:
    """Return what this visitor's page remembers."""
    return state_of("matrices", MatricesState)


def choose_factors() -> Factors:
    """Show the examples and both matrices, and return what they hold."""
    st.caption("Examples")
    presets(
        {
            name: dict(zip(("A", "B", "bias"), map(as_text, arrays), strict=True))
            for name, arrays in PRODUCTS.items()
        }
    )
    first = next(iter(PRODUCTS.values()))
    left, right = st.columns(2, gap="medium")
    with left:
        A = edited_matrix("A", first[0])
    with right:
        B = edited_matrix("B", first[1])
    return Factors(A, B)


def choose_cell(factors: Factors) -> Factors:
    """Let the learner choose a row and a column."""
    A, B = factors.A, factors.B
    with st.container(horizontal=True):
        i = _choose("Row of A", len(np.atleast_2d(A)), "i")
        j = _choose("Column of B", B.shape[1] if B.ndim == 2 else 1, "j")
    return Factors(A, B, i, j)


def _choose(label: str, count: int, key: str) -> int:
    """Let the learner choose one of `count`, counted from 1 on screen; return it counted from 0."""
    if key not in st.session_state:
        narrow("matrices", key, Whole(1, count))
    if count == 1:
        return 0
    options = range(1, count + 1)
    chosen = st.segmented_control(label, options, default=1, **bare("matrices", key), required=True)
    return (chosen or 1) - 1


def written_out(factors: Factors, result: str) -> str:
    """Return the sum of products that makes the cell, set inline: a long one breaks at its plus signs."""

    pairs = zip(row_of(factors.A, factors.i), column_of(factors.B, factors.j), strict=True)
    terms = (rf"{{{factor(a)}\cdot {factor(b)}}}" for a, b in pairs)
    return f"${' + '.join(terms)} {result}$"
