"""The page on activation functions: its numbers against values worked by hand."""

import numpy as np
from streamlit.testing.v1 import AppTest

from tests.test_pages import opened, text_of

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
    assert r"= -1.5\,x +2" in formulas(app)
    app.slider(key="c2").set_value(0.5).run()
    # 1.5·(0.5·(x + 1) + 2) + 0.5 = 0.75·x + 4.25
    assert r"= 0.75\,x +4.25" in formulas(app)
    app.session_state["ch"] = "relu"
    app.run()
    assert "leaves the one line" in text_of(app)
    assert "0.75" not in formulas(app)


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


def test_predict_first_hides_the_value_until_a_guess() -> None:
    app = opened(PAGE, predict=True)
    assert "0.7311" not in text_of(app)
    field = next(field for field in app.number_input if field.label == "What is ReLU(1)?")
    field.set_value(0.5).run()
    assert "You said **0.5**: it is **1**." in text_of(app)
    assert "0.7311" in text_of(app)
    app.slider(key="at").set_value(2.0).run()
    assert "You said" not in text_of(app)


def test_every_corner_of_the_controls_stays_finite() -> None:
    app = opened(
        PAGE, at=-10.0, k=50.0, a1=-10.0, a2=10.0, plus=-1000.0, sw1=10.0, sw2=-10.0, sh="identity_function"
    )
    assert not app.exception
    ours = text_of(app).split("Ours")[1].split("The formula")[0]
    assert "nan" not in ours
    assert np.isfinite(app.slider(key="at").value)
