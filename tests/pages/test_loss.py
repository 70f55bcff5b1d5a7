"""How wrong, and which way: losses, slopes and the first steps down against what the book prints."""

import numpy as np
import pytest

from nncore import along_last_weight
from tests.support.app import keyed, press, words_in
from tests.support.learn_page import metrics, opened, said
from ui.loss.every_weight import learned
from ui.loss.not_mistakes import COUNT, MOVES, busiest
from ui.resources import ours, validation_examples


def test_the_losses_of_the_books_two_answers() -> None:
    for answer, squares, entropy in (("first", "0.0975", "0.510826"), ("second", "0.5975", "2.302585")):
        assert metrics(opened("how-wrong", said=answer)) == {"Sum of squares": squares}
        assert metrics(opened("cross-entropy", said=answer)) == {"Cross-entropy": entropy}


def test_a_surer_right_answer_has_a_smaller_loss() -> None:
    app = press(opened("how-wrong"), "Check 2 ›")
    app.main.slider(key="probability").set_value(0.95).run()
    assert float(metrics(app)["Sum of squares"]) < 0.0975
    assert "nearly what was wanted" in said(app)
    app = opened("cross-entropy")
    app.main.slider(key="probability").set_value(0.95).run()
    assert float(metrics(app)["Cross-entropy"]) == pytest.approx(-np.log(0.95), abs=1e-6)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("0.693", "makes no difference"),
        ("0.301", "base 10"),
        ("0.30103", "base 10"),
        ("0.25", "That is a square"),
    ],
)
def test_a_logarithm_to_base_ten_gets_its_hint(typed: str, reply: str) -> None:
    app = opened("cross-entropy")
    app.text_input(key="said-entropy-by-hand").set_value(typed).run()
    assert reply in words_in(app, "check-entropy-by-hand")


def test_without_a_drawing_a_test_image_stands_in() -> None:
    app = opened("how-wrong", said="mine", meant="3")
    assert "No drawing yet" in said(app)
    assert float(metrics(app)["Sum of squares"]) > 0.9  # it is a 7
    assert float(metrics(opened("how-wrong", said="mine", meant="7"))["Sum of squares"]) < 0.05


def test_nothing_has_changed_before_the_weight_is_moved() -> None:
    app = opened("not-mistakes")
    assert "Nothing is moved yet" in said(app)
    app.main.slider(key="weight_move").set_value(0.2).run()
    assert "You moved W3[" in said(app)


def test_the_share_goes_some_steps_and_is_flat_between_them() -> None:
    network, (x, t) = ours().network, validation_examples(COUNT)
    _, shares = along_last_weight(network, x, t, (busiest(network, x), 8), MOVES)
    assert 3 <= np.count_nonzero(np.diff(shares)) < len(MOVES) / 4


def test_a_slope_is_spoiled_by_too_small_a_step() -> None:
    app = press(opened("which-way"), "Check 2 ›")
    assert "At 5 the slope is 0.2" in said(app)
    app.main.select_slider(key="small_step").set_value(-17).run()
    assert "the same number to a computer" in said(app)
    app.main.slider(key="place").set_value(-5.0).run()
    assert "At −5 the slope is 0" in said(app)
    assert "whichever way you go, it rises" in said(app)
    app.main.button_group(key="slope_view").set_value("errors").run()
    assert not app.exception


def test_the_walk_down_the_hollow_ends_where_the_books_does() -> None:
    app = press(opened("two-numbers"), "Check 2 ›")
    assert "(−6.11·10⁻¹⁰, 8.15·10⁻¹⁰)" in said(app)
    app.main.select_slider(key="hollow_rate").set_value(10).run()
    assert "too large" in said(app)
    app.main.select_slider(key="hollow_rate").set_value(1e-10).run()
    assert "too small" in said(app)
    assert "All three" in said(app)


def test_on_the_plain_a_walk_stays_where_it_is() -> None:
    app = opened("real-loss")
    assert "From 2.272 the walk came down to 1.223" in said(app)
    app.main.button_group(key="xor_start").set_value("plain").run()
    assert not app.exception


def test_the_books_simple_net_learns_as_in_the_book() -> None:
    _, losses = learned(0)
    assert losses[0] == pytest.approx(0.928068, abs=1e-5)
    np.testing.assert_allclose(learned(3)[1][1:], [0.8644, 0.8061, 0.7529], atol=5e-5)
    app = opened("every-weight")
    for key, told in (
        ("one", "After step 1 the loss is 0.8644"),
        ("ten", "After step 11"),
        ("back", "After step 10"),
    ):
        app.button(key=f"simple_{key}").click().run()
        assert told in said(app)
    app.main.button_group(key="simple_view").set_value("loss").run()
    assert not app.exception


@pytest.mark.parametrize("weight", ["W[0, 0]", "W[1, 2]"])
def test_a_push_of_a_weight_arrives_as_its_slope_says(weight: str) -> None:
    app = opened("every-weight")
    app.main.button_group(key="pushed").set_value(weight).run()
    told = said(app).split(f"The slope of {weight} by the rule is ")[1]
    rule, tried = told.split(";")[0], told.split("by trying it is ")[1]
    assert tried.startswith(rule)


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("0.09", "clear the slopes"), ("0.04", "still there"), ("-0.09", "against the slopes")],
)
def test_slopes_that_nobody_cleared_add_up(typed: str, reply: str) -> None:
    app = press(opened("every-weight"), "Check 2 ›")
    app.text_input(key="said-not-cleared").set_value(typed).run()
    assert reply in words_in(app, "check-not-cleared")


def test_with_predict_first_a_step_waits_for_a_guess() -> None:
    app = opened("every-weight", predict="true")
    assert app.button(key="simple_one").disabled
    keyed(app.main.text_input, "guess next-loss ").set_value("0.86").run()
    assert not app.button(key="simple_one").disabled
    assert "Near enough" in said(app)
