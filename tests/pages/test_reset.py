"""Each page goes back to its start values with one button, and Undo brings back what was there."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import opened, press, text_of
from ui.course import COURSE

PAGES = [page.file for page in COURSE[1:] if page.url != "forward"] + ["pages/teach.py"]
NOT_SET_BACK = ("said-", "chosen-", "name-", "predict", "language", "field-", "shape ", "rail", "by_keys")
"""Answers, a name, what belongs to all pages, fields that follow a text, where one is, how one draws."""


def values(app: AppTest) -> dict[str, Any]:
    """What the widgets hold, by their keys."""
    kinds = (app.slider, app.select_slider, app.toggle, app.selectbox, app.button_group, app.text_input)
    return {
        widget.key: widget.value
        for kind in kinds
        for widget in kind
        if widget.key and not widget.key.startswith(NOT_SET_BACK)
    }


def move_all(app: AppTest) -> None:
    """Put every widget on another value."""
    moves: list[tuple[Any, Any]] = [(toggle, not toggle.value) for toggle in app.toggle]
    moves += [(slider, _other_end(slider)) for slider in app.slider]
    for slider in app.select_slider:
        end = float(slider.options[-1])
        moves.append((slider, int(end) if isinstance(slider.value, int) else end))
    moves += [
        (box, next(option for option in box.options if option != str(box.value))) for box in app.selectbox
    ]
    moves += [(group, _another(group)) for group in app.button_group]
    for widget, value in moves:
        if widget.key and not widget.key.startswith(NOT_SET_BACK):
            widget.set_value(value)
    app.run()


def _another(group: Any) -> Any:
    return [group.options[-1]] if isinstance(group.value, list) else group.options[-1]


def _other_end(slider: Any) -> Any:
    low, high = slider.min, slider.max
    if isinstance(slider.value, tuple | list):
        return (low, (low + high) / 2)
    return low if slider.value != low else high


@pytest.mark.parametrize("page", PAGES)
def test_a_page_goes_back_to_its_start_and_undo_brings_back_what_was_there(page: str) -> None:
    app = opened(page, "pushing" if "evaluate" in page else "")
    at_first = values(app)
    move_all(app)
    moved = values(app)
    assert {key for key in at_first if at_first[key] != moved.get(key)}
    press(app, "Reset this page")
    assert not app.exception
    back = values(app)
    assert {key: back.get(key) for key in at_first} == at_first
    press(app, "Undo reset")
    assert not app.exception
    assert values(app) == moved


def test_undo_brings_back_what_was_there_before_the_last_reset() -> None:
    app = opened("pages/gates.py")
    app.query_params["at"] = "three-numbers"
    app.run()
    app.slider(key="w1").set_value(1.5).run()
    press(app, "Reset this page")
    app.slider(key="w1").set_value(-1.0).run()
    press(app, "Reset this page")
    assert app.slider(key="w1").value == 0.5
    press(app, "Undo reset")
    assert app.slider(key="w1").value == -1.0
    assert "Undo reset" not in [button.label for button in app.button]


def test_the_walk_goes_back_to_the_book_s_network_and_undo_to_where_it_was() -> None:
    app = opened("pages/forward.py", at="digit-network")
    press(press(app, "Step"), "Step")
    address = dict(app.query_params)
    assert address["step"] == "Z1"
    press(app, "Reset this page")
    assert "step" not in app.query_params
    assert text_of(app) == text_of(opened("pages/forward.py", at="digit-network"))
    press(app, "Undo reset")
    assert dict(app.query_params) == address
