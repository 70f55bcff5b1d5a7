"""The two matrices of the page, and the row and the column that are looked at."""

from dataclasses import dataclass

import streamlit as st

from nncore import PRODUCTS, Array, column_of, inner_sizes, row_of, shown_sums
from ui.address import bare, drop_unless, put
from ui.language import _
from ui.numbers import factor
from ui.widgets.matrix_editor import edited_matrix

EXAMPLE = "matrices example"


@dataclass(frozen=True, eq=False)
class Factors:
    """X and W, and the numbers of a row of X and a column of W, counted from 0."""

    X: Array
    W: Array
    i: int = 0
    j: int = 0

    @property
    def fit(self) -> bool:
        """Whether there is a product."""
        return len(set(inner_sizes(self.X, self.W))) == 1

    @property
    def cell(self) -> float:
        """The number where row and column meet."""
        cells = shown_sums(self.X, self.W).reshape(_rows(self.X), _columns(self.W))
        return float(cells[self.i, self.j])


def _rows(X: Array) -> int:
    return len(X) if X.ndim == 2 else 1


def _columns(W: Array) -> int:
    return W.shape[1] if W.ndim == 2 else 1


def choose_factors() -> Factors:
    """Show the examples, both matrices and the choice of a row and a column; return what is chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            _("Example"),
            PRODUCTS,
            index=None,
            key=EXAMPLE,
            placeholder=_("Choose"),
            on_change=_put,
            width=150,
            format_func=lambda name: _("One gate") if name == "One gate" else name,
        )
        X, W = edited_matrix("X", "A"), edited_matrix("W", "B")
    with st.container(horizontal=True):
        i = _choose(_("Row of X"), _rows(X), "i")
        j = _choose(_("Column of W"), _columns(W), "j")
    return Factors(X, W, i, j)


def _put() -> None:
    """Put the chosen example into the matrices, and clear the choice."""
    A, B, bias = (each.astype(float) for each in PRODUCTS[st.session_state[EXAMPLE]])
    put("matrices", A=A, B=B, bias=bias)
    st.session_state[EXAMPLE] = None


def _choose(label: str, count: int, key: str) -> int:
    """Let the learner choose one of `count`, counted from 1 on screen; return it counted from 0."""
    drop_unless("matrices", key, range(1, count + 1))
    if count == 1:
        return 0
    chosen = st.segmented_control(label, range(1, count + 1), **bare("matrices", key), required=True)
    return (chosen or 1) - 1


def written_out(factors: Factors, result: str) -> str:
    """Return the sum of products that makes the cell, set inline: a long one breaks at its plus signs."""
    pairs = zip(row_of(factors.X, factors.i), column_of(factors.W, factors.j), strict=True)
    terms = (rf"{{{factor(x)}\cdot {factor(w)}}}" for x, w in pairs)
    return f"${' + '.join(terms)} {result}$"
