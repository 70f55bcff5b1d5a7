"""Logic gates: one neuron as AND, NAND, OR; why it cannot be XOR; two layers that can; learning."""

from ui.gates.let_it_learn import let_it_learn
from ui.gates.neuron_controls import START
from ui.gates.single_neuron import one_line, three_numbers, weigh
from ui.gates.two_layers import two_layers
from ui.widgets.lesson import show_lesson

show_lesson(
    "gates",
    {
        "weigh-and-decide": weigh,
        "three-numbers": three_numbers,
        "one-line": one_line,
        "two-layers": two_layers,
        "let-it-learn": let_it_learn,
    },
    alone=["let-it-learn"],
    start=START,
)
