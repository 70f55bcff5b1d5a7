"""The line that a neuron draws in the plane of its inputs, and why no line does XOR."""

import streamlit as st

from nncore import INPUTS, TRUTH_TABLES, Perceptron, diagonal_sums
from ui.gates.neuron_controls import choose_gate, choose_numbers, setting_now
from ui.gates.plane import show_plane, spots
from ui.gates.truth_table import show_truth_table
from ui.language import _
from ui.numbers import added, number
from ui.widgets.live import Live
from ui.widgets.table import show_table


def one_line() -> Live:
    """Show the plane with the neuron's line beside what it answers, for any gate."""
    choose_gate()
    choose_numbers()
    setting = setting_now()
    plane, table = st.columns((5, 4), gap="small", vertical_alignment="center")
    with plane:
        alt = _("The four inputs as points, the neuron's line, and where it fires.")
        show_plane({"y": setting.perceptron}, spots(setting.wanted), alt, _("Plane of the neuron"), "neuron")
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
    plane, table = st.columns((5, 4), gap="small", vertical_alignment="center")
    with plane:
        sums = tuple(number(neuron.weighted_sum(*x)) for x in INPUTS)
        alt = _("XOR's four inputs, the sum at each, and the neuron's line.")
        show_plane({"y": neuron}, spots(TRUTH_TABLES["XOR"], notes=sums), alt, _("Plane of XOR"), "xor")
    with table:
        show_table((_("corners"), _("their sums added")), diagonals(neuron))
    return Live(code=[diagonal_sums])


def diagonals(neuron: Perceptron) -> list[tuple[str, str]]:
    """Return both diagonals with the sums at their ends, added."""
    rows = []
    corners = (((0, 0), (1, 1)), ((1, 0), (0, 1)))
    for (start, end), total in zip(corners, diagonal_sums(neuron), strict=True):
        name = _("{corner} and {opposite}").format(
            corner=f"{start[0]} {start[1]}", opposite=f"{end[0]} {end[1]}"
        )
        one, other = neuron.weighted_sum(*start), neuron.weighted_sum(*end)
        rows.append((name, f"{number(one)} {added(other)} = {number(total)}"))
    return rows
