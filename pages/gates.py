"""Logic gates: one neuron as AND, NAND, OR; why it cannot be XOR; two layers that can; learning."""

from ui.frame import show_page
from ui.gates.let_it_learn import let_it_learn
from ui.gates.one_line import not_xor, one_line
from ui.gates.three_numbers import three_numbers
from ui.gates.two_layers import two_layers
from ui.gates.weigh_and_decide import weigh_and_decide

SECTIONS = [weigh_and_decide, three_numbers, one_line, not_xor, two_layers, let_it_learn]
show_page("gates", SECTIONS)
