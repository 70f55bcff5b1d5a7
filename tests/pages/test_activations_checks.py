"""The checks of the page on activation functions: what is done is seen and helped."""

from typing import Any

import pytest

from tests.support.app import opened, words_in

PAGE = "pages/activations.py"
CHECKS: dict[str, list[tuple[dict[str, Any], str]]] = {
    "sharp": [
        ({}, ""),
        ({"k": 4.5}, "At x = 1 it answers 0.989."),
        ({"k": 5.0, "x": -1.0}, "Set x to 1"),
        ({"curves": ["relu"]}, "Choose the curve *sigmoid* first."),
        ({"curves": ["sigmoid"], "x": 1.0}, "With a large k the soft turn"),
    ],
    "decided-and": [
        ({}, ""),
        ({"sh": "step_function"}, "Choose the sigmoid as the activation."),
        ({"sh": "sigmoid", "sw1": 1.0}, "does not cut off the corner"),
        ({"sw1": 2.0, "sw2": 2.0, "sb": -2.8}, "not by enough"),
        ({"sw1": 5.0, "sw2": 5.0, "sb": -7.0}, "That is a decided AND."),
    ],
    "leave-the-band": [
        ({}, ""),
        ({"c1": 0.5}, "With the identity it never will."),
        ({"c3": 0.0, "ch": "relu"}, "The blue curve is one straight line here"),
        ({"c3": 1.5}, "a bend between the layers"),
    ],
    "all-equal": [
        ({}, ""),
        ({"a2": 0.3}, "Two are equal."),
        ({"a3": 0.3}, "a third each"),
    ],
    "break-it": [
        ({}, ""),
        ({"plus": 705.0}, "Not broken yet."),
        ({"plus": 706.0}, "Broken, while ours still stands"),  # the largest score is 710
        ({"plus": -742.0}, "Not broken yet."),  # inexact, but no power is gone yet
        ({"plus": -760.0}, "Broken, while ours still stands"),
    ],
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_is_done_on_the_page_is_seen_and_helped(name: str) -> None:
    app = opened(PAGE)
    for settings, words in CHECKS[name]:
        for key, value in settings.items():
            app.session_state[key] = value
        said = words_in(app.run(), f"check-{name}")
        assert not app.exception
        assert words in said
        assert words or not any(hint in said for _, hint in CHECKS[name] if hint)


@pytest.mark.parametrize(
    ("said", "words"), [("-1.5", "1 · (−1) · 1.5 = −1.5"), ("1.5", "Not yet."), ("2", "Not yet.")]
)
def test_the_weight_of_the_chain(said: str, words: str) -> None:
    app = opened(PAGE)
    app.text_input(key="said-product-of-weights").set_value(said).run()
    assert words in words_in(app, "check-product-of-weights")  # 1.5 is two mistakes at once: no hint
