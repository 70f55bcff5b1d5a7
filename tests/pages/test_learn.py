"""The page on learning: what it shows against what the book prints, and what its controls do."""

import io
import re
import sys

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import PAINTED_POINTS, WeightsFile, load_network, random_network
from tests.support.app import ROOT, keyed, text_of
from tests.support.cost import cost_of
from ui.figures.plane_pictures import COARSE
from ui.learn.digits_learned import network_file
from ui.learn.road import error_table
from ui.learn.simple import learned
from ui.learn.training_run import Run
from ui.resources import History, handful
from ui.state.own_network import OwnNetwork


def opened(**settings: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    if "predict" in settings:
        app.query_params["predict"] = settings.pop("predict")
    app.run()
    for name, text in settings.items():
        app.query_params[name] = text
    return app.switch_page("pages/learn.py").run()


def said(app: AppTest) -> str:
    """Return all that the page says, in words as they are read."""
    return " ".join(text_of(app).split())


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def test_the_losses_of_the_books_two_answers() -> None:
    app = opened(only="how-wrong")
    assert metrics(app) == {"Sum of squares": "0.0975", "Cross-entropy": "0.510826"}
    app = opened(only="how-wrong", said="the book’s second")
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
    app = opened(only="how-wrong", said="my drawing", meant="3")
    assert "No drawing yet" in said(app)
    assert float(metrics(app)["Cross-entropy"]) > 3  # it is a 7
    app = opened(only="how-wrong", said="my drawing", meant="7")
    assert float(metrics(app)["Cross-entropy"]) < 0.2


def test_nothing_has_changed_before_the_weight_is_moved() -> None:
    app = opened(only="not-mistakes")
    assert "Nothing is moved yet" in said(app)
    assert "+0.00000" not in said(app)
    app.main.slider(key="weight_move").set_value(0.2).run()
    assert "You moved W3[" in said(app)


def test_before_the_first_step_there_is_no_loss_to_tell() -> None:
    app = opened(only="playground")
    assert "It has not learned yet" in said(app)
    app.button(key="plane_step").click().run()
    assert "After step 1 the loss of the last mini-batch is" in said(app)


def test_the_course_ends_with_a_card_that_names_the_book() -> None:
    app = opened()
    assert "Koki Saitoh" in said(app)
    assert app.main.header[-1].value == "The whole way"
    assert [b.label for b in app.main.get("download_button")][-1] == "A sheet to take along"


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


def run_of(app: AppTest, key: str) -> Run:
    run: Run = app.session_state["learn state"].runs[key]
    return run


def test_the_small_network_goes_step_by_step_and_begins_again_the_same() -> None:
    app = opened(only="playground", points="Moons")
    app.button(key="plane_step").click().run()
    first = list(run_of(app, "plane").losses)
    assert len(first) == 1
    app.button(key="plane_step").click().run()
    assert "After step 2" in said(app)
    app.button(key="plane_again").click().run()
    assert run_of(app, "plane").losses == []
    app.button(key="plane_step").click().run()
    assert run_of(app, "plane").losses == first


def test_other_points_or_another_network_begin_anew() -> None:
    app = opened(only="playground")
    app.button(key="plane_step").click().run()
    for key, value in (("points", "Circles"), ("hidden", 3), ("start", "zero")):
        app.main.button_group(key=key).set_value(value).run()
        assert not app.exception
        assert run_of(app, "plane").losses == []
    assert run_of(app, "plane").training.plan.sizes == (2, 4, 4, 4, 2)
    assert "are copies of another" in said(app)


def test_points_that_one_paints() -> None:
    app = opened(only="playground", points="my own")
    assert app.button(key="plane_step").disabled
    app.session_state["learn state"].painted = tuple(
        (x, y, int(x > 0)) for x in (-0.5, 0.5) for y in (-0.2, 0.3)
    )
    app.run()
    app.button(key="plane_step").click().run()
    assert not app.exception
    assert run_of(app, "plane").steps == 1


def painting() -> None:
    import streamlit as st

    from ui.figures.plane_pictures import COARSE
    from ui.learn.playground import paint

    for brush, cells in st.session_state.strokes:
        st.session_state.brush = brush
        for cell in range(COARSE**2) if cells is None else cells:
            paint(str(cell))


def painted(*strokes: tuple[str, list[int] | None]) -> list[tuple[float, float, int]]:
    app = AppTest.from_function(painting)
    app.session_state["strokes"] = strokes
    assert not app.run().exception
    return list(app.session_state["learn state"].painted)


def test_whoever_paints_on_and_on_keeps_the_newest_points() -> None:
    points = painted(("orange", None), ("blue", [0]))
    assert len(points) == PAINTED_POINTS.most
    assert [colour for *_, colour in points] == [0] * (PAINTED_POINTS.most - 4) + [1] * 4
    assert all(x < -0.7 and y > 0.7 for x, y, _ in points[-4:])  # the first cell is the upper left one


def test_points_are_rubbed_out_where_one_rubs_alone() -> None:
    assert painted(("rub out", None)) == []
    both = painted(("orange", [0]), ("blue", [COARSE**2 - 1]))
    assert painted(("orange", [0]), ("blue", [COARSE**2 - 1]), ("rub out", [0])) == both[4:]
    assert painted(("orange", [0]), ("blue", [3, 9]), ("rub out", None)) == []


PAINT = """
import sys
sys.path.insert(0, ".")
from tests.pages.test_learn import opened, painted
from nncore.base.budget import PAINTED_POINTS
app = opened(only="playground", points="my own", hidden="3", neurons="8", mini="200")
"""
LEARN = """
painted(("orange", None), ("blue", list(range(0, 576, 6))), ("rub out", [3] * 576))
app.session_state["learn state"].painted = tuple((k / 400, 0.5, k % 2) for k in range(PAINTED_POINTS.most))
app.run()
app.button(key="plane_step").click().run()
assert not app.exception
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone says so where we look")
def test_to_paint_as_many_points_as_there_may_be_stays_within_the_budget() -> None:
    cost = cost_of(LEARN, setup=PAINT)
    assert cost.cpu_seconds < 3 * 3
    assert cost.megabytes < 400


def test_the_digit_network_learns_and_goes_into_use_on_all_pages() -> None:
    app = opened(only="digits-learned", digit_optimizer="Adam", digit_eta="0.003")
    run = run_of(app, "digits")
    app.button(key="digits_step").click().run()
    assert run.steps == 1
    assert run.losses[0] == pytest.approx(np.log(10), abs=0.4)
    assert run.work.last is not None
    gradient = run.work.last.grads["W1"]
    np.testing.assert_array_equal(run.change[gradient == 0], 0)
    moved = run.change[np.abs(gradient) > 1e-4]
    np.testing.assert_allclose(
        np.abs(moved), 0.003, rtol=0.01
    )  # Adam's first step: the rate, whatever the slope
    run.work.tick(60, 60)
    app.run()
    share = float(run_of(app, "digits").measured[-1][2])
    assert share > 0.7
    app.button(key="learn_use").click().run()
    own = app.session_state["own network state"].own
    assert own.network.sizes == (784, 50, 10)
    np.testing.assert_array_equal(own.network["W1"], run.training.params["W1"])
    assert "the network that you trained" in said(app)
    assert load_network(io.BytesIO(network_file(own.network))).sizes == (784, 50, 10)


def test_the_digits_begin_slowly_and_keep_the_pace_that_one_chose() -> None:
    app = opened(only="digits-learned")
    assert run_of(app, "digits").speed == 0
    app.button(key="digits_faster").click().run()
    app.main.button_group(key="seed").set_value(2).run()
    assert run_of(app, "digits").speed == 1


def marked_row(app: AppTest) -> str:
    """Return the first cell of the row under the highlighter, or nothing."""
    bodies = [str(html.proto.body) for html in app.main.get("html")]
    table = next(body for body in bodies if "<table" in body)
    found = re.search(r'<tr class="now"><td[^>]*>([^<]*)', table)
    return found[1] if found else ""


@pytest.mark.parametrize("basket", ["apples", "apples and oranges"])
def test_what_a_node_does_with_what_comes_back(basket: str) -> None:
    app = opened(only="apples", basket=basket)
    assert ("715" if "oranges" in basket else "220") in said(app)
    assert "times the other input" not in said(app)
    app.main.toggle(key="goes_back").set_value(True).run()
    assert "times the other input" in said(app)
    app.session_state["learn state"].node = "for fruit"
    app.run()
    assert ("A sum passes it on as it is" in said(app)) is ("oranges" in basket)


@pytest.mark.parametrize("network", ["the book’s network", "the digit network"])
def test_walking_back_the_rule_and_the_trial_agree_at_every_step(network: str) -> None:
    app = opened(only="walk-back", back_net=network)
    for symbol in ("dA3", "dW3", "db3", "dZ2", "dA2", "dW2", "db2", "dZ1", "dA1", "dW1", "db1", "dX"):
        assert f"the walk is at {symbol}" in said(app)
        assert "Here the two are apart" not in said(app)
        assert symbol in app.main.code[0].value
        assert (
            marked_row(app)
            .removeprefix("arrives: ")
            .removeprefix("leaves: ")
            .startswith("" if symbol == "dX" else symbol.replace("b", "A"))
        )
        assert bool(marked_row(app)) is (symbol != "dX")
        if symbol != "dX":
            app.button(key="back_next").click().run()
    assert app.button(key="back_next").disabled
    assert "on to the pixels" in said(app)


def test_a_digit_network_of_one_layer_is_walked_back_too() -> None:
    app = opened(only="walk-back", back_net="the digit network")
    network = random_network((784, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    app.session_state["own network state"].own = OwnNetwork(
        "one.npz", WeightsFile(network, ("W1", "b1"), False)
    )
    app.run()
    assert not app.exception
    assert "the walk is at dA1" in said(app)


def test_training_curves_stay_drawable_where_nothing_is_wrong() -> None:
    epoch = np.arange(1, 4)
    perfect = dict.fromkeys(("training", "validation", "drawings"), np.ones(3))
    table = error_table(History(perfect | {"epoch": epoch}, "", "{}", 1.0))
    assert len(table) == 9
    assert (table.value > 0).all()


def test_what_it_saw_is_another_handful_each_time() -> None:
    app = opened(only="what-ours-has")
    first = handful(0)
    next(button for button in app.button if button.label == "Others").click().run()
    assert not app.exception
    assert app.session_state["learn state"].handful == 1
    assert [len(pictures) for pictures in first] == [12, 12]
    for one, other in zip(first, handful(1), strict=True):
        assert (one != other).any(axis=(1, 2)).all()
    assert [len(pictures) for pictures in handful(4166)] == [12, 12]  # at the last picture it begins anew
