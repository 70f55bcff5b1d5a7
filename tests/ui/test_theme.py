"""The colours: the same in Streamlit's configuration and in figures, and all words legible (WCAG 2)."""

import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nncore import PERCEPTRONS, init_network, load_mnist, load_network
from ui.figures.confusion import confusion_diagram
from ui.figures.diagram_base import Diagram
from ui.figures.digit_diagram import digit_diagram
from ui.figures.gate_neurons import neuron_diagram, two_layer_diagram
from ui.figures.layer_table import layer_table
from ui.figures.moment import Moment
from ui.figures.network_diagram import network_diagram
from ui.theme import DARK, LIGHT, Theme, contrast, diverging, hex_colour, readable_on, rgb, sequential

CONFIG = tomllib.loads((Path(__file__).resolve().parent.parent.parent / ".streamlit/config.toml").read_text())
THEMES = {"light": LIGHT, "dark": DARK}
ENOUGH = 4.5
in_both_themes = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def test_figures_and_page_share_their_colours() -> None:
    for name, theme in THEMES.items():
        page = CONFIG["theme"][name]
        names = ("background", "secondaryBackground", "text", "border", "primary", "yellowBackground")
        ours = (theme.paper, theme.second, theme.ink, theme.line, theme.primary, theme.highlight)
        assert ours == tuple(page[f"{name}Color"] for name in names)


@in_both_themes
def test_palettes_begin_and_end_where_they_should(theme: Theme) -> None:
    assert [hex_colour(c) for c in sequential(theme, [0, 1])] == [theme.paper, theme.full]
    ends = [hex_colour(c) for c in diverging(theme, [-2, 0, 2])]
    assert ends == [theme.negative, theme.paper, theme.positive]
    assert [hex_colour(c) for c in diverging(theme, [0.0, 0.0])] == [theme.paper] * 2


def diagrams(theme: Theme) -> Iterator[Diagram]:
    toy, network = init_network(), load_network()
    walk, trace = toy.forward(np.array([1.0, 0.5])), network.forward(load_mnist()[1][0][0])
    for step, hidden in product(range(len(walk)), (False, True)):
        yield network_diagram(theme, Moment(toy, walk, step, hidden), "")
        yield digit_diagram(theme, Moment(network, trace, step, hidden), (7, 26, 7), "")
    yield neuron_diagram(theme, PERCEPTRONS["NAND"], (1, 0), "")
    yield two_layer_diagram(theme, (1, 0), "")
    yield layer_table(theme, np.array([3, -3]), np.array([[1.0, 4, -1], [2, 0, 1]]), 1, "")
    counts = np.add.outer(np.arange(10), np.arange(10))
    yield confusion_diagram(theme, counts, np.zeros((10, 11), bool), "")


def lies_in(shape: dict[str, Any], x: float, y: float) -> bool:
    if shape["kind"] == "disc":
        return bool(np.hypot(shape["x"] - x, shape["y"] - y) <= shape["radius"])
    return shape["x"] <= x <= shape["x"] + shape["width"] and shape["y"] <= y <= shape["y"] + shape["height"]


def colours_of(diagram: Diagram) -> Iterator[tuple[str, str]]:
    """Yield the colour of every text, and of the last shape under its middle."""
    drawn: list[dict[str, Any]] = []
    for shape in diagram.shapes:
        if shape["kind"] in ("box", "cell", "disc") and shape["fill"] != "none":
            drawn.append(shape)
        if shape.get("text") and shape["kind"] == "text":
            under = [each["fill"] for each in drawn if lies_in(each, shape["x"], shape["y"])]
            yield shape["ink"], under[-1] if under else diagram.theme.paper
        elif shape.get("text"):
            yield shape["ink"], shape["fill"] if shape["kind"] == "disc" else shape["paper"]


@in_both_themes
def test_words_are_legible(theme: Theme) -> None:
    pairs = {pair for diagram in diagrams(theme) for pair in colours_of(diagram)}
    assert len(pairs) > 20
    words = (theme.ink, theme.muted, theme.primary_word, theme.negative_word, theme.positive)
    pairs |= {(word, theme.paper) for word in words} | {(theme.on_highlight, theme.highlight)}
    palettes = [*sequential(theme, np.linspace(0, 1, 101)), *diverging(theme, np.linspace(-1, 1, 201))]
    pairs |= {(readable_on(theme, colour), hex_colour(colour)) for colour in palettes}
    assert not [pair for pair in pairs if contrast(rgb(pair[0]), rgb(pair[1])) < ENOUGH]
    assert contrast(rgb("#000000"), rgb("#FFFFFF")) == pytest.approx(21)
