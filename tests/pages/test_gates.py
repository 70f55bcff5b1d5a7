"""The page of the gates: its numbers against numbers worked by hand."""

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from nncore import INPUTS, TRUTH_TABLES
from tests.support.app import words_in

ROOT = Path(__file__).resolve().parent.parent.parent


def opened(query: dict[str, Any] | None = None) -> AppTest:
    """Open the page as a link with these parameters would."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.run()
    app.switch_page("pages/gates.py")
    for key, value in (query or {}).items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def tables(app: AppTest) -> list[list[list[str]]]:
    """Return the cells of every table on the page."""
    bodies = [str(element.proto.body) for element in app.main.get("html")]
    rows = [re.findall(r"<tr.*?</tr>", body) for body in bodies if "<table" in body]
    return [[re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in table] for table in rows]


def words(app: AppTest) -> str:
    kinds = (app.main.markdown, app.main.header, app.main.info, app.main.success)
    html = [str(element.proto.body) for element in app.main.get("html")]
    return "\n".join([str(element.value) for kind in kinds for element in kind] + html)


def choose(app: AppTest, key: str, value: Any) -> AppTest:
    app.button_group(key=key).set_value(value).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str, times: int = 1) -> AppTest:
    for _ in range(times):
        next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_it_opens_with_the_and_of_the_book() -> None:
    assert tables(opened())[0] == [
        ["x1", "x2", "the sum a", "y", "AND wants"],
        ["0", "0", "0.5·0 + 0.5·0 − 0.7 = −0.7", "0", "0 ✓"],
        ["1", "0", "0.5·1 + 0.5·0 − 0.7 = −0.2", "0", "0 ✓"],
        ["0", "1", "0.5·0 + 0.5·1 − 0.7 = −0.2", "0", "0 ✓"],
        ["1", "1", "0.5·1 + 0.5·1 − 0.7 = 0.3", "1", "1 ✓"],
    ]


@pytest.mark.parametrize(
    ("gate", "numbers", "last"),
    [
        ("NAND", (-0.5, -0.5, 0.7), ["−0.5·1 − 0.5·1 + 0.7 = −0.3", "0", "0 ✓"]),
        ("OR", (1, 1, -0.5), ["1·1 + 1·1 − 0.5 = 1.5", "1", "1 ✓"]),
    ],
)
def test_another_gate_moves_the_sliders_to_the_book(gate: str, numbers: Any, last: list[str]) -> None:
    app = choose(opened(), "gate", gate)
    assert tuple(app.slider(key=key).value for key in ("w1", "w2", "b")) == numbers
    assert tables(app)[0][4][2:] == last
    assert f"4 of 4 rows right: this neuron is {gate}." in words(app)


def test_the_sum_shown_decides() -> None:
    app = opened()
    for key, value in (("w1", 0.1), ("w2", 0.2), ("b", -0.3)):
        app.slider(key=key).set_value(value)
    app.run()
    assert tables(app)[0][4] == ["1", "1", "0.1·1 + 0.2·1 − 0.3 = 0", "0", "1 ✗"]
    assert "3 of 4 rows right." in words(app)


def test_a_link_brings_gate_numbers_and_row() -> None:
    app = opened({"gate": "OR", "w1": "2", "w2": "1.5", "b": "-1", "row": "1 0"})
    assert tables(app)[0][2] == ["1", "0", "2·1 + 1.5·0 − 1 = 1", "1", "1 ✓"]
    html = (str(element.proto.body) for element in app.main.get("html"))
    table = next(each for each in html if "<tr" in each)
    assert re.findall("<tr.*?>", table)[2] == '<tr class="now">'


@pytest.mark.parametrize(
    "query",
    [
        {"gate": "foo", "w1": "abc", "w2": "nan", "b": "inf", "row": "9"},
        {"gate": "", "row": "", "w1": "", "challenge": ""},
        {"w1": "1e308", "w2": "-99", "b": "-1e308", "challenge": "zzz"},
    ],
)
def test_nonsense_in_the_address_gives_the_default(query: dict[str, str]) -> None:
    assert tables(opened(query))[0][4] == ["1", "1", "0.5·1 + 0.5·1 − 0.7 = 0.3", "1", "1 ✓"]


def test_nonsense_in_one_number_leaves_the_others() -> None:
    app = opened({"gate": "OR", "w1": "nan", "w2": "1.5"})
    assert tables(app)[0][4][2] == "1·1 + 1.5·1 − 0.5 = 2"


def test_xor_is_three_of_four_at_best_and_two_layers_do_it() -> None:
    app = choose(opened(), "gate", "XOR")
    assert "3 of 4 rows right, and no single neuron can do better." in words(app)
    assert "With your numbers: 1 and 1." in words(app)  # −0.5 + 1.5, and 0.5 + 0.5
    assert tables(app)[2] == [
        ["x1", "x2", "s1 = NAND", "s2 = OR", "y = AND(s1, s2)"],
        ["0", "0", "1", "0", "0"],
        ["1", "0", "1", "1", "1"],
        ["0", "1", "1", "1", "1"],
        ["1", "1", "0", "1", "0"],
    ]


def test_the_opposite_of_xor_is_explained_too_and_an_empty_gate_is_a_gate() -> None:
    app = choose(opened(), "gate", "your own")
    choose(app, "fires", ["0 0", "1 1"])
    assert "the best is 3" in words(app)
    assert "[Two layers do it](#two-layers)" in words(app)
    assert "Two of four." in words_in(app, "check-xor-three")  # OR is right for one of two pairs
    choose(app, "fires", [])
    assert "(#two-layers)" not in words(app)
    assert [row[4][0] for row in tables(app)[0][1:]] == ["0", "0", "0", "0"]


def guess(app: AppTest, said: tuple[str, ...]) -> AppTest:
    """Say what each of the four inputs will be answered, in the first prediction that is open."""
    for x, word in zip(INPUTS, said, strict=True):
        group = next(g for g in app.button_group if str(g.key).endswith(f" {x[0]}{x[1]}"))
        group.set_value(word).run()
    assert not app.exception
    return app


def test_predict_first_hides_the_answers_and_nothing_that_is_needed() -> None:
    app = opened()
    app.toggle(key="predict").set_value(True).run()
    assert tables(app)[0][1:] == [
        ["0", "0", "0.5·0 + 0.5·0 − 0.7 = ?", "?", "0"],
        ["1", "0", "0.5·1 + 0.5·0 − 0.7 = ?", "?", "0"],
        ["0", "1", "0.5·0 + 0.5·1 − 0.7 = ?", "?", "0"],
        ["1", "1", "0.5·1 + 0.5·1 − 0.7 = ?", "?", "1"],
    ]
    assert "4 of 4 rows right" not in words(app)
    assert "corners" not in str(tables(app))  # their totals would tell
    assert "With your numbers" not in words(app)
    assert "one and the same neuron" not in words(app)
    guess(app, ("0", "0", "1", "1"))
    assert [row[-1] for row in tables(app)[0]] == ["you said", "0 ✓", "0 ✓", "1 ✗", "1 ✓"]
    assert "You said 0 0 1 1. Look at the rows marked ✗" in words(app)
    assert "this neuron is AND" in words(app)
    assert "With your numbers: −0.4 and −0.4." in words(app).replace("\n", " ")
    app.slider(key="b").set_value(-0.2).run()
    assert all(row[3] == "?" for row in tables(app)[0][1:])


def test_predict_first_hides_what_the_two_layers_answer() -> None:
    app = opened({"only": "two-layers"})
    app.session_state["predict"] = True  # by itself a beat has no sidebar
    app.run()
    assert all(row[2:] == ["?", "?", "?"] for row in tables(app)[0][1:])
    assert "Two became" not in words(app)
    guess(app, ("0", "1", "1", "0"))
    assert [row[-1] for row in tables(app)[0]] == ["you said", "0 ✓", "1 ✓", "1 ✓", "0 ✓"]
    assert "You said 0 1 1 0. All four" in words(app)
    assert "Two became" in words(app)


def test_the_row_can_be_chosen_where_the_layers_are_and_is_one_row() -> None:
    app = choose(opened(), "gates_row_again", "0 1")
    assert app.button_group(key="row").value == "0 1"
    assert choose(app, "row", "0 0").button_group(key="gates_row_again").value == "0 0"


def test_the_gate_can_be_chosen_where_it_learns_and_is_one_gate() -> None:
    app = choose(
        opened({"challenge": "Make NAND", "gate": "NAND", "w1": "0", "w2": "0", "b": "0"}),
        "gates_gate_again",
        "OR",
    )
    assert app.button_group(key="gate").value == "OR"
    assert [app.slider(key=key).value for key in ("w1", "w2", "b")] == [1, 1, -0.5]
    assert app.button_group(key="challenge").value is None


def test_a_link_with_more_digits_than_a_slider_is_mended_to_what_is_used() -> None:
    app = opened({"gate": "OR", "w1": "0.123456", "w2": "1.5"})
    assert tables(app)[0][4][2] == "0.12·1 + 1.5·1 − 0.5 = 1.12"
    assert app.slider(key="w1").value == 0.12
    assert app.slider(key="w2").value == 1.5


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


def test_the_corners_add_up_to_the_same() -> None:
    app = opened({"gate": "XOR", "w1": "2", "w2": "-0.5", "b": "0.3"})
    assert tables(app)[1][1:] == [
        ["0 0 and 1 1", "0.3 and 1.8", "2.1"],
        ["1 0 and 0 1", "2.3 and −0.2", "2.1"],
    ]


def test_put_xor_on_the_sliders() -> None:
    app = press(opened(), "Put XOR on the sliders")
    assert app.button_group(key="gate").value == "XOR"
    assert TRUTH_TABLES["XOR"] == tuple(int(row[4][0]) for row in tables(app)[0][1:])


def test_the_first_neuron_fires_once_its_threshold_is_low_enough() -> None:
    app = opened({"signals": "1 0"})
    said = [component.proto.json for component in app.main.get("bidi_component")]
    assert "answers 0 to 1 0" in said[0]
    app.slider(key="theta").set_value(0.4).run()
    assert not app.exception
    said = [component.proto.json for component in app.main.get("bidi_component")]
    assert "answers 1 to 1 0" in said[0]
