"""Three numbers make a gate: the neuron of the sliders, and its truth table."""

import streamlit as st

from nncore import INPUTS, Perceptron
from ui.address.settings import GATE_STARTS
from ui.components.diagram import show_diagram
from ui.figures.gate_neurons import neuron_diagram
from ui.gates.neuron_controls import Setting, choose_gate, choose_numbers, choose_row, setting_now
from ui.gates.truth_table import show_truth_table
from ui.language import _
from ui.numbers import written_sum
from ui.theme import current_theme
from ui.widgets.controls import recall
from ui.widgets.guess import ask_guess, guessed_rows
from ui.widgets.live import Live


def three_numbers() -> Live:
    """Show the neuron of the sliders: what flows in it for one input, and its answers to all four."""
    choose_gate()
    with st.container(horizontal=True, vertical_alignment="center"):
        choose_row()
        st.button(_("All to 0"), on_click=recall, args=(dict.fromkeys(("w1", "w2", "b"), 0.0),))
    choose_numbers()
    setting = setting_now()
    revealed = ask_guess(
        "four-answers", setting.perceptron, {"four_answers": " ".join(map(str, setting.answers))}
    )
    alt = _("The neuron with what flows on its wires for the chosen input.")
    x = INPUTS[setting.row]
    diagram = neuron_diagram(current_theme(), setting.perceptron, x, alt, revealed=revealed)
    show_diagram(diagram, "neuron_diagram", most=12.5)
    if revealed:
        show_truth_table(setting, guessed_rows("four-answers"), setting.row)
        if not guessed_rows("four-answers"):
            st.markdown(setting.verdict)
    asked = x if any(x) else (1, 1)  # the sum of 0 0 is the bias itself
    return Live(
        values=_sum_of(setting.perceptron, asked),
        done={"make-nand": makes_nand(setting)},
        mistakes={"live-sum": mistaken_sums(setting.perceptron, asked)},
        revealed=revealed,
        code=[Perceptron.weighted_sum, Perceptron.__call__],
    )


def makes_nand(setting: Setting) -> bool | str:
    """Return whether it is NAND by numbers of the learner's own, or the hint that helps."""
    if setting.gate != "NAND":
        return False
    if setting.perceptron == GATE_STARTS["NAND"]:
        return "not-yours"
    if len(set(setting.answers)) == 1:
        return "always-fires" if all(setting.answers) else "never-fires"
    return setting.right == 4 or ("three-right" if setting.right == 3 else False)


def _sum_of(neuron: Perceptron, x: tuple[int, int]) -> dict[str, object]:
    """Return what the check of the sum says of an input."""
    total = neuron.weighted_sum(*x)
    return {
        "live_x1": x[0],
        "live_x2": x[1],
        "live_sum": total,
        "live_b": neuron.bias,
        "live_written": written_sum(neuron, *x),
        "live_side": _("above 0") if total > 0 else _("not above 0"),
        "live_y": neuron(*x),
    }


def mistaken_sums(neuron: Perceptron, x: tuple[int, int]) -> dict[str, float]:
    """Return what a learner gets who goes wrong with the sum of an input."""
    total = neuron.weighted_sum(*x)
    return {
        "forgot-bias": total - neuron.bias,
        "bias-subtracted": total - 2 * neuron.bias,
        "other-input": neuron.weighted_sum(*x[::-1]),
    }
