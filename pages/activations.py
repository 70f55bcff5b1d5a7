"""Activation functions: their curves, a neuron's surface, why they must bend, and softmax."""

import numpy as np
import streamlit as st

from nncore import (
    ACTIVATIONS,
    PERCEPTRONS,
    chain,
    naive_softmax,
    neuron_plane,
    one_line,
    softmax,
    softmax_stages,
    value_and_slope,
)
from ui.controls import presets, remembered_slider
from ui.figures.activations import LABELS, activation_curves, chain_chart, surface_figure
from ui.figures.bars import probability_bars
from ui.figures.base import show_figure
from ui.number_guess import revealed
from ui.numbers import rounded
from ui.page import footer, header, try_this
from ui.source import show_code
from ui.tables import stages_table, values_table
from ui.theme import current_theme

BIASES = (1.0, 2.0, 0.5)
"""The fixed biases of the chain of three neurons."""
SCORES = ("a1", "a2", "a3")


def choice_of_h(value: str, key: str) -> str:
    """Let the learner choose one activation."""
    names = list(LABELS)
    chosen = st.pills(
        "Activation h",
        names,
        default=value,
        format_func=LABELS.__getitem__,
        key=key,
        bind="query-params",
        required=True,
        wrap=True,
    )
    return str(chosen)


@st.fragment
def curves() -> None:
    """The curves, their values and slopes at one x."""
    st.caption("The lecture notes' plots")
    book = {"range": (-5.0, 5.0), "k": 1.0}
    plots = {"Step": ["step_function"], "Sigmoid": ["sigmoid"], "ReLU": ["relu"], "All": list(LABELS)}
    presets({name: book | {"curves": shown} for name, shown in plots.items()})
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        names = st.pills(
            "Curves",
            list(LABELS),
            selection_mode="multi",
            default=["step_function", "sigmoid", "relu"],
            format_func=LABELS.__getitem__,
            key="curves",
            bind="query-params",
            wrap=True,
        )
        x = remembered_slider("x", -10.0, 10.0, 1.0, "at")
        k = remembered_slider("Sharpness k, for h(k·x)", 0.5, 50.0, 1.0, "k", 0.5)
        limits = st.slider("Range of x", -10.0, 10.0, (-5.0, 5.0), 0.5, key="range", bind="query-params")
    if not names:
        picture.info("Choose a curve to see it.", icon=":material/show_chart:")
        return
    h = names[-1]
    with picture:
        question = f"What is {LABELS[h]}({rounded(k * x)})?"
        if revealed(question, value_and_slope(h, x, k)[0], f"{h} {k} {x}"):
            alt = f"{', '.join(LABELS[name] for name in names)} as curves, with tangents at x = {x:g}"
            st.altair_chart(activation_curves(current_theme(), names, k, x, limits), alt=alt)
            st.markdown(f"With k = {rounded(k)}, at **x = {rounded(x)}**:")
            st.markdown(values_table(names, k, x))
            if x == 0:
                st.caption("At 0 the step jumps and ReLU has a corner: neither has a slope there.")
    show_code(*(ACTIVATIONS[name] for name in names))


@st.fragment
def two_inputs() -> None:
    """A neuron of two inputs as a coloured surface."""
    gates = {
        name: {"sw1": gate.weights[0], "sw2": gate.weights[1], "sb": gate.bias}
        for name, gate in PERCEPTRONS.items()
    }
    presets(gates)
    controls, picture = st.columns(2, gap="medium")
    with controls:
        h = choice_of_h("sigmoid", "sh")
        w1 = remembered_slider("w1", -10.0, 10.0, 0.5, "sw1")
        w2 = remembered_slider("w2", -10.0, 10.0, 0.5, "sw2")
        b = remembered_slider("b", -10.0, 10.0, -0.7, "sb")
        st.latex(rf"h({rounded(w1)}\,x_1 {w2:+g}\,x_2 {b:+g})")
        st.markdown(
            "The four discs are the inputs of a gate, with what the neuron says to each. "
            "On the dashed line its sum is 0."
        )
    with picture:
        alt = f"The plane of x1 and x2 coloured by {LABELS[h]}({w1:g}·x1 + {w2:g}·x2 + {b:g})"
        show_figure(surface_figure(current_theme(), h, w1, w2, b), alt)
    show_code(neuron_plane)


@st.fragment
def why_not_linear() -> None:
    """Three neurons in a row are one line, unless their activation bends."""
    st.markdown("Three neurons in a row, each answering h(w·z + b). Does the second and third add anything?")
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        weights = [
            remembered_slider(f"w of layer {n}", -2.0, 2.0, value, f"c{n}")
            for n, value in enumerate((1.0, -1.0, 1.5), start=1)
        ]
        h = choice_of_h("identity_function", "ch")
    with picture:
        alt = "What each of three neurons in a row answers, and the one line that they are without bends"
        st.altair_chart(chain_chart(current_theme(), h, weights, BIASES), alt=alt)
    w1, w2, w3 = (f"({rounded(w)})" if w < 0 else rounded(w) for w in weights)
    if h == "identity_function":
        slope, intercept = one_line(weights, BIASES)
        st.latex(rf"{w3}\,({w2}\,({w1}\,x + 1) + 2) + 0.5 = {slope:.4g}\,x {intercept:+.4g}")
        st.markdown(
            "Three layers **are one line**, the pale band: one neuron would do. Stacking adds nothing."
        )
    else:
        st.latex(rf"y = h({w3}\,h({w2}\,h({w1}\,x + 1) + 2) + 0.5)")
        st.markdown(f"With {LABELS[h]} in each layer, the output **leaves the one line**, the pale band.")
    show_code(chain, one_line)


@st.fragment
def probabilities() -> None:
    """Scores become probabilities, and the formula as written overflows."""
    presets(
        {
            "The book's example": {"a1": 0.3, "a2": 2.9, "a3": 4.0, "plus": 0.0},
            "The overflow": {"a1": 10.0, "a2": 0.0, "a3": -10.0, "plus": 1000.0},
        }
    )
    controls, picture = st.columns([1, 2], gap="medium")
    with controls:
        a = np.array(
            [
                remembered_slider(f"Score {key}", -10.0, 10.0, v, key)
                for key, v in zip(SCORES, (0.3, 2.9, 4.0), strict=True)
            ]
        )
        plus = remembered_slider("Add a constant to all scores", -1000.0, 1000.0, 0.0, "plus", 1.0)
    scores = np.round(a + plus, 1)
    stages, naive = softmax_stages(scores), naive_softmax(scores)
    with picture:
        if not revealed("How probable is the largest score?", float(stages.y.max()), f"softmax {scores}"):
            return
        bars = probability_bars(current_theme(), stages.y, SCORES)
        st.altair_chart(bars, alt="The probabilities of the three scores, as bars")
        st.markdown(
            f"Sum: **{rounded(float(stages.y.sum()))}**, always. The constant cancels: it changes nothing."
        )
        st.markdown("**Ours: a − max first**")
        columns = {"a": scores, "a − max": stages.shifted, "exp": stages.exp_a, "÷ sum": stages.y}
        st.markdown(stages_table(columns, stages.sum_exp_a))
        st.markdown("**The formula as written**")
        columns = {"a": scores, "exp": naive.exp_a, "÷ sum": naive.y}
        st.markdown(stages_table(columns, naive.sum_exp_a))
        if naive.warnings:
            st.markdown("exp(710) is more than a float can hold. NumPy's own words:")
            st.code(
                "\n".join(f"RuntimeWarning: {spoken}" for spoken in naive.warnings), None, wrap_lines=True
            )
    show_code(softmax, naive_softmax)


header("activations")
PARTS = {
    "Curves": curves,
    "Two inputs": two_inputs,
    "Why not linear?": why_not_linear,
    "Softmax": probabilities,
}
for tab, part in zip(
    st.tabs(list(PARTS), key="part", bind="query-params", on_change="rerun"), PARTS.values(), strict=True
):
    with tab:
        part()
try_this(
    "Curves: raise the sharpness of the sigmoid to 50. Which curve does it become?",
    "Two inputs: choose AND with the sigmoid, then make all three numbers ten times as large.",
    "Softmax: add a constant until the formula as written breaks. Why just above 709?",
)
footer("activations")
