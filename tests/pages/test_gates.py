"""The page of the gates: its numbers against numbers worked by hand."""

import re
from typing import Any

import pytest

from nncore import TRUTH_TABLES
from tests.support.app import words_in
from tests.support.gates_page import choose, opened, press, tables, words


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
