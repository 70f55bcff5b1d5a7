"""Curves in a diagram: whatever numbers they have, a browser can draw them."""

import re

import numpy as np

from ui.figures.axis import Axis, round_numbers
from ui.figures.confusion import confusion_diagram
from ui.figures.contributions import contribution_bars
from ui.figures.curves import training_chart
from ui.figures.learning_charts import falling
from ui.figures.plot import Line, line_chart
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
    dot = shapes["plot dot 0"]
    assert (dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2) == (left, (top + bottom) / 2)
    assert "loss 0.5000" in [shape.get("text") for shape in diagram.shapes]


def test_a_curve_is_cut_at_the_edges_of_its_plot() -> None:
    lines = {"line": Line((0, 10), (0, 10), LIGHT.ink, 2.0)}
    diagram = line_chart(
        LIGHT, lines, Axis((0, 1), ticks=()), Axis((0, 1), ticks=()), "", height=100, width=272
    )
    curve = next(shape for shape in diagram.shapes if shape["id"] == "plot line")
    left, top, width, height = curve["within"]
    assert (left + 2, top + 2, width - 4, height - 4) == (48, 12, 200, 100)
    assert curve["points"] == "48.0,112.0 2048.0,-888.0"


def test_numbers_along_an_edge_are_round_and_few() -> None:
    assert round_numbers((-5, 5), 11) == [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
    assert round_numbers((-0.1, 1.1), 9) == [0, 0.2, 0.4, 0.6, 0.8, 1]


def test_numbers_of_any_size_have_round_ones_along_their_edge() -> None:
    assert round_numbers((0, 3e9), 6) == [0, 1e9, 2e9, 3e9]
    assert round_numbers((0.9, 1), 6) == [0.9, 0.92, 0.94, 0.96, 0.98, 1]


def test_on_a_logarithmic_axis_ten_times_as_much_is_as_far_anywhere() -> None:
    lines = {"line": Line((1, 10, 100), (1, 0.1, 0.01), LIGHT.ink)}
    x, y = Axis((1, 100), log=True), Axis((0.01, 1), log=True)
    diagram = line_chart(LIGHT, lines, x, y, "", height=100, width=272)
    curve = next(shape for shape in diagram.shapes if shape["id"] == "plot line")
    assert curve["points"] == "48.0,12.0 148.0,62.0 248.0,112.0"


def test_what_one_reads_by_pointing_lies_over_its_x_and_says_nothing_of_what_is_missing() -> None:
    columns = {"x": [0, 1, 4], "y": [3.0, 2.5]}
    diagram = line_chart(LIGHT, {}, Axis((0, 4)), Axis((0, 4)), "", width=272, columns=columns)
    reader = next(shape for shape in diagram.shapes if shape["kind"] == "reader")
    assert reader["xs"] == [48, 98, 248]
    assert reader["tips"] == ["x 0\ny 3", "x 1\ny 2.5", "x 4"]


def test_errors_stay_drawable_where_nothing_is_wrong() -> None:
    diagram = training_chart(LIGHT, {"errors": np.array([0.5, 0.0, 0.0])}, "")
    curve = next(shape for shape in diagram.shapes if shape["id"] == "plot errors")
    assert [float(place.split(",")[1]) for place in curve["points"].split()] == [36.0, 10000.0, 10000.0]


def test_the_confusion_matrix_is_picked_cell_by_cell_and_frames_what_is_chosen() -> None:
    confusion, chosen = np.diag(np.arange(1, 11)), np.zeros((10, 11), bool)
    confusion[4, 9], chosen[4, 9] = 7, True
    diagram = confusion_diagram(LIGHT, confusion, chosen, "")
    assert diagram.picks == {f"{truth} {answer}" for truth in range(10) for answer in range(11)}
    cell, frame = (next(s for s in diagram.shapes if s["id"] == name) for name in ("4 9", "chosen 4 9"))
    assert cell["tip"] == "Written: 4\nAnswered: 9\nImages: 7"
    assert (cell["x"], cell["y"], cell["width"]) == (frame["x"], frame["y"], frame["width"])
    assert "58.3\u202f%" in [shape.get("text") for shape in diagram.shapes]  # 7 of 12


def test_numbers_that_are_all_the_same_are_drawn_too() -> None:
    zeros = np.zeros(3)
    diagram = contribution_bars(LIGHT, zeros, zeros, "Z1", "")
    bars = [shape["points"] for shape in diagram.shapes if shape["id"].startswith("plot bar")]
    assert len(bars) == 3
    assert not any("nan" in points for points in bars)
