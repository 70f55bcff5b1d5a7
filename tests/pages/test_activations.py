"""The page on activation functions: its numbers against values worked by hand."""

import numpy as np
import pytest

from tests.support.app import formulas, opened, press, text_of, words_in

PAGE = "pages/activations.py"


def test_values_and_slopes_at_x() -> None:
    app = opened(PAGE)
    assert "| step | 1 if *kx* > 0 else 0 | 1 | 0 |" in text_of(app)
    assert "| 0.7311 | 0.1966 |" in text_of(app)  # sigmoid(1) and 0.7311 · 0.2689
    app.slider(key="x").set_value(-2.0).run()
    assert "| ReLU | max(0, *kx*) | 0 | 0 |" in text_of(app)
    assert "| 0.1192 | 0.105 |" in text_of(app)
    app.slider(key="x").set_value(0.0).run()
    assert "| step | 1 if *kx* > 0 else 0 | 0 | none |" in text_of(app)


def test_sharpness_makes_the_sigmoid_a_step() -> None:
    app = opened(PAGE)
    app.slider(key="x").set_value(0.5)
    app.slider(key="k").set_value(50.0).run()
    row = next(line for line in text_of(app).splitlines() if line.startswith("| sigmoid"))
    assert "| 1 |" in row


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
    assert "With ReLU in each layer the answer leaves the one line." in text_of(app).replace("\n", " ")
    assert r"$y = h(1.5\,h(0.5\,h(1\,x + 1) + 2) + 0.5)$" in text_of(app)


def test_a_bend_that_does_not_show_is_called_so() -> None:
    app = opened(PAGE, ch="relu", c3=0.0)
    assert "here they do not show" in words_in(app, "beat-why-bend")


def test_every_corner_of_the_controls_stays_finite() -> None:
    app = opened(
        PAGE, x=-10.0, k=50.0, a1=-10.0, a2=10.0, plus=-1000.0, sw1=10.0, sw2=-10.0, sh="identity_function"
    )
    assert not app.exception
    assert "| −990 | 0 | 1 | 0.99753 |" in text_of(app)  # 1 ÷ (1 + exp(−6) + exp(−20))
    assert np.isfinite(app.slider(key="x").value)
