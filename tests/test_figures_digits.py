"""The drawing of the digit network: nothing of it is cut off, whatever the numbers."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from nncore import Layer, Network
from ui.figures.digits import draw_digit_network
from ui.figures.network import Moment
from ui.theme import LIGHT


def network(score: float, hidden: tuple[int, int]) -> Network:
    """A network that is the surer of a 3 the larger the score."""
    sizes, bias = (784, *hidden, 10), np.where(np.arange(10) == 3, score, -score)
    layers = [Layer(np.ones((sizes[n], sizes[n + 1])), np.zeros(sizes[n + 1])) for n in (0, 1)]
    return Network([*layers, Layer(np.zeros((hidden[1], 10)), bias, "softmax")])


@pytest.mark.parametrize("score", [0.1, 9.0, 123456.0])
@pytest.mark.parametrize("hidden", [(50, 100), (1, 400)])
@pytest.mark.parametrize("step", range(7))
def test_no_text_is_cut(score: float, hidden: tuple[int, int], step: int) -> None:
    net = network(score, hidden)
    figure = draw_digit_network(LIGHT, net, net.forward(np.ones(784)), Moment(step), (0, 0, 3))
    canvas = FigureCanvasAgg(figure)
    texts = [text for axes in figure.axes for text in axes.texts if text.get_text()]
    assert len(texts) >= 10
    for text in texts:
        box = text.get_window_extent(canvas.get_renderer())
        assert box.x0 >= 0
        assert box.x1 <= figure.bbox.x1, text.get_text()
        assert text.get_size() >= 11
