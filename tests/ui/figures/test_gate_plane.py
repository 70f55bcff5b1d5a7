"""The pictures of the gates say what nncore computes, in the odd cases too."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from nncore import INPUTS, PERCEPTRONS, TRUTH_TABLES, Perceptron
from ui.figures.diagram_base import Diagram
from ui.figures.gate_plane import Spot, neuron_diagram, plane_picture, two_layer_diagram
from ui.figures.mistakes_chart import mistakes_chart
from ui.figures.svg import Drawing
from ui.theme import DARK, LIGHT

SPOTS = [Spot(x, t, x == (1, 1)) for x, t in zip(INPUTS, TRUTH_TABLES["AND"], strict=True)]


SVG = "{http://www.w3.org/2000/svg}"


def parts(drawing: Drawing, kind: str) -> list[Element]:
    """All shapes of a kind that a reader of SVG finds."""
    return list(fromstring(drawing.source()).iter(SVG + kind))  # noqa: S314, it is ours


def texts(drawing: Drawing) -> list[str]:
    """What is written, the names of the axes and their numbers left out."""
    said = [part.get("aria-label", "") for part in parts(drawing, "g") if part.get("aria-label") is not None]
    return [text for text in said if text not in {"0", "1", "x1", "x2"}]


def words(diagram: Diagram) -> list[str]:
    return [shape["text"] for shape in diagram.shapes if "text" in shape]


def test_the_plane_of_and() -> None:
    drawing = plane_picture(LIGHT, {"y": PERCEPTRONS["AND"]}, SPOTS)
    assert texts(drawing) == ["0.5·x1 + 0.5·x2 − 0.7 = 0"]
    (shade,) = parts(drawing, "polygon")
    discs = parts(drawing, "circle")
    now, *spots = sorted(discs, key=lambda disc: disc.get("fill") != LIGHT.highlight)
    filled = [disc for disc in spots if disc.get("fill") == LIGHT.full]
    assert (len(spots), len(filled)) == (4, 1)
    place = {name: float(filled[0].get(name, "")) for name in ("cx", "cy")}
    # 1 1 is where the most to the right and the highest of the others meet, is now, and is shaded
    assert place["cx"] == max(float(disc.get("cx", "")) for disc in spots)
    assert place["cy"] == min(float(disc.get("cy", "")) for disc in spots)
    assert place == {name: float(now.get(name, "")) for name in place}
    corners = [tuple(map(float, each.split(","))) for each in shade.get("points", "").split()]
    assert all(x + 0.01 > place["cx"] or y - 0.01 < place["cy"] for x, y in corners)


def test_the_line_of_and_passes_where_its_sum_is_0() -> None:
    drawing = plane_picture(LIGHT, {"y": PERCEPTRONS["AND"]}, SPOTS)
    (line,) = (each for each in parts(drawing, "line") if each.get("stroke") == LIGHT.ink)
    x, y = ([float(line.get(name, "")) for name in names] for names in (("x1", "x2"), ("y1", "y2")))
    spots = {(each.get("cx"), each.get("cy")) for each in parts(drawing, "circle")}
    across, down = (sorted({float(place[axis] or "") for place in spots}) for axis in (0, 1))
    inputs = [
        ((u - across[0]) / (across[1] - across[0]), (down[1] - v) / (down[1] - down[0]))
        for u, v in zip(x, y, strict=True)
    ]
    assert [0.5 * x1 + 0.5 * x2 for x1, x2 in inputs] == pytest.approx([0.7, 0.7], abs=1e-3)


def test_the_plane_before_a_prediction_gives_nothing_away() -> None:
    drawing = plane_picture(LIGHT, {}, SPOTS)
    assert texts(drawing) == [""]
    assert not parts(drawing, "polygon")
    assert not [each for each in parts(drawing, "line") if each.get("stroke") == LIGHT.ink]


@pytest.mark.parametrize(
    ("perceptron", "words"),
    [
        (Perceptron((0, 0), 0), "without weights, no line: fires here nowhere"),
        (Perceptron((0, 0), 0.1), "without weights, no line: fires here everywhere"),
        (Perceptron((0.1, 0), 2), "its line is out of sight: fires here everywhere"),
        (Perceptron((0.1, 0), -2), "its line is out of sight: fires here nowhere"),
    ],
)
def test_the_plane_says_where_the_line_has_gone(perceptron: Perceptron, words: str) -> None:
    assert texts(plane_picture(DARK, {"y": perceptron}, SPOTS))[1:] == [words]


def test_two_lines_go_by_their_names() -> None:
    drawing = plane_picture(LIGHT, {"s1": PERCEPTRONS["NAND"], "s2": PERCEPTRONS["OR"]}, SPOTS)
    title = "s1:  −0.5·x1 − 0.5·x2 + 0.7 = 0\ns2:  1·x1 + 1·x2 − 0.5 = 0"
    assert texts(drawing) == [title.replace("\n", " "), "s1", "s2"]  # in an attribute a line ends as a space


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
