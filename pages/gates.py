"""Logic gates: one neuron as AND, NAND, OR; why it cannot be XOR; two layers that can."""

import streamlit as st

from nncore import INPUTS, NAND, OR, PERCEPTRONS, XOR, Perceptron, best_possible, diagonal_sums, learn
from ui.components.diagram import show_diagram
from ui.figures.base import show_figure
from ui.figures.gates import Spot, neuron_diagram, plane_picture, two_layer_diagram
from ui.gates.challenges import choose_challenge, mend_link, show_challenge
from ui.gates.learning import show_learning
from ui.gates.neuron_controls import Setting, choose_gate, choose_neuron, choose_row
from ui.gates.truth_table import guess_rows, show_truth_table, show_two_layer_table
from ui.numbers import number
from ui.page import footer, header, try_this
from ui.sidebar import predict_first
from ui.source import show_code
from ui.theme import Theme, current_theme


def spots(setting: Setting, *, hidden: bool = False) -> list[Spot]:
    """Return the four inputs in the plane, filled where the gate wants 1, or not yet if `hidden`."""
    rows = enumerate(zip(INPUTS, setting.wanted, strict=True))
    return [Spot(x, None if hidden else t, row == setting.row) for row, (x, t) in rows]


def show_neuron(theme: Theme) -> tuple[Setting, bool]:
    """Show the neuron of the sliders: table, line, drawing. Return what is set and if it is hidden."""
    numbers, pictures = st.columns(2, gap="large")
    with numbers:
        gate, wanted = choose_gate()
        challenge = choose_challenge()
        perceptron = choose_neuron(gate)
        setting = Setting(gate, wanted, perceptron, choose_row())
        guesses = guess_rows(perceptron) if predict_first() else []
        hidden = None in guesses
        show_truth_table(theme, setting, guesses, hidden)
        st.markdown("The answers come when you have guessed all four." if hidden else setting.verdict)
        if challenge and not hidden:
            show_challenge(challenge, setting)
    with pictures:
        shown = {} if hidden else {"y": perceptron}
        alt = "The four inputs as points of the plane, the neuron's line, and the side where it fires."
        show_figure(plane_picture(theme, shown, spots(setting, hidden=hidden)), alt)
        colours = f"Filled: {setting.name} wants 1. Shaded: the sum is above 0, the neuron fires."
        st.caption("Each point is an input. Where will the neuron fire?" if hidden else colours)
        alt = "The neuron with what flows on its wires for the chosen input."
        diagram = neuron_diagram(theme, perceptron, INPUTS[setting.row], alt, revealed=not hidden)
        show_diagram(diagram, "neuron_diagram")
    return setting, hidden


def show_why(perceptron: Perceptron) -> None:
    """Say why no single neuron can do it, with the numbers of the sliders."""
    st.subheader("Why three of four is the best", anchor=False)
    st.markdown(
        "The corners that want 1 face each other across the square, and so do those that want 0: no straight "
        "line parts them. In numbers: whatever the weights, both diagonals add up to the same."
    )
    st.latex(
        r"\begin{aligned} s(0,0) + s(1,1) &= w_1 + w_2 + 2b \\"
        r" s(1,0) + s(0,1) &= w_1 + w_2 + 2b \end{aligned}"
    )
    one, other = map(number, diagonal_sums(perceptron))
    st.markdown(
        f"With your numbers: {one} and {other}. But the gate needs both sums above 0 on one diagonal and "
        "neither on the other: one total above 0, one not. They cannot be equal, and yet they always are."
    )


def show_two_layers(theme: Theme, setting: Setting) -> None:
    """Show XOR solved: two neurons draw a line each, a third asks for the band between them."""
    st.subheader("Two layers do it", anchor=False)
    st.markdown("s1 = NAND(x1, x2) and s2 = OR(x1, x2) draw a line each; y = AND(s1, s2) wants both.")
    table, picture = st.columns(2, gap="large", vertical_alignment="center")
    x = INPUTS[setting.row]
    with table:
        show_two_layer_table(theme, setting.row)
    with picture:
        alt = "The two layers with what flows on their wires."
        show_diagram(two_layer_diagram(theme, x, alt), "two_layer_diagram")
    before, after = st.columns(2, gap="large")
    with before:
        layer = {"s1": PERCEPTRONS["NAND"], "s2": PERCEPTRONS["OR"]}
        show_figure(plane_picture(theme, layer, spots(setting)), "Two lines, and the band where both fire.")
        st.caption("The first layer's two lines: in the band between them both neurons fire.")
    with after:
        s = (NAND(*x), OR(*x))
        seen = [Spot((1, 0), 0, s == (1, 0), "0 0"), Spot((0, 1), 0, s == (0, 1), "1 1")]
        seen.append(Spot((1, 1), 1, s == (1, 1), "1 0 and 0 1"))
        names = ("s1", "s2")
        show_figure(
            plane_picture(theme, {"y": PERCEPTRONS["AND"]}, seen, names),
            "The same inputs, seen in s1 and s2.",
        )
        st.caption(
            "The same four inputs as the second layer sees them: two became one, and one line does it."
        )


def show_consequences(theme: Theme, setting: Setting) -> None:
    """Show what follows once the answers are known: why XOR is out of reach, what does it, learning."""
    if best_possible(setting.wanted) < len(INPUTS):
        show_why(setting.perceptron)
    if setting.gate == "XOR":
        show_two_layers(theme, setting)
    st.subheader("Let it learn", anchor=False)
    st.markdown(
        f"Nobody has to find the numbers: can a neuron with random ones learn **{setting.name}** "
        "by its mistakes?"
    )
    show_learning(theme, setting.name, setting.wanted)


header("gates")
theme = current_theme()
mend_link()
setting, hidden = show_neuron(theme)
if not hidden:
    show_consequences(theme, setting)
show_code(Perceptron, XOR, learn)
try_this(
    "Choose OR and lower b: from which value on is it AND?",
    "Choose XOR and try for four of four. Then let it learn: it cannot find them either.",
    "Set w1 and w2 to 0. Where has the line gone, and what does b still decide?",
)
footer("gates")
