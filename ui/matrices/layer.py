"""A layer is X · W + b: the product read as neurons, and a hundred images at once."""

import numpy as np
import streamlit as st

from nncore import Array, layer_sums, matrix_product, row_of, shown_sums
from ui.address import bound
from ui.figures.base import show_figure
from ui.figures.layer_picture import layer_figure, scale_figure
from ui.matrices.factors import Factors, choose_cell, choose_factors, matrices_state
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.lesson import Live, only_beat
from ui.widgets.matrix_editor import edited_matrix

PHONE = 34
"""How many characters of code fit a line on a phone."""
INPUTS, NEURONS, IMAGES = 784, 50, 100
"""The first layer of the digit network, and a batch."""


def layer() -> Live:
    """Show the product of the page as a layer: X·W + b, with its network beside it."""
    factors = _factors()
    b = None
    if factors:
        b = _show_layer(factors)
        show_code(layer_sums, matrix_product)
    else:
        st.caption("Here stands the layer, once A·B is there.")
    return Live(
        values={"weights_of_one": 3},
        done={"or-by-bias": _is_or(factors, b)},
        mistakes={"weights-of-one": {"neurons": 4, "all-weights": 12, "cases": 5}},
        revealed=factors is not None,
    )


def _factors() -> Factors | None:
    """Return the matrices of the beat above, which come along where this one stands by itself."""
    if only_beat("matrices"):
        chosen = choose_factors()
        return choose_cell(chosen) if chosen.fit else None
    return matrices_state().product


def _show_layer(factors: Factors) -> Array:
    A, W, i, j = factors.A, factors.B, factors.i, factors.j
    x, columns = row_of(A, i), W.shape[1] if W.ndim == 2 else 1
    numbers, picture = st.columns(2, gap="medium")
    with numbers:
        b = edited_matrix("b", np.zeros(columns), (columns,), "bias")
        sums = shown_sums(A, W, b)
        shapes = (rf"\text{{{array.shape}}}" for array in (A, W, b, sums))
        st.latex(r"{} \cdot {} + {} \to {}".format(*shapes))
        st.code(np.array2string(sums, PHONE, 6, suppress_small=True, separator=", "), None)
    with picture:
        alt = f"A network of {len(x)} inputs and {columns} neurons; the wires into neuron {j + 1} are marked"
        show_figure(layer_figure(current_theme(), x, W, b, j), alt)
        st.caption(f"Row {i + 1} of X goes in; the wires of neuron {j + 1} are marked.")
    return b


def _is_or(factors: Factors | None, b: Array | None) -> bool | str:
    """Whether the layer is the AND gate made OR by its bias alone, or what is in the way."""
    if factors is None or b is None or factors.A.shape != (2,) or factors.B.shape != (2, 1):
        return "not-the-gate"
    if (factors.B != 0.5).any():
        return "weights-changed"
    bias = float(b[0])
    return "too-low" if bias <= -0.5 else "too-high" if bias > 0 else True


def many_images() -> Live:
    """Show one image or a batch through the first layer of the digit network, to scale."""
    words, picture = st.columns(2, gap="medium")
    with words:
        batch = st.segmented_control("Images", **bound("matrices", "images"), required=True)
        images = batch or IMAGES
        left, right = ("(784,)", "(50,)") if images == 1 else ("(100, 784)", "(100, 50)")
        st.latex(rf"\text{{{left}}} \cdot \text{{(784, 50)}} \to \text{{{right}}}")
    with picture:
        alt = f"X, W (784, 50) and their product as boxes drawn to scale, for {images} images"
        show_figure(scale_figure(current_theme(), images), alt)
    one = INPUTS * NEURONS
    return Live(
        values={"products": IMAGES * one, "products_of_one": one},
        seen=["one-image"] if images == 1 else (),
        mistakes={
            "products-of-one": {"with-batch": IMAGES * one, "one-neuron": INPUTS, "added": INPUTS + NEURONS}
        },
    )
