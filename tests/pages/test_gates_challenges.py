"""The challenges and checks of the page of the gates: what is done is seen, helped and known when solved."""

from typing import Any

import pytest

from tests.support.app import words_in
from tests.support.gates_page import choose, opened, tables


@pytest.mark.parametrize("query", [{"gate": "XOR"}, {}, {"gate": "AND", "w1": "0.3"}])
def test_a_challenge_wins_over_a_gate_that_is_not_its_own(query: dict[str, str]) -> None:
    app = opened({"challenge": "Make NAND"} | query)
    assert app.info[0].value.startswith("Make NAND")
    assert app.button_group(key="gate").value == "NAND"
    assert [app.slider(key=key).value for key in ("w1", "w2", "b")] == [0, 0, 0]


def test_a_challenge_sets_its_start_and_knows_its_solution() -> None:
    app = choose(opened(), "challenge", "OR with 2 and 2")
    assert tables(app)[0][1] == ["0", "0", "2·0 + 2·0 + 1 = 1", "1", "0 ✗"]
    assert not app.success
    app.slider(key="b").set_value(-1.0).run()
    assert app.success[0].value.startswith("Solved")
    assert not choose(app, "gate", "NAND").success


def test_a_link_to_a_challenge_is_the_challenge() -> None:
    query = {"challenge": "Only 1 0", "gate": "your own", "fires": "1 0", "w1": "1", "w2": "1", "b": "-0.5"}
    app = opened(query)
    assert app.info[0].value.startswith("Make a gate that fires for x1 = 1, x2 = 0")
    app.slider(key="w2").set_value(-1.0).run()
    assert app.success


CHECKS: dict[str, list[tuple[dict[str, Any], str]]] = {
    "make-nand": [
        ({"challenge": "Make NAND"}, "It fires for no input."),
        ({"b": 0.7}, "It fires for every input."),
        ({"w1": -0.8}, "Three of four are right."),
        ({"w1": -0.5, "w2": -0.5}, "That is NAND."),
    ],
    "or-with-two": [
        ({"gate": "OR"}, ""),
        ({"challenge": "OR with 2 and 2"}, "It fires for 0 0."),
        ({"b": -2.0}, "One input is not enough"),
        ({"w1": 1.0}, "The weights have moved."),
        ({"w1": 2.0, "b": 0.0}, "That is OR."),
    ],
    "only-one-zero": [
        ({"challenge": "Only 1 0"}, ""),
        ({"w2": 0.0}, "Three of four are right."),
        ({"w2": -1.0}, "Done: x1 speaks for"),
    ],
    "xor-three": [
        ({}, ""),
        ({"gate": "XOR"}, "Three of four, and you know why"),
        ({"b": 2.0}, "Two of four."),
    ],
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_is_done_on_the_page_is_seen_and_helped(name: str) -> None:
    app = opened()
    for settings, words in CHECKS[name]:
        for key, value in settings.items():
            widget = app.button_group(key=key) if isinstance(value, str) else app.slider(key=key)
            widget.set_value(value).run()
        said = words_in(app, f"check-{name}")
        assert words in said
        assert words or not any(hint in said for _, hint in CHECKS[name] if hint)


def test_a_prediction_that_is_open_keeps_the_checks_from_telling() -> None:
    app = opened({"challenge": "Make NAND"})
    app.toggle(key="predict").set_value(True).run()
    assert "fires for no input" not in words_in(app, "check-make-nand")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("0.5", "You left out the bias: b = −0.7"),
        ("1.2", "You took the bias away."),
        ("-0,2", "0.5·1 + 0.5·0 − 0.7 = −0.2. It is not above 0"),
    ],
)
def test_a_sum_that_is_said_gets_its_word(said: str, words: str) -> None:
    app = opened({"row": "1 0"})
    app.text_input(key="said-live-sum").set_value(said).run()
    assert words in words_in(app, "check-live-sum")
