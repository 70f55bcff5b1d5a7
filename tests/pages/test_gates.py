"""The page of the gates: its numbers against numbers worked by hand, and each check's rule."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from nncore import INPUTS
from tests.support.app import press, text_of, words_in
from tests.support.gates_page import choose, opened, slide, table


def predicting(at: str) -> AppTest:
    app = opened(at)
    app.toggle(key="predict").set_value(True).run()
    return app


def guess(app: AppTest, said: tuple[str, ...]) -> AppTest:
    """Say what each of the four inputs will be answered."""
    for x, word in zip(INPUTS, said, strict=True):
        group = next(g for g in app.button_group if str(g.key).endswith(f" {x[0]}{x[1]}"))
        group.set_value(word).run()
    assert not app.exception
    return app


def test_the_first_neuron_fires_once_its_threshold_is_low_enough() -> None:
    app = opened("weigh-and-decide", {"signals": "1 0"})
    assert table(app)[2] == ["1", "0", "0.5", "no", "0"]
    assert table(slide(app, theta=0.4))[2] == ["1", "0", "0.5", "yes", "1"]


def test_three_numbers_open_with_the_and_of_the_book() -> None:
    assert table(opened("three-numbers")) == [
        ["x1", "x2", "sum a", "y", "AND wants"],
        ["0", "0", "−0.7", "0", "0 ✓"],
        ["1", "0", "−0.2", "0", "0 ✓"],
        ["0", "1", "−0.2", "0", "0 ✓"],
        ["1", "1", "0.3", "1", "1 ✓"],
    ]


@pytest.mark.parametrize(
    ("gate", "numbers", "last"),
    [("NAND", (-0.5, -0.5, 0.7), ["−0.3", "0", "0 ✓"]), ("OR", (1, 1, -0.5), ["1.5", "1", "1 ✓"])],
)
def test_another_gate_moves_the_sliders_to_the_book(gate: str, numbers: Any, last: list[str]) -> None:
    app = choose(opened("three-numbers"), "gate", gate)
    assert tuple(app.slider(key=key).value for key in ("w1", "w2", "b")) == numbers
    assert table(app)[4][2:] == last
    assert f"4 of 4 rows right: this neuron is {gate}." in text_of(app)


def test_the_sum_shown_decides() -> None:
    app = slide(opened("three-numbers"), w1=0.1, w2=0.2, b=-0.3)
    assert table(app)[4] == ["1", "1", "0", "0", "1 ✗"]


def test_a_link_brings_gate_numbers_and_row() -> None:
    app = opened("three-numbers", {"gate": "OR", "w1": "2", "w2": "1.5", "b": "-1", "row": "1 0"})
    assert table(app)[2] == ["1", "0", "1", "1", "1 ✓"]
    html = next(body for each in app.main.get("html") if "<tr" in (body := str(each.proto.body)))
    assert re.findall("<tr.*?>", html)[2] == '<tr class="now">'


def test_numbers_and_gate_stay_from_section_to_section() -> None:
    app = slide(choose(opened("three-numbers"), "gate", "OR"), w1=1.5)
    press(app, "Next")
    assert table(app)[2] == ["1", "0", "1", "1", "1 ✓"]
    press(press(app, "Next"), "Next")
    press(press(app, "Back"), "Back")
    assert (app.button_group(key="gate").value, app.slider(key="w1").value) == ("OR", 1.5)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({}, "These are the page's numbers."),
        ({"w1": 0, "w2": 0, "b": 0}, "It fires for no input."),
        ({"w1": 0, "w2": 0, "b": 0.7}, "It fires for every input."),
        ({"w1": -0.8, "w2": 0, "b": 0.7}, "Three of four are right."),
        ({"w1": -0.6}, "That is NAND."),
    ],
)
def test_nand_is_made_by_numbers_of_ones_own(numbers: dict[str, float], words: str) -> None:
    app = press(choose(opened("three-numbers"), "gate", "NAND"), "Check 2 ›")
    assert words in words_in(slide(app, **numbers), "check-make-nand")


def test_all_to_0_is_a_start_of_ones_own() -> None:
    app = press(opened("three-numbers"), "All to 0")
    assert [app.slider(key=key).value for key in ("w1", "w2", "b")] == [0, 0, 0]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("0.5", "You left out the bias: b = −0.7"),
        ("1.2", "You took the bias away."),
        ("-0,2", "0.5·1 + 0.5·0 − 0.7 = −0.2. It is not above 0"),
    ],
)
def test_a_sum_that_is_said_gets_its_word(said: str, words: str) -> None:
    app = opened("three-numbers", {"row": "1 0"})
    app.text_input(key="said-live-sum").set_value(said).run()
    assert words in words_in(app, "check-live-sum")


def test_predict_first_hides_the_answers_until_a_guess_was_made() -> None:
    app = predicting("three-numbers")
    assert "<table" not in text_of(app)
    assert "one and the same neuron" not in text_of(app)
    guess(app, ("0", "0", "1", "1"))
    assert [row[-1] for row in table(app)] == ["you said", "0 ✓", "0 ✓", "1 ✗", "1 ✓"]
    assert "You said 0 0 1 1. Look at the rows marked ✗" in text_of(app)
    assert "<table" not in text_of(slide(app, b=-0.2))


def test_xor_is_three_of_four_at_best_and_the_page_does_not_begin_there() -> None:
    app = choose(opened("one-line"), "gate", "XOR")
    assert "1 of 4 rows right" in text_of(app)  # AND's numbers are right for 0 0 alone
    assert "Not three yet." in words_in(app, "check-xor-three")
    slide(app, w1=1, w2=1, b=-0.5)
    assert "Three of four." in words_in(app, "check-xor-three")
    assert "always equal" not in text_of(app)  # the proof is on the next screen


def test_the_opposite_of_xor_is_no_xor_and_an_empty_gate_is_a_gate() -> None:
    app = choose(opened("one-line"), "gate", "own")
    choose(app, "fires", ["0 0", "1 1"])
    assert [row[4][0] for row in table(app)[1:]] == ["1", "0", "0", "1"]
    assert "three" not in words_in(app, "check-xor-three").replace("Get three", "")
    assert [row[4][0] for row in table(choose(app, "fires", []))[1:]] == ["0", "0", "0", "0"]


def test_the_corners_add_up_to_the_same() -> None:
    app = opened("not-xor", {"gate": "XOR", "w1": "2", "w2": "-0.5", "b": "0.3"})
    assert table(app)[1:] == [["0 0 and 1 1", "0.3 + 1.8 = 2.1"], ["1 0 and 0 1", "2.3 − 0.2 = 2.1"]]


def test_two_layers_make_xor_and_hide_it_while_a_guess_is_awaited() -> None:
    app = predicting("two-layers")
    assert "<table" not in text_of(app)
    guess(app, ("0", "1", "1", "0"))
    assert table(app) == [
        ["x1", "x2", "s1 = NAND", "s2 = OR", "y = AND(s1, s2)", "you said"],
        ["0", "0", "1", "0", "0", "0 ✓"],
        ["1", "0", "1", "1", "1", "1 ✓"],
        ["0", "1", "1", "1", "1", "1 ✓"],
        ["1", "1", "0", "1", "0", "0 ✓"],
    ]
    choose(app, "two_layers_view", "planes")


def test_it_learns_step_by_step_and_pass_by_pass() -> None:
    app = opened("let-it-learn")
    assert table(app)[3] == ["now", "0.7", "−0.5", "−0.8"]
    for _ in range(4):  # three right zeros, then (1, 1): −0.6 says 0 and wants 1
        press(app, "Step")
    assert "Pass 1, row 1 1: it said 0, wanted 1: a mistake." in text_of(app)
    assert table(app)[1:] == [
        ["before", "0.7", "−0.5", "−0.8"],
        ["change", "0.1", "0.1", "0.1"],
        ["now", "0.8", "−0.4", "−0.7"],
    ]
    press(app, "Check 2 ›")
    for _ in range(8):
        press(app, "One pass")
    assert "Pass 9 had no mistakes: it has learned AND." in text_of(app)
    assert "from here nothing changes any more" in words_in(app, "check-let-and-learn")
    assert all(button.disabled for button in app.button if button.label in ("Step", "One pass"))
    learned = [float(cell.replace("−", "-")) for cell in table(app)[3][1:]]
    press(app, "To the sliders")
    assert [app.slider(key=key).value for key in ("w1", "w2", "b")] == learned


def test_learning_xor_climbs_to_four_mistakes_and_the_page_says_why() -> None:
    app = press(choose(opened("let-it-learn"), "gate", "XOR"), "Check 2 ›")
    for _ in range(30):
        press(app, "One pass")
    assert "You have not broken it." in text_of(app)
    assert "out of reach of one neuron" in words_in(app, "check-let-and-learn")


def test_nothing_plays_by_itself_and_new_weights_start_anew() -> None:
    app = opened("let-it-learn")
    assert app.toggle(key="gates_play").value is False
    press(press(app, "Step"), "New start")
    assert "Random weights, nothing learned yet." in text_of(app)
