"""The digit network learns on the page and goes into use; what ours has learned from is shown."""

import io

import numpy as np
import pytest

from nncore import load_network
from tests.support.learn_page import opened, run_of, said
from ui.learn.digits_learned import network_file
from ui.learn.road import error_table
from ui.resources import History, handful


def test_the_digit_network_learns_and_goes_into_use_on_all_pages() -> None:
    app = opened(only="digits-learned", digit_optimizer="Adam", digit_eta="0.003")
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
    share = float(run_of(app, "digits").measured[-1][2])
    assert share > 0.7
    app.button(key="learn_use").click().run()
    own = app.session_state["own network state"].own
    assert own.network.sizes == (784, 50, 10)
    np.testing.assert_array_equal(own.network["W1"], run.training.params["W1"])
    assert "the network that you trained" in said(app)
    assert load_network(io.BytesIO(network_file(own.network))).sizes == (784, 50, 10)


def test_an_epoch_goes_to_its_end_with_its_progress() -> None:
    app = opened(only="digits-learned")
    app.button(key="digits_epoch").click().run()
    assert [progress.proto.text.split(":")[0] for progress in app.get("progress")] == ["Epoch 1"]
    while run_of(app, "digits").plays:
        app.run()
    assert run_of(app, "digits").steps == 500
    assert not app.get("progress")
    app.button(key="digits_step").click().run()
    assert run_of(app, "digits").steps == 501


def test_training_curves_stay_drawable_where_nothing_is_wrong() -> None:
    epoch = np.arange(1, 4)
    perfect = dict.fromkeys(("training", "validation", "drawings"), np.ones(3))
    table = error_table(History(perfect | {"epoch": epoch}, "", "{}", 1.0))
    assert len(table) == 9
    assert all(row["value"] > 0 for row in table)


def test_what_it_saw_is_another_handful_each_time() -> None:
    app = opened(only="what-ours-has")
    first = handful(0)
    next(button for button in app.button if button.label == "Others").click().run()
    assert not app.exception
    assert app.session_state["learn state"].handful == 1
    assert [len(pictures) for pictures in first] == [12, 12, 12]
    for one, other in zip(first, handful(1), strict=True):
        assert (one != other).any(axis=(1, 2)).all()
    assert [len(pictures) for pictures in handful(4166)] == [12, 12, 12]  # at the last picture it begins anew
