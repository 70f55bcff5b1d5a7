"""Rows meet columns: the product of two matrices, cell by cell, and what happens if they do not fit."""

import numpy as np
import streamlit as st

from nncore import inner_sizes, matrix_product, read_only
from ui.address import as_text
from ui.figures.base import show_figure
from ui.figures.product_picture import mismatch_figure, product_figure
from ui.matrices.factors import Factors, choose_cell, choose_factors, matrices_state, written_out
from ui.numbers import equals
from ui.state.chance import chance
from ui.theme import current_theme
from ui.widgets.lesson import Live
from ui.widgets.predict_first import predict

ASKED = Factors(read_only(np.array([[1, 2], [4, 3]])), read_only(np.array([[3, 1], [2, 5]])))
"""The matrices of the check."""


def product() -> Live:
    """Show two matrices and how a cell of their product comes about, or why there is none."""
    factors, shown = choose_factors(), True
    if factors.fit:
        factors, shown = _show_cell(factors)
    else:
        _show_mismatch(factors)
    matrices_state().product = factors if shown and factors.fit else None
    inner_a, inner_b = inner_sizes(factors.A, factors.B)
    values, mistakes = _asked()
    return Live(
        values=values | {"inner_a": inner_a, "inner_b": inner_b},
        seen=() if factors.fit else ["mismatch"],
        done={"no-partner": "still-fits" if factors.fit else True},
        mistakes={"another-cell": mistakes},
        revealed=shown,
    )


def _show_cell(factors: Factors) -> tuple[Factors, bool]:
    """Write out one cell of the product; return whether it is shown or still to be guessed."""
    controls, picture = st.columns(2, gap="medium")
    with controls:
        factors = choose_cell(factors)
        i, j = factors.i, factors.j
        situation = as_text(factors.A), as_text(factors.B), i, j
        said = {"row": i + 1, "column": j + 1, "cell": factors.cell}
        guess = predict("one-cell", situation, said, within=0.01 * abs(factors.cell))
        st.markdown(written_out(factors, equals(factors.cell) if guess else "= ?"))
    alt = f"A·B with row {i + 1} of A, column {j + 1} of B and their cell marked"
    with picture:
        figure = product_figure(current_theme(), factors.A, factors.B, i, j, hidden=not guess)
        show_figure(figure, alt)
    return factors, bool(guess)


def _show_mismatch(factors: Factors) -> None:
    """Show in a picture and in NumPy's words that the shapes do not fit."""
    A, B = factors.A, factors.B
    alt = "Shapes {} and {}: the inner numbers {} and {} differ".format(A.shape, B.shape, *inner_sizes(A, B))
    show_figure(mismatch_figure(current_theme(), A, B), alt, 560)
    try:
        matrix_product(A, B)
    except ValueError as error:
        st.code(f"ValueError: {error}", None, wrap_lines=True)


def _asked() -> tuple[dict[str, object], dict[str, float]]:
    """Return the check's cell, and the numbers that come of mistakes."""
    dice = chance("another-cell")
    r, c = dice.randrange(2), dice.randrange(2)
    A, B, cells = ASKED.A, ASKED.B, matrix_product(ASKED.A, ASKED.B)
    written = " + ".join(f"{a}·{b}" for a, b in zip(A[r], B[:, c], strict=True))
    values = {"ask_row": r + 1, "ask_column": c + 1, "ask_cell": int(cells[r, c]), "ask_written": written}
    mistakes = {
        "wrong-column": cells[r, 1 - c],
        "wrong-row": cells[1 - r, c],
        "cell-by-cell": A[r, c] * B[r, c],
        "row-with-row": A[r] @ B[c],
    }
    return values, {name: float(value) for name, value in mistakes.items()}
