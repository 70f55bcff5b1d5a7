"""The page on learning: losses, slopes and the first steps down against what the book prints."""

import numpy as np
import pytest

from tests.support.app import keyed
from tests.support.learn_page import metrics, opened, said
from ui.loss.simple import learned


def test_the_losses_of_the_books_two_answers() -> None:
    app = opened(only="how-wrong")
    assert metrics(app) == {"Sum of squares": "0.0975", "Cross-entropy": "0.510826"}
    app = opened(only="how-wrong", said="second")
    assert metrics(app) == {"Sum of squares": "0.5975", "Cross-entropy": "2.302585"}


def test_a_surer_right_answer_has_smaller_losses() -> None:
    app = opened(only="how-wrong")
    before = metrics(app)
    keyed(app.main.slider, "p-").set_value(0.95).run()
    after = metrics(app)
    assert all(float(after[name]) < float(before[name]) for name in before)
    assert float(after["Cross-entropy"]) == pytest.approx(-np.log(0.95), abs=1e-6)
    assert "nearly what was wanted" in said(app)


def test_without_a_drawing_a_test_image_stands_in() -> None:
    app = opened(only="how-wrong", said="mine", meant="3")
    assert "No drawing yet" in said(app)
    assert float(metrics(app)["Cross-entropy"]) > 3  # it is a 7
    app = opened(only="how-wrong", said="mine", meant="7")
    assert float(metrics(app)["Cross-entropy"]) < 0.2


def test_nothing_has_changed_before_the_weight_is_moved() -> None:
    app = opened(only="not-mistakes")
    assert "Nothing is moved yet" in said(app)
    assert "+0.00000" not in said(app)
    app.main.slider(key="weight_move").set_value(0.2).run()
    assert "You moved W3[" in said(app)


def test_a_slope_is_spoiled_by_too_small_a_step() -> None:
    app = opened(only="which-way")
    assert "At 5 the slope is 0.2" in said(app)
    app.main.select_slider(key="h_power").set_value(-17).run()
    assert "the same number to a computer" in said(app)
    app.main.slider(key="place").set_value(-5.0).run()
    assert "At −5 the slope is 0" in said(app)
    assert "whichever way you go, it rises" in said(app)


def test_the_walk_down_the_hollow_ends_where_the_books_does() -> None:
    app = opened(only="two-numbers")
    assert "(−6.11·10⁻¹⁰, 8.15·10⁻¹⁰)" in said(app)
    app.main.select_slider(key="hollow_rate").set_value(10.0).run()
    assert "too large" in said(app)
    app.main.select_slider(key="hollow_rate").set_value(1e-10).run()
    assert "too small" in said(app)
    assert "All three" in said(app)


def test_the_books_simple_net_learns_as_in_the_book() -> None:
    _, losses = learned(0)
    assert losses[0] == pytest.approx(0.928068, abs=1e-5)
    np.testing.assert_allclose(learned(3)[1][1:], [0.8644, 0.8061, 0.7529], atol=5e-5)
    app = opened(only="every-weight")
    app.button(key="simple_one").click().run()
    assert metrics(app)["Loss"] == "0.864378"
    app.button(key="simple_ten").click().run()
    assert "more than 60 %" in said(app)


def test_with_predict_first_a_step_waits_for_a_guess() -> None:
    app = opened(only="every-weight", predict="true")
    assert app.button(key="simple_one").disabled
    keyed(app.main.text_input, "guess next-loss ").set_value("0.86").run()
    assert not app.button(key="simple_one").disabled
    assert "Near enough" in said(app)
