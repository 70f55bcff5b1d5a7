"""Watch it learn: steps on and back, points that one paints, a network that goes into use."""

import io

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import POINTS, load_network, predict
from tests.support.learn_page import opened, run_of, said
from ui.figures.plane_pictures import COARSE
from ui.limits import PAINTED_POINTS
from ui.resources import handful
from ui.state.own_network import network_file


def test_the_small_network_goes_step_by_step_and_back_and_begins_again_the_same() -> None:
    app = opened("playground", points="Moons")
    assert "It has not learned yet" in said(app)
    assert app.button(key="plane_back").disabled
    for step in (1, 2, 3):
        app.button(key="plane_step").click().run()
        assert f"After step {step} the loss of the last mini-batch is" in said(app)
    run = run_of(app, "plane")
    losses, last = list(run.losses), run.network["W1"].copy()
    app.button(key="plane_back").click().run()
    assert f"After step 2 the loss of the last mini-batch is {losses[1]:.4f}" in said(app)
    assert (run.network["W1"] != last).any()
    app.button(key="plane_step").click().run()
    assert run.losses == losses
    np.testing.assert_array_equal(run.network["W1"], last)
    app.button(key="plane_again").click().run()
    assert run_of(app, "plane").losses == []
    app.button(key="plane_step").click().run()
    assert run_of(app, "plane").losses == losses[:1]


def test_a_curve_begins_with_the_loss_before_the_first_step() -> None:
    run = run_of(opened("playground"), "plane")
    x, t = POINTS["XOR"](200, np.random.default_rng(3))
    loss = pytest.approx(-np.log(predict(run.network, x)[np.arange(200), t]).mean(), rel=1e-5)
    assert [list(column) for column in run.curve()] == [[0], [loss]]
    run.step()
    assert [list(column) for column in run.curve()] == [[0, 1], [loss, run.losses[0]]]


def test_a_long_curve_ends_with_the_last_loss_at_the_last_step() -> None:
    run = run_of(opened("playground"), "plane")
    for _ in range(203):
        run.step()
    steps, losses = run.curve()
    assert (steps[-1], losses[-1]) == (203, run.losses[-1])
    assert (steps[1], losses[1]) == (2, pytest.approx(sum(run.losses[:2]) / 2))
    assert len(steps) < 110
    run.back()
    assert run.curve()[0][-1] == 202


def test_so_many_steps_back_as_are_kept_and_no_more() -> None:
    app = opened("playground")
    run = run_of(app, "plane")
    for _ in range(30):
        run.step()
    while run.can_go_back:
        run.back()
    assert 1 < 30 - run.steps < 30
    run.back()
    run.play(1)
    while run.plays:
        run.work.look()  # type: ignore[union-attr]
    assert run.steps == 31


def test_other_points_or_another_network_begin_anew() -> None:
    app = opened("first-weights")
    app.button(key="plane_step").click().run()
    app.main.button_group(key="points").set_value("Circles").run()
    assert run_of(app, "plane").losses == []
    app.main.button_group(key="hidden").set_value(3).run()
    app.main.button_group(key="start").set_value("zero").run()
    assert not app.exception
    assert run_of(app, "plane").training.plan.sizes == (2, 4, 4, 4, 2)
    assert "are copies of another" in said(app)


def test_a_rate_of_ten_waits_for_a_guess_where_one_predicts() -> None:
    app = opened("step-length", predict="true", eta="10")
    assert app.button(key="plane_step").disabled


def test_a_rate_of_ten_can_be_taken_back_where_first_weights_are_tried() -> None:
    app = opened("step-length", eta="10")
    app.query_params["at"] = "first-weights"
    app.run()
    assert app.select_slider(key="eta").value == 10
    app.select_slider(key="eta").set_value(0.1).run()
    assert run_of(app, "plane").training.plan.lr == 0.1


@pytest.mark.parametrize(
    ("at", "points", "hint"),
    [("playground", "Circles", "Not there yet"), ("step-length", "Spirals", "a thousand steps")],
)
def test_what_is_to_be_learned_is_told_how_far_it_is(at: str, points: str, hint: str) -> None:
    app = opened(at, points=points, optimizer="Adam", eta="0.01", hidden="3", neurons="8", bend="relu")
    app.button(key="plane_step").click().run()
    assert hint in said(app)
    for _ in range(1000):
        run_of(app, "plane").step()
    assert hint not in said(app.run())


def test_points_that_one_paints() -> None:
    app = opened("own-points")
    assert app.button(key="own_step").disabled
    app.session_state["learn state"].painted = tuple(
        (x, y, int(x > 0)) for x in (-0.5, 0.5) for y in (-0.2, 0.3)
    )
    app.run()
    assert "You have painted 4 points" in said(app)
    app.button(key="own_step").click().run()
    assert run_of(app, "own").steps == 1


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
    assert len(points) == PAINTED_POINTS
    assert [colour for *_, colour in points] == [0] * (PAINTED_POINTS - 4) + [1] * 4
    assert all(x < -0.7 and y > 0.7 for x, y, _ in points[-4:])  # the first cell is the upper left one


def test_points_are_rubbed_out_where_one_rubs_alone() -> None:
    assert painted(("rub", None)) == []
    both = painted(("orange", [0]), ("blue", [COARSE**2 - 1]))
    assert painted(("orange", [0]), ("blue", [COARSE**2 - 1]), ("rub", [0])) == both[4:]


def test_it_plays_many_steps_from_picture_to_picture_until_it_is_stopped() -> None:
    app = opened("playground", points="Circles")
    app.button(key="plane_play").click().run()
    first = run_of(app, "plane").steps
    assert first >= 20
    assert run_of(app.run(), "plane").steps >= first + 20
    app.button(key="plane_stop").click().run()
    stopped = run_of(app, "plane").steps
    assert run_of(app.run(), "plane").steps == stopped
    app.button(key="plane_epoch").click().run()
    app.run()
    assert run_of(app, "plane").steps == stopped + 20


def test_the_digit_network_learns_and_goes_into_use_on_all_pages() -> None:
    app = opened("digits-learned", digit_optimizer="Adam", digit_eta="0.003")
    run = run_of(app, "digits")
    app.button(key="digits_step").click().run()
    assert run.steps == 1
    assert run.losses[0] == pytest.approx(np.log(10), abs=0.4)
    moved = np.abs(run.change[run.change != 0])
    assert moved.max() == pytest.approx(0.003, rel=0.01)  # Adam's first step: the rate, whatever the slope
    assert np.median(moved) == pytest.approx(0.003, rel=0.01)
    assert not run.change[0].any()  # no digit has ink in the corner
    for _ in range(60):
        run.step()
    app.run()
    assert float(run.measured[max(run.measured)][1]) > 0.7
    app.query_params["at"] = "own-digits"
    app.run()
    app.button(key="learn_use").click().run()
    own = app.session_state["own network state"].own
    assert own.network.sizes == (784, 50, 10)
    np.testing.assert_array_equal(own.network["W1"], run.training.params["W1"])
    assert "the network that you trained" in said(app)
    assert load_network(io.BytesIO(network_file(own.network))).sizes == (784, 50, 10)


def test_an_epoch_goes_to_its_end_with_its_progress() -> None:
    app = opened("digits-learned")
    app.button(key="digits_epoch").click().run()
    while run_of(app, "digits").plays:
        assert [progress.proto.text.split(":")[0] for progress in app.get("progress")] == ["Epoch 1"]
        app.run()
    assert run_of(app, "digits").steps == 500
    app.run()
    assert not app.get("progress")


def test_what_it_saw_is_another_handful_each_time() -> None:
    app = opened("what-ours-has")
    next(button for button in app.button if button.label == "Others").click().run()
    assert app.session_state["handful"] == 1
    for one, other in zip(handful(0), handful(1), strict=True):
        assert len(one) == 12
        assert (one != other).any(axis=(1, 2)).all()
    np.testing.assert_array_equal(handful(20), handful(0))  # after the last it begins anew
    for view in ("errors", "loss"):
        app.main.button_group(key="history").set_value(view).run()
        assert not app.exception
