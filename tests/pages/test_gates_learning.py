"""A neuron learns a gate on the page, step by step and pass by pass, or cannot, and the page says why."""

from tests.support.app import words_in
from tests.support.gates_page import choose, opened, press, tables, words


def test_learning_and_step_by_step_and_pass_by_pass() -> None:
    app = opened()
    assert tables(app)[3][3] == ["now", "0.7", "−0.5", "−0.8"]
    press(app, "Step", 4)  # three right zeros, then (1, 1): −0.6 says 0 and wants 1
    assert "Pass 1, row 1 1: it said 0, wanted 1: a mistake." in words(app)
    assert tables(app)[3][1:] == [
        ["before", "0.7", "−0.5", "−0.8"],
        ["change", "0.1", "0.1", "0.1"],
        ["now", "0.8", "−0.4", "−0.7"],
    ]
    press(app, "One pass", 8)
    assert "Pass 9 had no mistakes: it has learned AND." in words(app)
    assert "from here nothing changes any more" in words_in(app, "check-let-and-learn")
    assert all(button.disabled for button in app.button if button.label in ("Step", "One pass"))


def test_learning_xor_climbs_to_four_mistakes_and_the_page_says_why() -> None:
    app = press(choose(opened(), "gate", "XOR"), "One pass", 30)
    assert "You have not broken it." in words(app)
    assert "had no mistakes" not in words(app)
    assert "out of reach of one neuron" in words_in(app, "check-let-and-learn")


def test_nothing_plays_by_itself_and_new_weights_start_anew() -> None:
    app = opened()
    assert app.toggle(key="gates_play").value is False
    press(press(app, "Step"), "New random weights")
    assert "Random weights, nothing learned yet." in words(app)
