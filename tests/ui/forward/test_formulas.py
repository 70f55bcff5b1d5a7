"""Numbers and sums as they stand on the page, in LaTeX."""

from nncore import init_network
from tests.support.reading import plain
from ui.forward.formulas import activation_line, factor, sum_line
from ui.theme import LIGHT

NETWORK = init_network()
TRACE = NETWORK.forward([1.0, 0.5])


def test_negative_factor_stands_in_brackets() -> None:
    assert factor(-0.5) == "(-0.5)"


def test_sum_of_the_books_first_neuron() -> None:
    line = plain(sum_line(LIGHT, NETWORK, TRACE, 1, 0, hidden=False))
    assert line == "a^(1)_1=1.0·0.1+0.5·0.2+0.1=0.3"


def test_hidden_result_is_not_in_the_formula() -> None:
    assert "0.574" not in activation_line(LIGHT, NETWORK, TRACE, 1, 0, hidden=True)
    assert "=0.3" not in plain(sum_line(LIGHT, NETWORK, TRACE, 1, 0, hidden=True))
