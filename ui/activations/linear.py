"""Why an activation must bend: three neurons in a row whose h is the identity are one line."""

import streamlit as st

from nncore import chain, one_line
from ui.figures.activations import LABELS, chain_chart
from ui.numbers import rounded
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.controls import choose_activation, remembered_slider
from ui.widgets.number_guess import revealed

BIASES = (1.0, 2.0, 0.5)
"""The fixed biases of the three neurons."""


@st.fragment
def why_not_linear() -> None:
    """Show what each of the three neurons answers, over the one line that they may be."""
    st.markdown("Three neurons in a row, each answering h(w·z + b). Does the second and third add anything?")
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        weights = [remembered_slider(f"w of layer {n}", "activations", f"c{n}") for n in (1, 2, 3)]
        h = choose_activation("activations", "ch")
    with picture:
        last = float(chain(h, weights, BIASES, 1.0)[-1])
        if revealed("What does the third neuron answer to x = 1?", last, f"{h} {weights}"):
            alt = "What each of three neurons in a row answers, and the one line that they are without bends"
            st.altair_chart(chain_chart(current_theme(), h, weights, BIASES), alt=alt)
            _explain(h, weights)
    show_code(chain, one_line)


def _explain(h: str, weights: list[float]) -> None:
    """Write the chain out, set inline: on a phone it breaks at its plus signs."""
    w1, w2, w3 = (f"({rounded(w)})" if w < 0 else rounded(w) for w in weights)
    if h == "identity_function":
        slope, intercept = one_line(weights, BIASES)
        line = rf"{slope + 0.0:.4g}\,x {intercept + 0.0:+.4g}"
        st.markdown(rf"${w3}\,({w2}\,({w1}\,x + 1) + 2) + 0.5 = {line}$")
        st.markdown(
            "Three layers **are one line**, the pale band: one neuron would do. Stacking adds nothing."
        )
    else:
        st.markdown(rf"$y = h({w3}\,h({w2}\,h({w1}\,x + 1) + 2) + 0.5)$")
        st.markdown(f"With {LABELS[h]} in each layer, the output **leaves the one line**, the pale band.")
