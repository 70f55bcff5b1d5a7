"""Logic gates: one neuron as AND, NAND, OR; why it cannot be XOR; two layers that can; learning."""

from ui.gates.let_it_learn import let_it_learn
from ui.gates.neuron_controls import START
from ui.gates.single_neuron import one_line, three_numbers
from ui.gates.two_layers import two_layers
from ui.gates.weighing import weigh
from ui.widgets.lesson import begin, end, show_beats

FURTHER_DOWN = {"one-line": one_line, "two-layers": two_layers, "let-it-learn": let_it_learn}

begin("gates", START)
FIRST = {"weigh-and-decide": weigh, "three-numbers": three_numbers}
show_beats("gates", FIRST, alone=FIRST)
show_beats(
    "gates", FURTHER_DOWN, alone=FURTHER_DOWN, follows={name: ["three-numbers"] for name in FURTHER_DOWN}
)
end("gates")
