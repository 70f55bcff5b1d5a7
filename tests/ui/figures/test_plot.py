"""Curves in a diagram: whatever numbers they have, a browser can draw them."""

import re

import numpy as np

from ui.figures.learning_charts import falling
from ui.figures.plot import Line, line_chart, round_numbers
from ui.theme import LIGHT

NUMBER = r"-?\d+\.\d"


def test_losses_that_fly_away_are_drawn_as_far_as_there_are_numbers() -> None:
    losses = np.array([1.0, 2.0, 1e30, np.inf, np.nan])
    diagram = falling(LIGHT, {"loss": (np.arange(5.0), losses)}, 2.0, "")
    curve = next(shape for shape in diagram.shapes if shape["id"] == "plot loss")
    places = curve["points"].split()
    assert len(places) == 4
    assert all(re.fullmatch(f"{NUMBER},{NUMBER}", place) for place in places)


def test_before_the_first_step_it_is_seen_where_a_loss_begins() -> None:
    diagram = falling(LIGHT, {"loss": (np.array([0.0]), np.array([0.5]))}, 1.0, "")
    shapes = {shape["id"]: shape for shape in diagram.shapes}
    (left, top), (_, bottom), _ = (
        map(float, place.split(",")) for place in shapes["plot frame"]["points"].split()
    )
    dot = shapes["plot dot loss now"]
    assert (dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2) == (left, (top + bottom) / 2)
    assert "loss 0.5000" in [shape.get("text") for shape in diagram.shapes]


def test_a_curve_is_cut_at_the_edges_of_its_plot() -> None:
    lines = {"line": Line((0, 10), (0, 10), LIGHT.ink, 2.0)}
    diagram = line_chart(LIGHT, lines, (0, 1), (0, 1), "", height=100, width=272)
    curve = next(shape for shape in diagram.shapes if shape["id"] == "plot line")
    left, top, width, height = curve["within"]
    assert (left + 2, top + 2, width - 4, height - 4) == (48, 12, 200, 100)
    assert curve["points"] == "48.0,112.0 2048.0,-888.0"


def test_numbers_along_an_edge_are_round_and_few() -> None:
    assert round_numbers((-5, 5), 11) == [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
    assert round_numbers((-0.1, 1.1), 9) == [0, 0.2, 0.4, 0.6, 0.8, 1]
