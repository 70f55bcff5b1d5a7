"""The way back: what a node does with what comes back, and the rule held against a trial."""

import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import WeightsFile
from nncore.learning.loop import random_network
from tests.support.learn_page import opened, said
from ui.state.own_network import OwnNetwork


def marked_row(app: AppTest) -> str:
    """Return the first cell of the row under the highlighter, or nothing."""
    bodies = [str(html.proto.body) for html in app.main.get("html")]
    table = next(body for body in bodies if "<table" in body)
    found = re.search(r'<tr class="now"><td[^>]*>([^<]*)', table)
    return found[1] if found else ""


@pytest.mark.parametrize("basket", ["apples", "both"])
def test_what_a_node_does_with_what_comes_back(basket: str) -> None:
    app = opened("apples", basket=basket)
    assert ("715" if basket == "both" else "220") in said(app)
    assert "times the other input" not in said(app)
    app.main.toggle(key="goes_back").set_value(True).run()
    assert "times the other input" in said(app)
    app.session_state["node"] = "for fruit"
    app.run()
    assert ("A sum passes it on as it is" in said(app)) is (basket == "both")


def test_each_node_of_a_neuron_says_its_rule() -> None:
    app = opened("back-one-neuron", bw="-1.5", bb="0.3")
    app.main.toggle(key="goes_back").set_value(True).run()
    for node, rule in (
        ("loss", "is z - t"),
        ("z", "The bend passes it on times its slope"),
        ("a", "A bias is a weight"),
        ("w·x", "times the other input"),
    ):
        app.session_state["node"] = node
        assert rule in said(app.run()).replace("$", "")


@pytest.mark.parametrize("h", ["sigmoid", "tanh", "relu"])
def test_the_slope_of_a_bend_is_what_measuring_says(h: str) -> None:
    app = opened("bend-slope", bh=h, ba="1.5")
    body = next(str(each.proto.body) for each in app.main.get("html") if "<table" in str(each.proto.body))
    _, slope, measured = re.findall(r"<td>([^<]+)</td>", body)
    assert slope == measured


def test_a_corner_has_no_slope_of_its_own() -> None:
    assert "here is a corner" in said(opened("bend-slope", bh="relu", ba="0"))


def test_each_input_hears_from_all_neurons() -> None:
    app = opened("back-layer", d3="0")
    assert "0.5·1 + (−1)·3 + 0·(−2) = −2.5" in said(app)
    app.main.button_group(key="back_input").set_value(2).run()
    assert "0.5·2 + (−1)·(−1) + 0·4 = 2" in said(app)


@pytest.mark.parametrize("network", ["toy", "digit"])
def test_walking_back_the_rule_and_the_trial_agree_at_every_step(network: str) -> None:
    app = opened("walk-back", back_net=network)
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
            app.button(key="step-on").click().run()
    assert app.button(key="step-on").disabled
    assert "on to the pixels" in said(app)


def test_a_digit_network_of_one_layer_is_walked_back_too() -> None:
    app = opened("walk-back", back_net="digit")
    network = random_network((784, 10), "sigmoid", "Xavier", np.random.default_rng(0))
    app.session_state["own network state"].own = OwnNetwork(
        "one.npz", WeightsFile(network, ("W1", "b1"), False)
    )
    app.run()
    assert not app.exception
    assert "the walk is at dA1" in said(app)


def test_the_course_ends_with_what_it_leaves_out_and_a_sheet() -> None:
    app = opened("the-whole-way")
    assert "Koki Saitoh" in said(app)
    assert "A sheet to take along" in [button.label for button in app.main.get("download_button")]
