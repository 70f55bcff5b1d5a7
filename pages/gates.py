"""Logic gates: one neuron as AND, NAND, OR; why it cannot be XOR; two layers that can; learning."""

from ui.gates.let_it_learn import let_it_learn
from ui.gates.neuron_controls import START
from ui.gates.single_neuron import one_line, three_numbers
from ui.gates.two_layers import two_layers
from ui.gates.weighing import weigh
from ui.widgets.lesson import begin, end, show_beats, show_together

FURTHER_DOWN = {"two-layers": two_layers, "let-it-learn": let_it_learn}

begin("gates", START)
show_beats("gates", {"weigh-and-decide": weigh}, alone=["weigh-and-decide"])
show_together("gates", {"three-numbers": three_numbers, "one-line": one_line})
show_beats(
    "gates", FURTHER_DOWN, alone=FURTHER_DOWN, follows={name: ["three-numbers"] for name in FURTHER_DOWN}
)
end("gates")
