"""What is still to be guessed is nowhere in a picture, and what is shown is what nncore computes."""

from nncore import PERCEPTRONS, Perceptron, load_mnist, load_network
from ui.figures.diagram_base import Diagram
from ui.figures.digit_diagram import digit_diagram
from ui.figures.gate_neurons import neuron_diagram, two_layer_diagram
from ui.figures.gate_plane import Spot, gate_plane
from ui.figures.moment import Moment
from ui.theme import DARK, LIGHT


def words(diagram: Diagram) -> str:
    """Return all that a diagram says, in its tips, too."""
    said = [shape.get(place, "") for shape in diagram.shapes for place in ("text", "tip")]
    return "\n".join(said + [tip for shape in diagram.shapes for tip in dict(shape.get("tips", {})).values()])


def test_the_digit_network_shows_its_numbers_and_none_that_is_still_to_be_guessed() -> None:
    net, x = load_network(), load_mnist()[1][0][0]
    trace = net.forward(x)
    for step in range(1, 7):
        shown, hidden = (
            words(digit_diagram(LIGHT, Moment(net, trace, step, hidden), (7, 26, 0), ""))
            for hidden in (False, True)
        )
        symbol = trace.symbols[step]
        assert f"{symbol}[0] = " in shown
        assert f"{symbol}[0] = " not in hidden


def test_one_neuron_and_two_layers() -> None:
    neuron = words(neuron_diagram(LIGHT, PERCEPTRONS["AND"], (1, 0), ""))
    assert all(text in neuron for text in ("0.5·1 = 0.5", "0.5·0 = 0", "b = −0.7", "−0.2"))
    assert "−0.2" not in words(neuron_diagram(LIGHT, PERCEPTRONS["AND"], (1, 0), "", revealed=False))
    # NAND: 0.7 − 0.5 = 0.2; OR: 1 − 0.5 = 0.5; AND of both ones: 0.5 + 0.5 − 0.7 = 0.3
    layers = words(two_layer_diagram(DARK, (1, 0), ""))
    assert all(text in layers for text in ("sum 0.2", "sum 0.5", "sum 0.3"))
    assert "sum" not in words(two_layer_diagram(DARK, (1, 0), "", revealed=False))


def test_the_plane_says_where_its_line_has_gone() -> None:
    spots = [Spot((1, 1), 1, now=True)]
    for neuron, said in (
        (Perceptron((0, 0), 0.1), "without weights, no line: fires here everywhere"),
        (Perceptron((0.1, 0), -2), "its line is out of sight: fires here nowhere"),
    ):
        assert said in " ".join(words(gate_plane(DARK, {"y": neuron}, spots, "")).split())
