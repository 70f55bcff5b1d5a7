"""The forward page, without a browser: its numbers against the book's, its settings, its refusals."""

import pytest

from tests.support.app import opened, text_of, unfolded
from tests.support.forward_page import PAGE, SYMBOLS, at, code_of, formulas_of, in_address

# What the book prints at each step, sections 3.4.2 and 3.4.3.
BOOK = {
    "X": "[1.  0.5]",
    "A1": "[0.3 0.7 1.1]",
    "Z1": "[0.57444252 0.66818777 0.75026011]",
    "A2": "[0.51615984 1.21402696]",
    "Z2": "[0.62624937 0.7710107 ]",
    "A3": "[0.31682708 0.69627909]",
    "Y": "[0.31682708 0.69627909]",
}


def test_walks_through_all_of_the_books_numbers() -> None:
    app = opened(PAGE)
    for symbol in SYMBOLS:
        assert f"### {symbol}" in text_of(app)
        assert f"# {BOOK[symbol]}" in code_of(app)
        assert f"As printed in the book: {symbol} = " in text_of(app)
        if symbol != "Y":
            app.button(key="next").click().run()
    assert app.button(key="next").disabled
    assert in_address(app, "step") == "Y"


def test_every_sum_is_written_out() -> None:
    sums = formulas_of(at(step="A1"))
    for line in ("1.0·0.1+0.5·0.2+0.1=0.3", "1.0·0.3+0.5·0.4+0.2=0.7", "1.0·0.5+0.5·0.6+0.3=1.1"):
        assert line in sums
    assert "a^(2)_2=0.574·0.4+0.668·0.5+0.75·0.6+0.2=1.214" in formulas_of(at(step="A2"))
    assert "z^(1)_1=sigmoid(0.3)=0.574" in formulas_of(at(step="Z1"))


def test_strip_and_buttons_move() -> None:
    app = opened(PAGE)
    for key, symbol in (("strip-Z2", "Z2"), ("previous", "A2"), ("strip-Y", "Y"), ("strip-X", "X")):
        app.button(key=key).click().run()
        assert f"### {symbol}" in text_of(app)
    assert "step" not in app.query_params


def test_a_changed_weight_moves_every_later_number_and_no_earlier_one() -> None:
    app = at(step="Y")
    app.text_input(key="field-W2-0-0").set_value("5").run()
    assert "As printed" not in text_of(app)
    assert in_address(app, "W2") == "5,0.4;0.2,0.5;0.3,0.6"
    app.button(key="strip-Z1").click().run()
    assert "As printed in the book: Z1" in text_of(app)
    app.button(key="strip-A2").click().run()
    assert "As printed in the book: 1.21402696. The rest is yours." in text_of(app)
    assert "0.574·5.0+0.668·0.2" in formulas_of(app)


def test_the_books_numbers_come_back() -> None:
    app = at(step="Y", W1="9,9,9;9,9,9", h="relu", out="softmax")
    assert "As printed" not in text_of(app)
    next(button for button in app.button if button.label == "The book's numbers").click().run()
    assert f"# {BOOK['Y']}" in code_of(app)
    assert set(app.query_params) == {"step"}


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        # relu leaves A1 as it is: A2 = (.03+.14+.33+.1, .12+.35+.66+.2) = (.6, 1.33).
        ({"h": "relu", "step": "Z2"}, "# [0.6  1.33]"),
        ({"h": "identity_function", "step": "Z2"}, "# [0.6  1.33]"),
        ({"h": "tanh", "step": "Z1"}, "# [0.29131261 0.60436778 0.80049902]"),
        # 1 / (1 + exp(0.69627909 − 0.31682708)) = 0.40625908
        ({"out": "softmax", "step": "Y"}, "# [0.40625907 0.59374093]"),
    ],
)
def test_other_activations(settings: dict[str, str], line: str) -> None:
    assert line in code_of(at(**settings))


def test_huge_weights_show_0_and_1() -> None:
    app = at(step="Z1", W1="1e50,-1e50,0;1e50,-1e50,0", X="1e50,1e50")
    assert "# [1.         0.         0.57444252]" in code_of(app)


@pytest.mark.parametrize("text", ["abc", "1,2;3,4", "1e99,1,1;1,1,1", "nan,1,1;1,1,1", ""])
def test_nonsense_in_a_link_is_named(text: str) -> None:
    app = at(step="Y", W1=text)
    assert ["`W1`" in toast.value for toast in app.toast] == [True]
    assert f"# {BOOK['Y']}" in code_of(app)


def test_a_huge_number_is_answered_in_a_sentence_and_the_rest_stays() -> None:
    app = at(step="A1", X="2,0.5")
    app.text_input(key="field-W1-0-0").set_value("1e+60").run()
    assert [error.value for error in app.error] == [
        "“1e\\+60” does not fit, and the old number stays: W1 takes numbers from −1·10⁵⁰ to 1·10⁵⁰."
    ]
    assert app.text_input(key="field-W1-0-0").value == "0.1"
    assert "2.0·0.1+0.5·0.2+0.1=0.4" in formulas_of(app)


def test_an_emptied_field_gets_its_number_back_and_another_change_counts() -> None:
    app = at(step="A1", X="2,0.5")
    app.text_input(key="field-W1-0-0").set_value("")
    app.text_input(key="field-W1-1-0").set_value("0.4").run()
    assert not app.exception
    assert app.text_input(key="field-W1-0-0").value == "0.1"
    assert "2.0·0.1+0.5·0.4+0.1=0.5" in formulas_of(app)


def test_unknown_settings_in_a_link_are_ignored() -> None:
    app = at(step="Q9", net="x", h="x", out="x", n1="x")
    assert "### X" in text_of(app)


def test_the_digit_network_is_one_button_from_the_end_of_the_book() -> None:
    app = at(step="Y")
    app.button(key="to_digits").click().run()
    assert in_address(app, "net") == "digit"
    assert "step" not in app.query_params
    assert "This is test image 0" in text_of(app)


def test_the_code_that_ran_is_about_the_step() -> None:
    for settings, name in (
        ({"step": "Z1", "h": "tanh"}, "def tanh("),
        ({"step": "Y", "out": "softmax"}, "def softmax("),
        ({"net": "digit", "of": "0", "step": "A1"}, "def terms("),
    ):
        shown = [str(code.value) for code in unfolded(at(**settings)).code]
        assert any(code.startswith(name) for code in shown), name
        assert any(code.startswith("def forward(") for code in shown)
