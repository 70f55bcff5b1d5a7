"""The contrast of all words in figures with what lies under them, as WCAG 2 asks it of text."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text

from nncore import (
    FRUIT,
    PERCEPTRONS,
    Network,
    backward,
    computed,
    init_network,
    load_mnist,
    load_network,
    slopes,
)
from ui.figures.backward import BackMoment, digit_back
from ui.figures.confusion import confusion_table
from ui.figures.diagram_base import Diagram
from ui.figures.digit_diagram import digit_diagram
from ui.figures.gate_plane import neuron_diagram, two_layer_diagram
from ui.figures.graph_picture import graph_diagram
from ui.figures.layer_picture import layer_figure, scale_figure
from ui.figures.layer_table import layer_table
from ui.figures.learning_charts import falling, losses_of_one, spoiled, staircase, tangent, ten_bars
from ui.figures.network_diagram import Moment, network_diagram
from ui.figures.product_picture import mismatch_figure, product_figure
from ui.figures.shapes import batch_shapes
from ui.figures.surface import surface_figure
from ui.figures.weighing_diagram import weighing_diagram
from ui.theme import DARK, LIGHT, Theme, contrast, diverging, readable_on, rgb, sequential

THEMES = {"light": LIGHT, "dark": DARK}
ENOUGH = 4.5


@cache
def digits() -> tuple[Network, np.ndarray[Any, Any]]:
    return load_network(), load_mnist()[1][0][0]


def diagrams(theme: Theme) -> Iterator[Diagram]:
    toy, x = init_network(), np.array([1.0, 0.5])
    walk = toy.forward(x)
    for moment in (Moment(step, hidden) for step in range(len(walk)) for hidden in (False, True)):
        yield network_diagram(theme, toy, walk, moment, "")
    network, digit = digits()
    trace = network.forward(digit)
    for moment in (Moment(step, hidden) for step in range(len(trace)) for hidden in (False, True)):
        yield digit_diagram(theme, network, trace, moment, (7, 26, 7), "")
    back = backward(network, trace, 7)
    for step in range(len(back)):
        yield digit_back(theme, BackMoment(network, trace, back, step), (7, 26, 7), "")
    for place in ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)):
        yield layer_table(theme, np.array([3, -3]), np.array([[1.0, 4, -1], [2, 0, 1]]), int(place[0]), "")
        yield weighing_diagram(theme, (0.5, -1.0), 0.7, place, "")
        yield neuron_diagram(theme, PERCEPTRONS["NAND"], place, "")
        yield two_layer_diagram(theme, place, "")
        yield two_layer_diagram(theme, place, "", revealed=False)
    yield graph_diagram(theme, FRUIT, computed(FRUIT), slopes(FRUIT), "tax", "")
    xs = np.linspace(-1, 1, 9)
    yield ten_bars(theme, np.full(10, 0.1), 3, "")
    yield losses_of_one(theme, 0.6, 0.1, 0.5, "")
    yield staircase(theme, xs, xs**2, 0.9 + xs / 100, 4, "")
    yield tangent(theme, (xs, xs**2), 0.5, 0.25, 1.0, "")
    yield spoiled(theme, 8 * xs - 8, xs, 4, "")
    yield falling(theme, {"learned": (xs + 1, xs + 1), "others": (xs + 1, xs + 1)}, 2.0, "", shares=True)


def lies_in(shape: dict[str, Any], x: float, y: float) -> bool:
    if shape["kind"] == "disc":
        return bool(np.hypot(shape["x"] - x, shape["y"] - y) <= shape["radius"])
    return shape["x"] <= x <= shape["x"] + shape["width"] and shape["y"] <= y <= shape["y"] + shape["height"]


def pairs_of(diagram: Diagram) -> Iterator[tuple[str, str, str]]:
    """Yield every text with its colour, and the colour of the last shape under its middle."""
    for number, shape in enumerate(diagram.shapes):
        if not shape.get("text"):
            continue
        if shape["kind"] != "text":
            yield shape["text"], shape["ink"], shape["fill"] if shape["kind"] == "disc" else shape["paper"]
            continue
        under = [
            other["fill"]
            for other in diagram.shapes[:number]
            if other["kind"] in ("box", "disc")
            and other["fill"] != "none"
            and lies_in(other, shape["x"], shape["y"])
        ]
        yield shape["text"], shape["ink"], under[-1] if under else diagram.theme.paper


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_of_diagrams_are_legible(theme: Theme) -> None:
    found = {pair for diagram in diagrams(theme) for pair in pairs_of(diagram)}
    assert len(found) > 100
    assert not [pair for pair in found if contrast(rgb(pair[1]), rgb(pair[2])) < ENOUGH]


def figures(theme: Theme) -> Iterator[Figure]:
    A, B = np.arange(6.0).reshape(2, 3) - 2, np.arange(6.0).reshape(3, 2) / 7
    yield product_figure(theme, A, B, 1, 1)
    yield mismatch_figure(theme, A, A)
    yield layer_figure(theme, A[0], B, np.array([1.0, -2.0]), 1)
    yield scale_figure(theme, 100)
    yield batch_shapes(theme, (784, 50, 100, 10), 100)
    for h in ("sigmoid", "tanh"):
        yield surface_figure(theme, h, 2.0, -1.5, 0.25)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_of_pictures_are_legible(theme: Theme) -> None:
    """Each word's colour against the one that most of its place has without any word."""
    words = 0
    for figure in figures(theme):
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        texts = [each for each in figure.findobj(Text) if each.get_text().strip() and each.get_visible()]
        places = [each.get_window_extent() for each in texts]
        inks = [np.array(to_rgb(each.get_color())) for each in texts]
        for each in texts:
            each.set_alpha(0)
        canvas.draw()
        bare = np.asarray(canvas.buffer_rgba())[::-1, :, :3] / 255
        for text, place, ink in zip(texts, places, inks, strict=True):
            part = bare[int(place.y0) : int(place.y1) + 1, int(place.x0) : int(place.x1) + 1].reshape(-1, 3)
            if not len(part):
                continue  # the tick of an axis that is out of sight
            words += 1
            under = np.median(part, axis=0)
            assert contrast(ink, under) >= ENOUGH, (text.get_text(), contrast(ink, under))
    assert words > 60


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_on_the_palettes_are_legible(theme: Theme) -> None:
    colours = [*sequential(theme, np.linspace(0, 1, 101)), *diverging(theme, np.linspace(-1, 1, 201))]
    assert min(contrast(rgb(readable_on(theme, colour)), colour) for colour in colours) >= ENOUGH
    counts = np.add.outer(np.arange(10), np.arange(10))
    table = confusion_table(theme, counts, np.zeros((10, 10), bool))
    inks = zip(table["ink"], table["fill"], strict=True)
    assert min(contrast(rgb(ink), rgb(fill)) for ink, fill in inks) >= ENOUGH


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_in_a_colour_are_legible_on_paper(theme: Theme) -> None:
    words = (theme.ink, theme.muted, theme.primary_word, theme.negative_word, theme.positive)
    assert min(contrast(rgb(word), rgb(theme.paper)) for word in words) >= ENOUGH
