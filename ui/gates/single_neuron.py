"""One neuron: three numbers that make a gate, the line that they draw, and why no line does XOR."""

import streamlit as st

from nncore import INPUTS, TRUTH_TABLES, Perceptron, diagonal_sums
from ui.address.settings import GATE_STARTS
from ui.components.diagram import show_diagram
from ui.components.markup import css, style
from ui.figures.gate_neurons import neuron_diagram
from ui.figures.gate_plane import Spot
from ui.gates.neuron_controls import (
    Setting,
    choose_gate,
    choose_numbers,
    choose_row,
    setting_now,
)
from ui.gates.plane import show_plane
from ui.gates.truth_table import show_truth_table
from ui.numbers import added, number, written_sum
from ui.theme import current_theme
from ui.widgets.controls import recall
from ui.widgets.guess import ask_guess
from ui.widgets.live import Live
from ui.widgets.table import show_table

SMALLER = css(".st-key-neuron_diagram {--diagram-most: 12.5rem}")
DIAGONALS = {"0 0 and 1 1": ((0, 0), (1, 1)), "1 0 and 0 1": ((1, 0), (0, 1))}


def three_numbers() -> Live:
    """Show the neuron of the sliders: what flows in it for one input, and its answers to all four."""
    choose_gate()
    with st.container(horizontal=True, vertical_alignment="center"):
        choose_row()
        st.button("All to 0", on_click=recall, args=(dict.fromkeys(("w1", "w2", "b"), 0.0),))
    choose_numbers()
    setting = setting_now()
    answers = " ".join(map(str, setting.answers))
    guess = ask_guess("four-answers", setting.perceptron, {"four_answers": answers})
    x, alt = INPUTS[setting.row], "The neuron with what flows on its wires for the chosen input."
    diagram = neuron_diagram(current_theme(), setting.perceptron, x, alt, revealed=bool(guess))
    style(SMALLER)
    show_diagram(diagram, "neuron_diagram")
    if guess:
        show_truth_table(setting, guess.said, setting.row)
        if not guess.said:
            st.markdown(setting.verdict)
    return Live(
        values=live_sum(setting),
        done={"make-nand": makes_nand(setting)},
        mistakes={"live-sum": mistaken_sums(setting)},
        revealed=bool(guess),
        code=[Perceptron.weighted_sum, Perceptron.__call__],
    )


def makes_nand(setting: Setting) -> bool | str:
    """Return whether it is NAND by numbers of the learner's own, or the hint that helps."""
    if setting.gate != "NAND":
        return False
    if setting.perceptron == GATE_STARTS["NAND"]:
        return "not-yours"
    if all(setting.answers):
        return "always-fires"
    if not any(setting.answers):
        return "never-fires"
    return setting.right == 4 or ("three-right" if setting.right == 3 else False)


def spots(wanted: tuple[int, ...], row: int | None = None, notes: tuple[str, ...] = ("",) * 4) -> list[Spot]:
    """Return the four inputs in the plane, filled where the gate wants 1."""
    rows = enumerate(zip(INPUTS, wanted, notes, strict=True))
    return [Spot(x, t, number == row, note) for number, (x, t, note) in rows]


def _asked(setting: Setting) -> tuple[int, int]:
    """Return the row that is asked for; the sum of 0 0 would be the bias itself."""
    return INPUTS[setting.row] if any(INPUTS[setting.row]) else (1, 1)


def live_sum(setting: Setting) -> dict[str, object]:
    """Return what the check of the sum says of the chosen row."""
    x, neuron = _asked(setting), setting.perceptron
    total = neuron.weighted_sum(*x)
    return {
        "live_x1": x[0],
        "live_x2": x[1],
        "live_sum": total,
        "live_b": neuron.bias,
        "live_written": written_sum(neuron, *x),
        "live_side": "above 0" if total > 0 else "not above 0",
        "live_y": neuron(*x),
    }


def mistaken_sums(setting: Setting) -> dict[str, float]:
    """Return what a learner gets who goes wrong with the sum of the chosen row."""
    x, neuron = _asked(setting), setting.perceptron
    total = neuron.weighted_sum(*x)
    return {
        "forgot-bias": total - neuron.bias,
        "bias-subtracted": total - 2 * neuron.bias,
        "other-input": neuron.weighted_sum(*x[::-1]),
    }


def one_line() -> Live:
    """Show the plane with the neuron's line beside what it answers, for any gate."""
    choose_gate()
    choose_numbers()
    setting = setting_now()
    plane, table = st.columns([5, 4], gap="small", vertical_alignment="center")
    with plane:
        alt = "The four inputs as points, the neuron's line, and where it fires."
        show_plane({"y": setting.perceptron}, spots(setting.wanted), alt, "Plane of the neuron")
    with table:
        show_truth_table(setting)
        st.markdown(setting.verdict)
    xor = setting.gate == "XOR"
    return Live(
        done={"xor-three": xor and (setting.right == 3 or "two-right")},
        code=[Perceptron.__call__],
    )


def not_xor() -> Live:
    """Show that the sums at opposite corners have the same total, whatever the three numbers."""
    choose_numbers()
    neuron = setting_now().perceptron
    plane, table = st.columns([5, 4], gap="small", vertical_alignment="center")
    with plane:
        sums = tuple(number(neuron.weighted_sum(*x)) for x in INPUTS)
        alt = "XOR's four inputs, the sum at each, and the neuron's line."
        show_plane({"y": neuron}, spots(TRUTH_TABLES["XOR"], notes=sums), alt, "Plane of XOR")
    with table:
        show_table(("corners", "their sums added"), diagonals(neuron))
    return Live(code=[diagonal_sums])


def diagonals(neuron: Perceptron) -> list[tuple[str, str]]:
    """Return both diagonals with the sums at their ends, added."""
    rows = []
    for (name, corners), total in zip(DIAGONALS.items(), diagonal_sums(neuron), strict=True):
        one, other = (neuron.weighted_sum(*x) for x in corners)
        rows.append((name, f"{number(one)} {added(other)} = {number(total)}"))
    return rows
