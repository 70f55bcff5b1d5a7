"""A layer is X W + b: the product read as neurons, and a hundred images at once."""

import numpy as np
import streamlit as st

from nncore import Array, layer_sums, matrix_product, row_of, shown_sums
from ui.address import bound
from ui.components.diagram import show_diagram
from ui.figures.layer_picture import layer_diagram
from ui.figures.shapes import batch_shapes
from ui.language import _
from ui.matrices.factors import Factors, choose_factors
from ui.theme import current_theme
from ui.widgets.controls import untouched
from ui.widgets.live import Live
from ui.widgets.matrix_editor import edited_matrix

PHONE = 34
"""How many characters of code fit a line on a phone."""
INPUTS, NEURONS, IMAGES = 784, 50, 100
"""The first layer of the digit network, and a batch."""


def layer() -> Live:
    """Show the product of the page as a layer: XW + b, with its network beside it."""
    factors = choose_factors()
    b = None
    if factors.fit:
        b = _show_layer(factors)
    else:
        st.info(_("X and W do not fit, so there is no layer: choose an example."), icon=":material/grid_off:")
    return Live(
        done={"or-by-bias": _is_or(factors, b)},
        code=[layer_sums, matrix_product],
    )


def _show_layer(factors: Factors) -> Array:
    X, W, i, j = factors.X, factors.W, factors.i, factors.j
    x, columns = row_of(X, i), W.shape[1] if W.ndim == 2 else 1
    numbers, picture = st.columns([2, 3], gap="medium")
    with numbers:
        b = edited_matrix("b", "bias", (columns,))
        sums = shown_sums(X, W, b)
        st.caption("A = X @ W + b")
        st.code(np.array2string(sums, PHONE, 6, suppress_small=True, separator=", "), None)
        shapes = " + ".join((f"{X.shape} @ {W.shape}", str(b.shape)))
        st.caption(f"{shapes} → {sums.shape}")
    with picture:
        alt = _("A network of {inputs} inputs and {neurons} neurons; the wires into neuron {n} are marked")
        alt = alt.format(inputs=len(x), neurons=columns, n=j + 1)
        show_diagram(layer_diagram(current_theme(), x, W, b, j, alt), "layer", most=21)
        words = _("Row {row} of X goes in; the wires of neuron {n} are marked.")
        st.caption(words.format(row=i + 1, n=j + 1))
    return b


def _is_or(factors: Factors, b: Array | None) -> bool | str:
    """Whether the layer is the AND gate made OR by its bias alone, or what is in the way."""
    if untouched("matrices", "A", "B"):
        return False
    if b is None or factors.X.shape != (2,) or factors.W.shape != (2, 1):
        return "not-the-gate"
    if (factors.W != 0.5).any():
        return "weights-changed"
    bias = float(b[0])
    return "too-low" if bias <= -0.5 else "too-high" if bias > 0 else True


def many_images() -> Live:
    """Show one image or a batch through the first layer of the digit network, to scale."""
    images = st.segmented_control(_("Images"), **bound("matrices", "images"), required=True) or IMAGES
    alt = _("X, W (784, 50) and their product as boxes drawn to scale; images: {images}")
    alt = alt.format(images=images)
    diagram = batch_shapes(current_theme(), (INPUTS, NEURONS), images, alt, ("X", "XW"), "W")
    show_diagram(diagram, "to-scale", most=30)
    return Live(seen=["one-image"] if images == 1 else ())
