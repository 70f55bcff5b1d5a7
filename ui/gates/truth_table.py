"""The truth tables of the gates, live: sums written out, answers, the learner's guesses."""

from collections.abc import Sequence

from nncore import INPUTS, NAND, OR, XOR
from ui.gates.neuron_controls import Setting
from ui.numbers import written_sum
from ui.widgets.predict_first import Guess
from ui.widgets.table import show_table


def show_truth_table(setting: Setting, guess: Guess) -> None:
    """Show a neuron's four rows; while a guess is awaited, its sums without what they come to."""
    sums = [written_sum(setting.perceptron, *x) for x in INPUTS]
    columns: dict[str, Sequence[str]] = {
        **_inputs(),
        "the sum a": sums if guess else [f"{total.partition('=')[0]}= ?" for total in sums],
        "y": [str(y) if guess else "?" for y in setting.answers],
        f"{setting.name} wants": _marked(setting.wanted, setting.answers)
        if guess
        else _plain(setting.wanted),
    }
    _show(columns | _guessed(guess, setting.answers), setting.row)


def show_two_layer_table(row: int, guess: Guess) -> None:
    """Show XOR made of two layers: s1 = NAND, s2 = OR, y = AND(s1, s2)."""
    gates = {"s1 = NAND": NAND, "s2 = OR": OR, "y = AND(s1, s2)": XOR}
    columns: dict[str, Sequence[str]] = {
        name: _plain([gate(*x) for x in INPUTS]) if guess else ["?"] * len(INPUTS)
        for name, gate in gates.items()
    }
    _show(_inputs() | columns | _guessed(guess, [XOR(*x) for x in INPUTS]), row)


def _inputs() -> dict[str, Sequence[str]]:
    x1, x2 = zip(*INPUTS, strict=True)
    return {"x1": _plain(x1), "x2": _plain(x2)}


def _guessed(guess: Guess, answers: Sequence[int]) -> dict[str, Sequence[str]]:
    return {"you said": _marked(guess.said, answers)} if guess and guess.said else {}


def _show(columns: dict[str, Sequence[str]], row: int) -> None:
    show_table(list(columns), list(zip(*columns.values(), strict=True)), row)


def _plain(values: Sequence[int]) -> list[str]:
    return list(map(str, values))


def _marked(said: Sequence[int | str], answers: Sequence[int]) -> list[str]:
    pairs = zip(said, answers, strict=True)
    return [f"{value} {'✓' if int(value) == answer else '✗'}" for value, answer in pairs]
