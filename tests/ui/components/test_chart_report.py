"""What a chart reports: a box is read, and of garbage nothing."""

import math

from ui.components.chart_report import box_of


def test_a_box_that_was_dragged_in_any_direction_is_whole_pixels() -> None:
    report = {"selection": {"box": {"x": [30.6, 10.2], "y": [5, 80.0]}, "param": []}}
    assert box_of(report, "box") == (5, 10, 80, 31)
    assert box_of({"selection": {"box": {}}}, "box") is None  # a click


def test_a_side_that_is_no_number_on_a_screen_makes_no_box() -> None:
    for side in (math.nan, math.inf, 10**400, "3", None, True, [1]):
        assert box_of({"selection": {"box": {"x": [1, side], "y": [2, 3]}}}, "box") is None
