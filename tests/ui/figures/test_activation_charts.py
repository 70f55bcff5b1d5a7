"""The curves and the surface of activations: what is drawn where, whatever one chooses."""

from typing import Any

import numpy as np
import pytest

from nncore import sigmoid
from tests.support.reading import boxes
from ui.figures.activation_charts import LABELS, activation_curves, chain_chart, curve_points
from ui.figures.diagram_base import Diagram
from ui.figures.surface import surface_figure
from ui.theme import LIGHT


def shapes_of(diagram: Diagram, kind: str) -> dict[str, dict[str, Any]]:
    """Return the shapes of a kind by their names."""
    return {shape["id"]: shape for shape in diagram.shapes if shape["kind"] == kind}


def places_of(shape: dict[str, Any]) -> np.ndarray:
    """Return the points of a curve, (n, 2)."""
    return np.array([[float(each) for each in point.split(",")] for point in shape["points"].split()])


def numbers_at(diagram: Diagram, edge: str) -> list[str]:
    """Return the numbers along an edge, x or y."""
    texts = shapes_of(diagram, "text")
    return [shape["text"] for name, shape in texts.items() if name.startswith(f"plot {edge} ")]


@pytest.mark.parametrize("x", [-10.0, 0.0, 4.5, 5.0, 10.0])
def test_the_range_is_the_chosen_one_wherever_x_is(x: float) -> None:
    diagram = activation_curves(LIGHT, ["sigmoid", "relu"], 1, x, (-5, 5), "")
    assert numbers_at(diagram, "x") == ["−5", "−4", "−3", "−2", "−1", "0", "1", "2", "3", "4", "5"]
    assert ("plot now 0" in shapes_of(diagram, "curve")) == (-5 <= x <= 5)


def test_a_range_without_width_can_be_drawn() -> None:
    diagram = activation_curves(LIGHT, ["sigmoid"], 1, 0, (3, 3), "")
    assert numbers_at(diagram, "x") == ["3", "3.1", "3.2", "3.3", "3.4", "3.5"]


@pytest.mark.parametrize(
    ("names", "k", "limits"),
    [([*LABELS], 1, (-10, 10)), ([*LABELS], 50, (-5, 5)), (["sigmoid"], 0.5, (9, 10))],
)
def test_nothing_reaches_over_the_edge_of_the_plot(
    names: list[str], k: float, limits: tuple[float, float]
) -> None:
    for x in (limits[0], sum(limits) / 2, limits[1]):
        diagram = activation_curves(LIGHT, names, k, x, limits, "")
        curves = {
            name: shape for name, shape in shapes_of(diagram, "curve").items() if name.startswith("plot ")
        }
        (left, top), (right, bottom) = places_of(curves["plot frame"])[[0, 2]]
        places = np.concatenate([places_of(shape) for shape in curves.values()])
        assert (places >= [left - 0.1, top - 0.1]).all()
        assert (places <= [right + 0.1, bottom + 0.1]).all()


def test_what_is_read_is_what_is_drawn() -> None:
    diagram = activation_curves(LIGHT, ["relu", "step_function"], 2, 1, (-1, 3), "")
    tips = shapes_of(diagram, "reader")["plot reader"]["tips"]
    assert [tips[0], tips[-1]] == ["x −1\nstep 0\nReLU 0", "x 3\nstep 1\nReLU 6"]
    assert len(tips) == 41
    curve = places_of(shapes_of(diagram, "curve")["plot step_function 0"])
    assert len(set(curve[:, 1])) == 2  # it jumps from 0 to 1, and is nowhere between
    (before,) = np.flatnonzero(np.diff(curve[:, 1]))
    assert curve[before, 0] == curve[before + 1, 0]
    chain = chain_chart(LIGHT, "relu", [1, -1, 1.5], [1, 2, 0.5], "")
    tips = shapes_of(chain, "reader")["plot reader"]["tips"]
    # at x = 5: 6, then 2 − 6 below 0, then 0.5; without bends 1.5·(2 − 6) + 0.5
    assert tips[-1] == "x 5\none line −5.5\nafter layer 1 6\nafter layer 2 0\nafter layer 3 0.5"


@pytest.mark.parametrize("k", [0.5, 1, 7.5, 50])
def test_a_sharp_sigmoid_is_drawn_in_small_steps(k: float) -> None:
    x = curve_points((-5, 5), k)
    assert np.abs(np.diff(sigmoid(k * x))).max() < 0.03
    assert x[0] == -5
    assert x[-1] == 5
    assert len(x) < 300


def test_a_tangent_has_the_colour_of_its_curve_and_step_has_one_too() -> None:
    curves = shapes_of(activation_curves(LIGHT, ["step_function", "sigmoid"], 1, 1, (-5, 5), ""), "curve")
    for name in ("step_function", "sigmoid"):
        assert curves[f"plot tangent {name} 0"]["colour"] == curves[f"plot {name} 0"]["colour"]
    slope = -np.diff(places_of(curves["plot tangent sigmoid 0"]), axis=0)[0]
    scale = np.ptp(places_of(curves["plot frame"]), axis=0) / [10, 1.2]  # units for one of x, and one of h
    value = sigmoid(1.0)
    assert slope[1] / scale[1] / (-slope[0] / scale[0]) == pytest.approx(value * (1 - value), abs=0.002)
    at_jump = shapes_of(activation_curves(LIGHT, ["step_function", "sigmoid"], 1, 0, (-5, 5), ""), "curve")
    assert "plot tangent step_function 0" not in at_jump


def test_tiny_values_fit_their_discs_and_have_a_true_minus() -> None:
    shown = boxes(surface_figure(LIGHT, "sigmoid", 9.9, -10, -9.9))
    assert "5.02e-05" not in shown
    assert not any("-" in text or "e" in text for text in shown if any(map(str.isdigit, text)))
    assert max(box.width for text, group in shown.items() for box in group if "·" in text) < 0.57
