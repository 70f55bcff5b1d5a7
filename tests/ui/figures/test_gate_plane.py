"""The pictures of the gates say what nncore computes, in the odd cases too."""

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from nncore import INPUTS, PERCEPTRONS, TRUTH_TABLES, Perceptron
from ui.figures.diagram_base import Diagram
from ui.figures.gate_plane import Spot, neuron_diagram, plane_picture, two_layer_diagram
from ui.figures.mistakes_chart import mistakes_chart
from ui.theme import DARK, LIGHT

SPOTS = [Spot(x, t, x == (1, 1)) for x, t in zip(INPUTS, TRUTH_TABLES["AND"], strict=True)]


def texts(figure: Figure) -> list[str]:
    axes = figure.axes[0]
    return [axes.get_title(), *(text.get_text() for text in axes.texts)]


def words(diagram: Diagram) -> list[str]:
    return [shape["text"] for shape in diagram.shapes if "text" in shape]


def shaded(figure: Figure) -> list[Polygon]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, Polygon)]


def test_the_plane_of_and() -> None:
    figure = plane_picture(LIGHT, {"y": PERCEPTRONS["AND"]}, SPOTS)
    assert texts(figure) == ["0.5·x1 + 0.5·x2 − 0.7 = 0"]
    assert len(shaded(figure)) == 1
    discs = [line for line in figure.axes[0].lines if line.get_markersize() == 14]
    filled = [
        (disc.get_xdata()[0], disc.get_ydata()[0])  # type: ignore[index]
        for disc in discs
        if disc.get_markerfacecolor() == LIGHT.full
    ]
    assert len(discs) == 4
    assert filled == [(1, 1)]


def test_the_plane_before_a_prediction_gives_nothing_away() -> None:
    figure = plane_picture(LIGHT, {}, SPOTS)
    assert texts(figure) == [" "]
    assert not shaded(figure)


@pytest.mark.parametrize(
    ("perceptron", "words"),
    [
        (Perceptron((0, 0), 0), "without weights, no line:\nfires here nowhere"),
        (Perceptron((0, 0), 0.1), "without weights, no line:\nfires here everywhere"),
        (Perceptron((0.1, 0), 2), "its line is out of sight:\nfires here everywhere"),
        (Perceptron((0.1, 0), -2), "its line is out of sight:\nfires here nowhere"),
    ],
)
def test_the_plane_says_where_the_line_has_gone(perceptron: Perceptron, words: str) -> None:
    assert texts(plane_picture(DARK, {"y": perceptron}, SPOTS))[1:] == [words]


def test_two_lines_go_by_their_names() -> None:
    figure = plane_picture(LIGHT, {"s1": PERCEPTRONS["NAND"], "s2": PERCEPTRONS["OR"]}, SPOTS)
    assert texts(figure) == ["s1:  −0.5·x1 − 0.5·x2 + 0.7 = 0\ns2:  1·x1 + 1·x2 − 0.5 = 0", "s1", "s2"]


def test_the_neuron_shows_what_flows_and_hides_the_answer_until_predicted() -> None:
    shown = words(neuron_diagram(LIGHT, PERCEPTRONS["AND"], (1, 0), ""))
    assert {"0.5·1 = 0.5", "0.5·0 = 0", "b = −0.7", "−0.2"} <= set(shown)
    diagram = neuron_diagram(LIGHT, PERCEPTRONS["AND"], (1, 0), "", revealed=False)
    assert "−0.2" not in " ".join([*words(diagram), *(shape.get("tip", "") for shape in diagram.shapes)])
    assert words(diagram).count("?") == 2


def test_the_two_layers_by_hand() -> None:
    shown = words(two_layer_diagram(DARK, (1, 0), ""))
    # NAND: 0.7 − 0.5 = 0.2; OR: 1 − 0.5 = 0.5; AND of both ones: 0.5 + 0.5 − 0.7 = 0.3
    assert {"sum 0.2", "sum 0.5", "sum 0.3", "−0.5·1", "−0.5·0", "1·1", "1·0", "0.5·1"} <= set(shown)


def test_the_two_layers_before_a_prediction_keep_weights_and_hide_values() -> None:
    diagram = two_layer_diagram(DARK, (1, 0), "", revealed=False)
    shown = words(diagram)
    assert {"s1 = NAND", "b = 0.7", "−0.5·1", "1·1", "0.5·?"} <= set(shown)
    assert shown.count("?") == 3
    assert not any("sum" in text for text in [*shown, *(shape.get("tip", "") for shape in diagram.shapes)])


def test_the_chart_of_mistakes_holds_every_pass() -> None:
    table = mistakes_chart(LIGHT, (3, 1, 0), 30).to_dict()
    assert [{"mistakes": 3, "pass": 1}, {"mistakes": 1, "pass": 2}, {"mistakes": 0, "pass": 3}] in list(
        table["datasets"].values()
    )
