"""The first neuron: its sum and answer by hand, at, above and below its threshold."""

import pytest

from ui.figures.weighing_diagram import weighing_diagram
from ui.theme import LIGHT


@pytest.mark.parametrize(
    ("weights", "threshold", "x", "said"),
    [
        ((0.5, 0.5), 0.7, (1, 1), ["0.5·1 = 0.5", "0.5·1 = 0.5", "1", "1", "more than 0.7? Yes: it fires"]),
        ((0.5, 0.5), 0.5, (1, 0), ["0.5·1 = 0.5", "0.5·0 = 0", "0.5", "0", "more than 0.5? No"]),
        ((0.1, 0.2), 0.3, (1, 1), ["0.1·1 = 0.1", "0.2·1 = 0.2", "0.3", "0", "more than 0.3? No"]),
        ((-1, 0.4), -0.7, (1, 1), ["−1·1 = −1", "0.4·1 = 0.4", "−0.6", "1", "more than −0.7? Yes: it fires"]),
    ],
)
def test_it_weighs_adds_and_compares(
    weights: tuple[float, float], threshold: float, x: tuple[int, int], said: list[str]
) -> None:
    shapes = weighing_diagram(LIGHT, weights, threshold, x, "").shapes
    words = {shape["id"]: shape["text"] for shape in shapes if shape.get("text")}
    assert [words[name] for name in ("on x1", "on x2", "sum", "y", "enough")] == said
