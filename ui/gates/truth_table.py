"""The truth tables of the gates, live: sums written out, answers, the learner's guesses."""

from collections.abc import Sequence

from nncore import INPUTS, NAND, OR, XOR, Perceptron
from ui.gates.neuron_controls import Setting
from ui.language import _
from ui.numbers import number
from ui.widgets.table import show_table

Columns = dict[str, Sequence[object]]


def show_truth_table(setting: Setting, said: Sequence[str] | None = None, row: int | None = None) -> None:
    """Show a neuron's four rows, one of them marked, with what the learner said of each before."""
    columns: Columns = {
        _("sum a"): [number(setting.perceptron.weighted_sum(*x)) for x in INPUTS],
        "y": setting.answers,
        _("{gate} wants").format(gate=setting.name): _marked(setting.wanted, setting.answers),
    }
    _show(columns, row, said, setting.answers)


def show_threshold_table(perceptron: Perceptron, row: int) -> None:
    """Show the four rows of a neuron with a threshold, which is minus its bias."""
    answers = [perceptron(*x) for x in INPUTS]
    columns: Columns = {
        _("weighted sum"): [number(Perceptron(perceptron.weights, 0).weighted_sum(*x)) for x in INPUTS],
        _("more than {number}?").format(number=number(-perceptron.bias)): [
            _("yes") if y else _("no") for y in answers
        ],
        "y": answers,
    }
    _show(columns, row)


def show_two_layer_table(row: int, said: Sequence[str] | None = None) -> None:
    """Show XOR made of two layers: s1 = NAND, s2 = OR, y = AND(s1, s2)."""
    gates = {"s1 = NAND": NAND, "s2 = OR": OR, "y = AND(s1, s2)": XOR}
    columns: Columns = {name: [gate(*x) for x in INPUTS] for name, gate in gates.items()}
    _show(columns, row, said, [XOR(*x) for x in INPUTS])


def _show(
    columns: Columns, row: int | None, said: Sequence[str] | None = None, answers: Sequence[int] = ()
) -> None:
    x1, x2 = zip(*INPUTS, strict=True)
    guessed: Columns = {_("you said"): _marked(said, answers)} if said else {}
    shown = {"x1": x1, "x2": x2} | columns | guessed
    show_table(list(shown), [list(map(str, cells)) for cells in zip(*shown.values(), strict=True)], row)


def _marked(said: Sequence[int | str], answers: Sequence[int]) -> list[str]:
    pairs = zip(said, answers, strict=True)
    return [f"{value} {'✓' if int(value) == answer else '✗'}" for value, answer in pairs]
