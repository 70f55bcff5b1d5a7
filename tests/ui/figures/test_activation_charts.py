"""The curves and the surface of activations: what is drawn where, whatever one chooses."""

from typing import Any

import numpy as np
import pytest

from nncore import sigmoid
from tests.support.reading import boxes
from ui.figures.activation_charts import activation_curves, curve_points, surface_figure
from ui.theme import LIGHT


def axes_of(chart: Any) -> set[tuple[float, ...]]:
    """Return the ranges of x that the layers of a chart ask for."""
    layers = [layer.get("encoding", {}).get("x", {}) for layer in chart["layer"]]
    return {tuple(x["scale"]["domain"]) for x in layers if "scale" in x}


@pytest.mark.parametrize("x", [-10.0, 0.0, 4.5, 5.0, 10.0])
def test_the_range_is_the_chosen_one_wherever_x_is(x: float) -> None:
    assert axes_of(activation_curves(LIGHT, ["sigmoid", "relu"], 1, x, (-5, 5))) == {(-5, 5)}


def test_a_range_without_width_can_be_drawn() -> None:
    assert axes_of(activation_curves(LIGHT, ["sigmoid"], 1, 0, (3, 3))) == {(3, 3.5)}


@pytest.mark.parametrize("k", [0.5, 1, 7.5, 50])
def test_a_sharp_sigmoid_is_drawn_in_small_steps(k: float) -> None:
    x = curve_points((-5, 5), k)
    assert np.abs(np.diff(sigmoid(k * x))).max() < 0.03
    assert x[0] == -5
    assert x[-1] == 5
    assert len(x) < 300


def test_a_tangent_has_the_colour_of_its_curve() -> None:
    chart = activation_curves(LIGHT, ["step_function", "sigmoid"], 1, 1, (-5, 5))
    lines = [layer for layer in chart["layer"] if layer["mark"].get("type") == "line"]
    assert len(lines) == 3
    assert all(layer["encoding"]["color"]["field"] == "curve" for layer in lines)


def test_tiny_values_fit_their_discs_and_have_a_true_minus() -> None:
    shown = boxes(surface_figure(LIGHT, "sigmoid", 9.9, -10, -9.9))
    assert "5.02e-05" not in shown
    assert not any("-" in text or "e" in text for text in shown if any(map(str.isdigit, text)))
    assert max(box.width for text, group in shown.items() for box in group if "·" in text) < 0.57
