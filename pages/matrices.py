"""Matrix products: a cell and where it comes from, shapes that fit, and a layer in one line."""

from typing import Any

import numpy as np
import streamlit as st

from nncore import PRODUCTS, Array, column_of, inner_sizes, layer_sums, matrix_product, row_of, shown_sums
from ui.address import as_text, bare, bound, narrow
from ui.address.kinds import Whole
from ui.figures.base import show_figure
from ui.figures.layer import layer_figure, scale_figure
from ui.figures.matrices import mismatch_figure, product_figure
from ui.numbers import equals, number
from ui.page import footer, header, try_this
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.controls import presets
from ui.widgets.matrix_editor import edited_matrix
from ui.widgets.number_guess import revealed

PHONE = 34
"""How many characters of code fit a line on a phone."""


def choose(label: str, count: int, key: str) -> int:
    """Let the learner choose one of `count`, counted from 1 on screen; return it counted from 0."""
    if key not in st.session_state:
        narrow("matrices", key, Whole(1, count))
    if count == 1:
        return 0
    options = range(1, count + 1)
    chosen = st.segmented_control(label, options, default=1, **bare("matrices", key), required=True)
    return (chosen or 1) - 1


def written_out(A: Array, B: Array, i: int, j: int, result: str) -> str:
    """Return the sum of products that makes one cell, set inline: a long one breaks at its plus signs."""

    def factor(value: float) -> str:
        return f"({number(value)})" if value < 0 else number(value)

    pairs = zip(row_of(A, i), column_of(B, j), strict=True)
    terms = (rf"{{{factor(a)}\cdot {factor(b)}}}" for a, b in pairs)
    return f"${' + '.join(terms)} {result}$"


def explain_mismatch(A: Array, B: Array) -> None:
    """Say in a picture, in NumPy's words and in ours that the shapes do not fit."""
    long, high = inner_sizes(A, B)
    alt = f"Shapes {A.shape} and {B.shape}: the inner numbers {long} and {high} differ"
    show_figure(mismatch_figure(current_theme(), A, B), alt, 560)
    st.markdown(
        f"A row of A has **{long}** numbers and a column of B has **{high}**: they do not pair up. "
        f"Make the two inner numbers equal: change the shape of A or of B."
    )
    try:
        matrix_product(A, B)
    except ValueError as error:
        st.code(f"ValueError: {error}", None, wrap_lines=True)


def show_cell(A: Array, B: Array, i: int, j: int, place: Any) -> bool:
    """Write out one cell of the product; return False while the learner still has to guess it."""
    value = float(np.reshape(shown_sums(A, B), (len(np.atleast_2d(A)), -1))[i, j])
    question = f"Row {i + 1} of A with column {j + 1} of B: what is the sum?"
    shown = revealed(question, value, f"{as_text(A)} {as_text(B)} {i} {j}")
    st.markdown(written_out(A, B, i, j, equals(value) if shown else "= ?"))
    with place:
        alt = f"A·B with row {i + 1} of A, column {j + 1} of B and their cell marked"
        show_figure(product_figure(current_theme(), A, B, i, j, hidden=not shown), alt)
    return shown


def show_layer(A: Array, W: Array, i: int, j: int) -> None:
    """Read the product as a layer: X·W + b, with its network beside it."""
    st.subheader("From a product to a layer", anchor=False)
    x, columns = row_of(A, i), W.shape[1] if W.ndim == 2 else 1
    numbers, picture = st.columns(2, gap="medium")
    with numbers:
        st.markdown(
            "Call A the inputs **X** and B the weights **W**: each column of W is one neuron. "
            "Add a bias to each sum, and the product is a whole layer."
        )
        b = edited_matrix("b", np.zeros(columns), (columns,), "bias")
        sums = shown_sums(A, W, b)
        shapes = (rf"\text{{{array.shape}}}" for array in (A, W, b, sums))
        st.latex(r"{} \cdot {} + {} \to {}".format(*shapes))
        st.code(np.array2string(sums, PHONE, 6, suppress_small=True, separator=", "), None)
    with picture:
        alt = f"A network of {len(x)} inputs and {columns} neurons; the wires into neuron {j + 1} are marked"
        show_figure(layer_figure(current_theme(), x, W, b, j), alt)
        st.caption(f"Row {i + 1} of X goes in. Orange wires are negative weights, blue ones positive.")


@st.fragment
def scale() -> None:
    """One image or a batch through the first layer of the digit network, to scale."""
    st.subheader("One image, or a hundred at once", anchor=False)
    words, picture = st.columns(2, gap="medium")
    with words:
        batch = st.segmented_control("Images", **bound("matrices", "images"), required=True)
        images = batch or 100
        st.markdown(
            "The digit network's first layer has 784 inputs and 50 neurons. "
            + ("One image is one row." if images == 1 else "A hundred images are a hundred rows.")
        )
        left, right = ("(784,)", "(50,)") if images == 1 else ("(100, 784)", "(100, 50)")
        st.latex(rf"\text{{{left}}} \cdot \text{{(784, 50)}} \to \text{{{right}}}")
    with picture:
        alt = f"X, W (784, 50) and their product as boxes drawn to scale, for {images} images"
        show_figure(scale_figure(current_theme(), images), alt)


header("matrices")
st.caption("Examples from the lecture notes")
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
if len(set(inner_sizes(A, B))) == 2:
    explain_mismatch(A, B)
else:
    controls, picture = st.columns(2, gap="medium")
    with controls:
        with st.container(horizontal=True):
            i = choose("Row of A", len(np.atleast_2d(A)), "i")
            j = choose("Column of B", B.shape[1] if B.ndim == 2 else 1, "j")
        shown = show_cell(A, B, i, j, picture)
    if shown:
        show_layer(A, B, i, j)
scale()
show_code(matrix_product, layer_sums, shown_sums)
try_this(
    "Choose (2,) · (2, 1) + (1,): it is the AND gate. What must b be for OR?",
    "Give A the shape (2, 3) and leave B as it is: what do the two inner numbers say?",
    "Make B [[1, 0], [0, 1]]. What does it do to A, and [[0, 1], [1, 0]]?",
)
footer("matrices")
