"""Going back on the page: what a node does with what comes back, and the rule held against a trial."""

import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import WeightsFile, random_network
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
    app.session_state["backprop state"].node = "for fruit"
    app.run()
    assert ("A sum passes it on as it is" in said(app)) is (basket == "both")


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
            app.button(key="back_next").click().run()
    assert app.button(key="back_next").disabled
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
