"""Tables of numbers: an array as one writes it in Python, and its shape."""

import numpy as np
import streamlit as st

from ui.widgets.matrix_editor import matrix_grid


def shapes() -> None:
    """Show X, to be changed, and what NumPy says of it."""
    X = matrix_grid("X", "A")
    written = np.array2string(X, separator=", ", prefix=">>> X = np.array(")
    st.code(f">>> X = np.array({written})\n>>> X.shape\n{X.shape}\n>>> np.ndim(X)\n{X.ndim}", "python")
