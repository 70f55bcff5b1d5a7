"""The page of the gates: its numbers against numbers worked by hand."""

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

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
    kinds = (app.main.markdown, app.main.subheader, app.main.info, app.main.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


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
        ["x1", "x2", "weighted sum", "y", "AND wants"],
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
    assert "background:#FFE066" in re.findall("<tr.*?>", str(app.main.get("html")[0].proto.body))[2]


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
    assert tables(app)[1] == [
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
    assert "Why three of four is the best" in words(app)
    choose(app, "fires", [])
    assert [row[4][0] for row in tables(app)[0][1:]] == ["0", "0", "0", "0"]


def test_predict_first_fills_the_table_after_four_guesses() -> None:
    app = opened()
    app.toggle(key="predict").set_value(True).run()
    assert all(row[2:] == ["?", "?", "?"] for row in tables(app)[0][1:])
    assert "this neuron is AND" not in words(app)
    assert len(tables(app)) == 1
    guesses = [group for group in app.button_group if str(group.key).startswith("guess")]
    for guess, said in zip(guesses, (0, 0, 1, 1), strict=True):
        guess.set_value(said).run()
    assert [row[-1] for row in tables(app)[0]] == ["you said", "0 ✓", "0 ✓", "1 ✗", "1 ✓"]
    assert "this neuron is AND" in words(app)
    assert len(tables(app)) == 2  # the learning neuron has come
    app.slider(key="b").set_value(-0.2).run()
    assert all(row[2:] == ["?", "?", "?"] for row in tables(app)[0][1:])


def test_predict_first_keeps_what_xor_is_made_of_until_the_guesses() -> None:
    app = opened({"gate": "XOR"})
    app.toggle(key="predict").set_value(True).run()
    assert not {"Why three of four is the best", "Two layers do it"} & {s.value for s in app.main.subheader}
    for guess in [group for group in app.button_group if str(group.key).startswith("guess")]:
        guess.set_value(0).run()
    assert {"Why three of four is the best", "Two layers do it"} < {s.value for s in app.main.subheader}


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
    assert "Two layers do it" not in words(app)


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
    assert tables(app)[1][3] == ["now", "0.7", "−0.5", "−0.8"]
    press(app, "Step", 4)  # three right zeros, then (1, 1): −0.6 says 0 and wants 1
    assert "Pass 1, row **1 1**: it said **0**, wanted 1: a mistake." in words(app)
    assert tables(app)[1][1:] == [
        ["before", "0.7", "−0.5", "−0.8"],
        ["change", "0.1", "0.1", "0.1"],
        ["now", "0.8", "−0.4", "−0.7"],
    ]
    press(app, "One pass", 8)
    assert app.success[0].value == "A pass without a mistake, number 9: it has learned AND."
    assert all(button.disabled for button in app.button if button.label in ("Step", "One pass"))


def test_learning_xor_never_ends_well() -> None:
    app = press(choose(opened(), "gate", "XOR"), "One pass", 30)
    assert not app.success
    assert app.info[0].value.startswith("30 passes, and none without a mistake")


def test_nothing_plays_by_itself_and_new_weights_start_anew() -> None:
    app = opened()
    assert app.toggle(key="learning").value is False
    press(press(app, "Step"), "New random weights")
    assert "Random weights, nothing learned yet." in words(app)
