"""The truth tables of the gates, live: sums written out, answers, the learner's guesses."""

from collections.abc import Sequence

from nncore import INPUTS, NAND, OR, XOR, Perceptron
from ui.gates.neuron_controls import Setting
from ui.numbers import number
from ui.widgets.table import show_table


def show_truth_table(setting: Setting, said: Sequence[str] | None = None, row: int | None = None) -> None:
    """Show a neuron's four rows, one of them marked, with what the learner said of each before."""
    columns: dict[str, Sequence[str]] = {
        **_inputs(),
        "sum a": [number(setting.perceptron.weighted_sum(*x)) for x in INPUTS],
        "y": _plain(setting.answers),
        f"{setting.name} wants": _marked(setting.wanted, setting.answers),
    }
    _show(columns | _guessed(said, setting.answers), row)


def show_threshold_table(perceptron: Perceptron, row: int) -> None:
    """Show the four rows of a neuron with a threshold, which is minus its bias."""
    sums = [Perceptron(perceptron.weights, 0).weighted_sum(*x) for x in INPUTS]
    answers = [perceptron(*x) for x in INPUTS]
    columns: dict[str, Sequence[str]] = {
        **_inputs(),
        "weighted sum": [number(total) for total in sums],
        f"more than {number(-perceptron.bias)}?": ["yes" if y else "no" for y in answers],
        "y": _plain(answers),
    }
    _show(columns, row)


def show_two_layer_table(row: int, said: Sequence[str] | None = None) -> None:
    """Show XOR made of two layers: s1 = NAND, s2 = OR, y = AND(s1, s2)."""
    gates = {"s1 = NAND": NAND, "s2 = OR": OR, "y = AND(s1, s2)": XOR}
    columns: dict[str, Sequence[str]] = {
        name: _plain([gate(*x) for x in INPUTS]) for name, gate in gates.items()
    }
    _show(_inputs() | columns | _guessed(said, [XOR(*x) for x in INPUTS]), row)


def _inputs() -> dict[str, Sequence[str]]:
    x1, x2 = zip(*INPUTS, strict=True)
    return {"x1": _plain(x1), "x2": _plain(x2)}


def _guessed(said: Sequence[str] | None, answers: Sequence[int]) -> dict[str, Sequence[str]]:
    return {"you said": _marked(said, answers)} if said else {}


def _show(columns: dict[str, Sequence[str]], row: int | None) -> None:
    show_table(list(columns), list(zip(*columns.values(), strict=True)), row)


def _plain(values: Sequence[int]) -> list[str]:
    return list(map(str, values))


def _marked(said: Sequence[int | str], answers: Sequence[int]) -> list[str]:
    pairs = zip(said, answers, strict=True)
    return [f"{value} {'✓' if int(value) == answer else '✗'}" for value, answer in pairs]
