"""The description of the digit network: nothing of it is cut off, and its parts tell the truth."""

import itertools

import numpy as np
import pytest

from nncore import Layer, Network, load_mnist, load_network
from ui.figures.diagram_base import TEXT, WIDTH
from ui.figures.digit_diagram import TALL, digit_diagram
from ui.figures.network_diagram import Moment
from ui.theme import LIGHT


def network(score: float, hidden: tuple[int, ...]) -> Network:
    """A network that is the surer of a 3 the larger the score."""
    sizes, bias = (784, *hidden, 10), np.where(np.arange(10) == 3, score, -score)
    layers = [Layer(np.ones((a, b)), np.zeros(b)) for a, b in itertools.pairwise(sizes[:-1])]
    return Network([*layers, Layer(np.zeros((sizes[-2], 10)), bias, "softmax")])


@pytest.mark.parametrize("score", [0.1, 9.0, 123456.0])
@pytest.mark.parametrize("hidden", [(), (30,), (50, 100), (1, 400), (20, 30, 40)])
def test_nothing_is_cut(score: float, hidden: tuple[int, ...]) -> None:
    net = network(score, hidden)
    trace, path = net.forward(np.ones(784)), (*(0 for _ in hidden), 3)
    for step in range(len(trace)):
        shapes = digit_diagram(LIGHT, net, trace, Moment(step), path, "").shapes
        texts = [shape for shape in shapes if shape["kind"] == "text"]
        assert len(texts) >= 2 * len(net.layers)
        for text in texts:
            width = 0.6 * TEXT * len(text["text"])  # wider than any word of digits in the page's font
            left = {"start": 0.0, "middle": width / 2}[text["anchor"]]
            assert text["x"] - left >= 0, text
            assert text["x"] - left + width <= WIDTH, text
        for grid in (shape for shape in shapes if shape["kind"] == "grid"):
            rows = -(-len(grid["colours"]) // (6 * grid["columns"]))
            assert 0 <= grid["x"] < grid["x"] + grid["columns"] * grid["side"] <= WIDTH
            assert 0 <= grid["y"] < grid["y"] + rows * grid["side"] <= TALL


def test_its_parts_tell_the_numbers_of_the_pass() -> None:
    net, x = load_network(), load_mnist()[1][0][0]
    trace = net.forward(x)
    diagram = digit_diagram(LIGHT, net, trace, Moment(3), (7, 26, 7), "")
    shapes = {shape["id"]: shape for shape in diagram.shapes}
    assert shapes["layer 2"]["tips"]["26"] == f"A2[26] = {trace['A2'][26]:.4f}".replace("-", "−")
    assert shapes["layer 2"]["picks"][26] == "2 26"
    assert shapes["layer 1"]["picks"] == []
    assert diagram.picks == {f"2 {k}" for k in range(100)}
    pixel = int(x.argmax())
    added = f"{x[pixel] * net['W1'][pixel, 7]:.3f}".replace("-", "−")
    assert shapes["pixel"]["tips"][str(pixel)].endswith(f"adds {added} to A1[7]")
    assert set(shapes["pixel"]["tips"]) == set(map(str, np.flatnonzero(x)))
    wires = [shape for shape in diagram.shapes if shape["kind"] == "wire" and shape["id"].startswith("W2")]
    assert [wire["id"] for wire in wires] == diagram.flow
    heaviest = np.argsort(-np.abs(trace["Z1"] * net["W2"][:, 26]))[:6]
    assert [wire["id"] for wire in wires] == [f"W2[{i}, 26]" for i in heaviest]


def test_what_is_still_to_be_guessed_is_nowhere_in_it() -> None:
    net, x = load_network(), load_mnist()[1][0][0]
    trace = net.forward(x)
    for step in range(1, 7):
        diagram = digit_diagram(LIGHT, net, trace, Moment(step, hidden=True), (7, 26, 0), "")
        told = [shape.get("tip", "") for shape in diagram.shapes]
        told += [tip for shape in diagram.shapes for tip in shape.get("tips", {}).values()]
        layer, symbol = (step + 1) // 2, trace.symbols[step]
        assert not [words for words in told if words.startswith(f"{symbol}[") and "=" in words], symbol
        grid = next((s for s in diagram.shapes if s["id"] == f"layer {layer}"), None)
        if grid and step % 2:
            assert len({grid["colours"][i : i + 6] for i in range(0, len(grid["colours"]), 6)}) == 1
