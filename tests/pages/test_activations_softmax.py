"""Softmax on the page: the book's scores, and what breaks where a power is too large or too small."""

import pytest

from nncore import naive_softmax, softmax_stages
from tests.support.app import opened, press, text_of
from ui.activations.probabilities import what_broke

PAGE = "pages/activations.py"


def test_softmax_of_the_books_scores() -> None:
    text = text_of(opened(PAGE))
    assert "| 0.3 | 1.3499 | 0.018211 |" in text  # exp(0.3), and its share
    assert "| 0.3 | −3.7 | 0.024724 | 0.018211 |" in text
    assert "| 2.9 | −1.1 | 0.33287 | 0.24519 |" in text
    assert "| 4 | 0 | 1 | 0.7366 |" in text
    assert "| sum |  | 1.3576 | 1 |" in text


def test_the_overflow_and_numpys_words() -> None:
    app = press(opened(PAGE), "The overflow")
    text = text_of(app)
    assert "| 1010 | inf | nan |" in text
    assert "| 1010 | 0 | 1 | 0.99995 |" in text
    assert "| 1000 | −10 | 4.54·10⁻⁵ | 4.54·10⁻⁵ |" in text
    words = "\n".join(element.value for element in app.code)
    assert "RuntimeWarning: overflow encountered in exp\nRuntimeWarning: invalid value" in words


def test_adding_a_constant_changes_nothing() -> None:
    app = opened(PAGE)
    app.slider(key="plus").set_value(300.0).run()
    assert "| 300.3 | −3.7 | 0.024724 | 0.018211 |" in text_of(app)


def test_the_underflow_is_not_called_an_overflow() -> None:
    app = press(opened(PAGE), "The underflow")
    text = text_of(app)
    assert "| −1000 | 0 | nan |" in text
    assert "Here each power is 0, and 0 ÷ 0 is nan." in text
    assert "too large for a float" not in text
    assert any(code.value == "RuntimeWarning: invalid value encountered in divide" for code in app.code)
    text = text_of(press(app, "The book's example"))
    assert "0 ÷ 0 is nan" not in text
    assert "RuntimeWarning" not in "\n".join(element.value for element in app.code)


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([709.8, 0, 0], "also-too-large"),
        ([709.7, 0, 0], ""),
        ([709.7, 709.7, 0], "also-total-too-large"),
        ([-745.2, -746, -800], "also-all-zero"),
        ([-745.1, -746, -800], "also-inexact"),  # one exp is left, the smallest float there is
        ([-740, -741, -742], "also-inexact"),
        ([-700, -701, -702], ""),
        ([0.0, -800, -900], ""),  # exp(−800) ÷ sum is 0 to a float, and so it is in ours
    ],
)
def test_what_breaks_is_what_is_said(scores: list[float], words: str) -> None:
    assert what_broke(naive_softmax(scores), softmax_stages(scores)) == words
