"""One neuron: three numbers that make a gate, and the one line that they draw."""

import streamlit as st

from nncore import INPUTS, TRUTH_TABLES, Perceptron, diagonal_sums
from ui.address.settings import OWN
from ui.components.diagram import show_diagram
from ui.figures.gate_plane import Spot, neuron_diagram
from ui.gates.challenges import CHALLENGES, choose_challenge, current_challenge, mend_link, show_challenge
from ui.gates.neuron_controls import (
    Setting,
    choose_gate,
    choose_numbers,
    choose_row,
    go_on_with_next,
    set_next,
    setting_now,
    start_of,
)
from ui.gates.plane import show_plane
from ui.gates.truth_table import show_truth_table
from ui.numbers import number, written_sum
from ui.resources import lesson
from ui.source import show_code
from ui.theme import current_theme
from ui.widgets.lesson import Live, only_beat
from ui.widgets.predict_first import Guess, predict, revealed
from ui.widgets.table import show_table

DIAGONALS = {"0 0 and 1 1": ((0, 0), (1, 1)), "1 0 and 0 1": ((1, 0), (0, 1))}


def three_numbers() -> Live:
    """Show the neuron of the sliders: table, line, drawing."""
    numbers, pictures = st.columns(2, gap="large")
    with numbers:
        setting = choose_setting()
        guess = ask_for_rows(setting)
        show_truth_table(setting, guess)
        if guess:
            _judge(setting)
    with pictures:
        _show_plane(setting, guess)
        alt = "The neuron with what flows on its wires for the chosen input."
        x = INPUTS[setting.row]
        diagram = neuron_diagram(current_theme(), setting.perceptron, x, alt, revealed=bool(guess))
        show_diagram(diagram, "neuron_diagram")
    show_code(Perceptron.weighted_sum, Perceptron.__call__)
    challenges = CHALLENGES.values()
    return Live(
        values=live_sum(setting),
        done={each.check: each.state(setting, chosen=each is current_challenge()) for each in challenges},
        mistakes={"live-sum": mistaken_sums(setting)},
        revealed=bool(guess),
    )


def choose_setting() -> Setting:
    """Show the controls, and return what they are set to."""
    mend_link()
    choose_gate()
    choose_challenge()
    choose_numbers()
    choose_row()
    return setting_now()


def ask_for_rows(setting: Setting) -> Guess:
    """Ask what the neuron will answer."""
    answers = " ".join(map(str, setting.answers))
    return predict("four-answers", setting.perceptron, {"four_answers": answers})


def _judge(setting: Setting) -> None:
    st.markdown(setting.verdict)
    if setting.gate == OWN and not setting.separable:
        _link_to("two-layers", ":material/arrow_downward:")
    if challenge := current_challenge():
        show_challenge(challenge, setting)


def _link_to(beat: str, icon: str) -> None:
    """Link to another beat of the page, if it is on the page."""
    if not only_beat("gates"):
        st.markdown(f"{icon} [{lesson('gates')[beat].heading}](#{beat})")


def _show_plane(setting: Setting, guess: Guess) -> None:
    line = {"y": setting.perceptron} if guess else {}
    alt = "The four inputs as points, the neuron's line, and where it fires."
    show_plane(current_theme(), line, spots(setting.wanted, setting.row), alt, "Plane of the neuron")
    shaded = "Shaded: the sum is above 0, the neuron fires." if guess else ""
    st.caption(f"Filled: {setting.name} wants 1. {shaded}")


def spots(wanted: tuple[int, ...], row: int | None) -> list[Spot]:
    """Return the four inputs in the plane, filled where the gate wants 1."""
    rows = enumerate(zip(INPUTS, wanted, strict=True))
    return [Spot(x, t, number == row) for number, (x, t) in rows]


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
    """Show that the sums at opposite corners have the same total; by itself, with the sliders."""
    if only_beat("gates"):
        three_numbers()
    go_on_with_next()
    setting = setting_now()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Put XOR on the sliders", icon=":material/tune:", on_click=set_next, args=(start_of("XOR"),)
        )
        _link_to("three-numbers", ":material/arrow_upward:")
    known = revealed("four-answers", setting.perceptron)
    if known:
        show_table(("corners", "their sums", "total"), diagonals(setting.perceptron))
    else:
        st.caption("The two sums stand here when you have made your guess above.")
    one, other = diagonal_sums(setting.perceptron)
    xor = setting.wanted in (TRUTH_TABLES["XOR"], tuple(1 - t for t in TRUTH_TABLES["XOR"]))
    return Live(
        values={"diagonal_00_11": one, "diagonal_10_01": other},
        done={"xor-three": xor and (setting.right == 3 or "two-right")},
        revealed=known,
    )


def diagonals(neuron: Perceptron) -> list[tuple[str, str, str]]:
    """Return both diagonals with the sums at their ends, and the total."""
    rows = []
    for (name, corners), total in zip(DIAGONALS.items(), diagonal_sums(neuron), strict=True):
        sums = (number(neuron.weighted_sum(*x)) for x in corners)
        rows.append((name, " and ".join(sums), number(total)))
    return rows
