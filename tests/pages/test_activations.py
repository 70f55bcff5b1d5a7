"""The page on activation functions: its numbers against values worked by hand."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import naive_softmax, softmax
from tests.pages.test_pages import opened, text_of
from ui.activations.probabilities import what_broke

PAGE = "pages/activations.py"


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def formulas(app: AppTest) -> str:
    return "\n".join(element.value for element in app.latex)


def test_values_and_slopes_at_x() -> None:
    app = opened(PAGE)
    assert "| step | 1 if *kx* > 0 | 1 | 0 |" in text_of(app)
    assert "| 0.7311 | 0.1966 |" in text_of(app)  # sigmoid(1) and 0.7311 · 0.2689
    app.slider(key="at").set_value(-2.0).run()
    assert "| ReLU | max(0, *kx*) | 0 | 0 |" in text_of(app)
    assert "| 0.1192 | 0.105 |" in text_of(app)
    app.slider(key="at").set_value(0.0).run()
    assert "| step | 1 if *kx* > 0 | 0 | none |" in text_of(app)


def test_sharpness_makes_the_sigmoid_a_step() -> None:
    app = opened(PAGE)
    app.slider(key="at").set_value(0.5)
    app.slider(key="k").set_value(50.0).run()
    row = next(line for line in text_of(app).splitlines() if line.startswith("| sigmoid"))
    assert "| 1 |" in row


def test_the_lecture_notes_plots_are_one_click_each() -> None:
    app = opened(PAGE)
    app.slider(key="range").set_value((-9.0, 2.0))
    app.slider(key="k").set_value(7.0).run()
    for label, name in (("Step", "step_function"), ("Sigmoid", "sigmoid"), ("ReLU", "relu")):
        press(app, label)
        assert app.session_state["curves"] == [name]
        assert app.slider(key="range").value == (-5.0, 5.0)
        assert app.slider(key="k").value == 1.0


@pytest.mark.parametrize("ends", [["9", "-9"], ["-9", "9"]])
def test_a_link_with_the_range_the_wrong_way_round_is_put_in_order(ends: list[str]) -> None:
    app = opened()
    app.query_params["range"] = ends
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert app.slider(key="range").value == (-9.0, 9.0)
    assert "lies outside" not in text_of(app)


@pytest.mark.parametrize("ends", [["x", "-9"], ["nan", "1"], ["3"], []])
def test_a_link_with_nonsense_for_the_range_gets_the_usual_one(ends: list[str]) -> None:
    app = opened()
    app.query_params["range"] = ends
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert app.slider(key="range").value == (-5.0, 5.0)


def test_no_curve_is_asked_for_kindly() -> None:
    app = opened(PAGE, curves=[])
    assert not app.exception
    assert "Choose a curve" in text_of(app)


def test_the_gates_set_the_surface() -> None:
    app = press(opened(PAGE), "NAND")
    assert [app.slider(key=key).value for key in ("sw1", "sw2", "sb")] == [-0.5, -0.5, 0.7]
    assert r"h(−0.5\,x_1 -0.5\,x_2 +0.7)" in formulas(app)


def test_three_linear_layers_are_one_line() -> None:
    app = opened(PAGE)
    # 1.5·(−1·(1·x + 1) + 2) + 0.5 = −1.5·x + 2
    assert r"$1.5\,((-1)\,(1\,x + 1) + 2) + 0.5 = -1.5\,x +2$".replace("(-1)", "(−1)") in text_of(app)
    app.slider(key="c2").set_value(0.5).run()
    # 1.5·(0.5·(x + 1) + 2) + 0.5 = 0.75·x + 4.25
    assert r"= 0.75\,x +4.25$" in text_of(app)
    app.session_state["ch"] = "relu"
    app.run()
    assert "leaves the one line" in text_of(app)
    assert r"$y = h(1.5\,h(0.5\,h(1\,x + 1) + 2) + 0.5)$" in text_of(app)


def test_softmax_of_the_books_scores() -> None:
    text = text_of(opened(PAGE))
    assert "| 0.3 | −3.7 | 0.024724 | 0.018211 |" in text
    assert "| 2.9 | −1.1 | 0.33287 | 0.24519 |" in text
    assert "| 4 | 0 | 1 | 0.7366 |" in text
    assert "Sum: **1**" in text


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
    assert "each exp is 0, and 0 ÷ 0 is nan" in text
    assert "too large" not in text
    assert any(code.value == "RuntimeWarning: invalid value encountered in divide" for code in app.code)
    assert "Nothing breaks here" in text_of(press(app, "The book's example"))


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([709.8, 0, 0], "too large for a float"),
        ([709.7, 0, 0], "Nothing breaks"),
        ([709.7, 709.7, 0], "not their sum"),
        ([-745.2, -746, -800], "0 ÷ 0"),
        ([-745.1, -746, -800], "not right"),  # one exp is left, the smallest float there is
        ([-740, -741, -742], "not right"),
        ([-700, -701, -702], "Nothing breaks"),
        ([0.0, -800, -900], "Nothing breaks"),  # exp(−800) ÷ sum is 0 to a float, and so it is in ours
    ],
)
def test_what_breaks_is_what_is_said(scores: list[float], words: str) -> None:
    assert words in what_broke(naive_softmax(scores), softmax(scores))


def ask(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(field for field in app.number_input if field.label == label)


def test_predict_first_hides_all_values_until_each_is_guessed() -> None:
    app = opened(PAGE, predict=True)
    assert "0.7311" not in text_of(app)
    ask(app, "What is ReLU(1)?").set_value(0.5).run()
    ask(app, "What is step(1)?").set_value(1.0).run()
    assert "Guess first" in text_of(app)
    ask(app, "What is sigmoid(1)?").set_value(1e308).run()
    assert "What is ReLU(1)? You said **0.5**: it is **1**." in text_of(app)
    assert "You said **1·10³⁰⁸**: it is **0.7311**." in text_of(app)
    assert "What is step(1)? You said **1**: well done!" in text_of(app)
    app.slider(key="at").set_value(2.0).run()
    assert "You said" not in text_of(app)


def test_predict_first_asks_on_every_tab() -> None:
    app = opened(PAGE, predict=True)
    ask(app, "What does it say to x1 = 1, x2 = 1?").set_value(0.5744).run()
    assert "You said **0.5744**: well done!" in text_of(app)  # sigmoid(0.5 + 0.5 − 0.7)
    assert "one line" not in text_of(app)
    ask(app, "What does the third neuron answer to x = 1?").set_value(0.5).run()
    assert "You said **0.5**: well done!" in text_of(app)  # −1.5 · 1 + 2
    assert "are one line" in text_of(app)
    assert "÷ sum" not in text_of(app)


def test_an_x_outside_the_range_is_named_and_a_plot_of_the_notes_brings_it_back() -> None:
    app = opened(PAGE, at=9.0)
    assert "x = 9 lies outside the range" in text_of(app)
    press(app, "Sigmoid")
    assert app.slider(key="at").value == 1.0
    assert "outside" not in text_of(app)


def test_every_corner_of_the_controls_stays_finite() -> None:
    app = opened(
        PAGE, at=-10.0, k=50.0, a1=-10.0, a2=10.0, plus=-1000.0, sw1=10.0, sw2=-10.0, sh="identity_function"
    )
    assert not app.exception
    ours = text_of(app).split("Ours")[1].split("The formula")[0]
    assert "nan" not in ours
    assert np.isfinite(app.slider(key="at").value)
