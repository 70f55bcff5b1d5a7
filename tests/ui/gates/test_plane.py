"""The plane's table says what the plane shows: XOR's four inputs, and the sums of NAND and OR by hand."""

import pytest

from nncore import INPUTS, PERCEPTRONS
from ui.figures.gate_plane import Spot
from ui.gates.plane import plane_columns


def test_points_and_sums_by_hand() -> None:
    spots = [Spot(x, int(x[0] != x[1])) for x in INPUTS]
    columns = plane_columns({"s1": PERCEPTRONS["NAND"], "s2": PERCEPTRONS["OR"]}, spots)
    assert list(columns) == ["x1", "x2", "wanted", "sum of s1", "sum of s2"]
    assert list(zip(columns["x1"], columns["x2"], columns["wanted"], strict=True)) == [
        (0, 0, 0),
        (1, 0, 1),
        (0, 1, 1),
        (1, 1, 0),
    ]
    assert list(columns["sum of s1"]) == pytest.approx([0.7, 0.2, 0.2, -0.3])
    assert list(columns["sum of s2"]) == pytest.approx([-0.5, 0.5, 0.5, 1.5])
