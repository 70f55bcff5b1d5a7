"""Rows meet columns: the product of two matrices, cell by cell, and what happens if they do not fit."""

import numpy as np
import streamlit as st

from nncore import inner_sizes, matrix_product, read_only
from ui.address.packed import as_text
from ui.components.diagram import show_diagram
from ui.figures.product_picture import mismatch_diagram, product_diagram
from ui.language import _
from ui.matrices.factors import Factors, choose_factors, written_out
from ui.numbers import equals
from ui.state.chance import chance
from ui.theme import current_theme
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live

ASKED = Factors(read_only(np.array([[1, 2], [4, 3]])), read_only(np.array([[3, 1], [2, 5]])))
"""The matrices of the check."""


def product() -> Live:
    """Show two matrices and how a cell of their product comes about, or why there is none."""
    factors = choose_factors()
    shown = _show_cell(factors) if factors.fit else _show_mismatch(factors)
    inner_left, inner_right = inner_sizes(factors.X, factors.W)
    values, mistakes = _asked()
    return Live(
        values=values | {"inner_left": inner_left, "inner_right": inner_right},
        seen=() if factors.fit else ["mismatch"],
        done={"no-partner": "still-fits" if factors.fit else True},
        mistakes={"another-cell": mistakes},
        revealed=shown,
        code=[matrix_product],
    )


def _show_cell(factors: Factors) -> bool:
    """Write out one cell of the product; return whether it is shown or still to be guessed."""
    X, W, i, j = factors.X, factors.W, factors.i, factors.j
    asked = {"row": i + 1, "column": j + 1, "cell": factors.cell}
    revealed = ask_guess("one-cell", (as_text(X), as_text(W), i, j), asked, within=0.01 * abs(factors.cell))
    alt = _("X times W with row {row} of X, column {column} of W and their cell marked")
    alt = alt.format(row=i + 1, column=j + 1)
    diagram = product_diagram(current_theme(), X, W, i, j, alt, hidden=not revealed)
    show_diagram(diagram, "product", most=22)
    st.markdown(written_out(factors, equals(factors.cell) if revealed else "= ?"))
    return revealed


def _show_mismatch(factors: Factors) -> bool:
    """Show in a picture and in NumPy's words that the shapes do not fit."""
    X, W = factors.X, factors.W
    inner = dict(zip(("inner_left", "inner_right"), inner_sizes(X, W), strict=True))
    alt = _("Shapes {left} and {right}: the inner numbers {inner_left} and {inner_right} differ")
    alt = alt.format(left=X.shape, right=W.shape, **inner)
    show_diagram(mismatch_diagram(current_theme(), X, W, alt), "mismatch", most=18)
    try:
        matrix_product(X, W)
    except ValueError as error:
        st.code(f"ValueError: {error}", None, wrap_lines=True)
    return True


def _asked() -> tuple[dict[str, object], dict[str, float]]:
    """Return the check's cell, and the numbers that come of mistakes."""
    dice = chance("another-cell")
    r, c = dice.randrange(2), dice.randrange(2)
    X, W, cells = ASKED.X, ASKED.W, matrix_product(ASKED.X, ASKED.W)
    written = " + ".join(f"{x}·{w}" for x, w in zip(X[r], W[:, c], strict=True))
    values = {"ask_row": r + 1, "ask_column": c + 1, "ask_cell": int(cells[r, c]), "ask_written": written}
    mistakes = {
        "wrong-column": cells[r, 1 - c],
        "wrong-row": cells[1 - r, c],
        "cell-by-cell": X[r, c] * W[r, c],
        "row-with-row": X[r] @ W[c],
    }
    return values, {name: float(value) for name, value in mistakes.items()}
