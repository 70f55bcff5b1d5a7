"""The walk through the book's network: its numbers against the book's, and each check's rule."""

import pytest

from tests.support.app import opened, press, text_of, words_in
from tests.support.forward_page import PAGE, SYMBOLS, at, code_of, formulas_of, in_address, shapes_of, strip

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
    app = press(opened(PAGE), "Check 2 ›")
    for symbol in SYMBOLS:
        assert f"\n## {symbol}" in text_of(app)
        assert f"# {BOOK[symbol]}" in code_of(app)
        numbers = ", ".join(f"{float(number):.10g}" for number in BOOK[symbol][1:-1].split())
        assert f"As printed in the book: {numbers}" in text_of(app)
        assert ("Seven steps" in words_in(app, "check-walk-to-the-end")) is (symbol == "Y")
        if symbol != "Y":
            app.button(key="step-on").click().run()
    assert app.button(key="step-on").disabled
    assert in_address(app, "step") == "Y"


def test_a_jump_to_the_end_is_no_walk_and_every_step_leads_back() -> None:
    app = press(opened(PAGE), "Check 2 ›")
    strip(app).set_value("Y").run()
    assert "every step counts" in words_in(app, "check-walk-to-the-end")
    app.button(key="step-back").click().run()
    assert "\n## A3" in text_of(app)


def test_the_step_and_the_numbers_stay_from_section_to_section() -> None:
    app = at(step="A2", W2="5,0.4;0.2,0.5;0.3,0.6")
    assert "0.574·5.0+0.668·0.2" in formulas_of(app)
    press(press(app, "Next"), "Next")
    assert "\n## A2" in text_of(app)
    assert "# [3.33" in code_of(app)
    press(app, "Next")
    assert "\n## A2" in text_of(app)
    assert "100 neurons add up" in text_of(app)


def test_every_sum_is_written_out_and_one_of_them_alone() -> None:
    sums = ("1.0·0.1+0.5·0.2+0.1=0.3", "1.0·0.3+0.5·0.4+0.2=0.7", "1.0·0.5+0.5·0.6+0.3=1.1")
    assert all(line in formulas_of(at(step="A1")) for line in sums)
    assert [line in formulas_of(at(step="A1", alone="1 2")) for line in sums] == [False, False, True]
    assert "z^(1)_1=sigmoid(0.3)=0.574" in formulas_of(at(step="Z1", alone="1 0"))


def test_each_layer_has_its_bias_in_the_picture() -> None:
    names = {shape["id"]: shape for shape in shapes_of(at(step="A1"))}
    assert {"b1[0]", "b1[1]", "b1[2]", "b2[0]", "b2[1]", "b3[0]", "b3[1]"} <= set(names)
    assert [names[f"one {layer}"]["text"] for layer in (1, 2, 3)] == ["1", "1", "1"]
    assert [names[f"weight 1 2 {j}"]["text"] for j in range(3)] == ["0.1", "0.2", "0.3"]


def test_a_changed_weight_moves_every_later_number_and_no_earlier_one() -> None:
    app = at("your-numbers", step="Y")
    app.segmented_control(key="forward array").set_value("W2").run()
    app.text_input(key="field-W2-0-0").set_value("5").run()
    assert BOOK["Y"] not in code_of(app)
    assert in_address(app, "W2") == "5,0.4;0.2,0.5;0.3,0.6"
    strip(app).set_value("Z1").run()
    assert BOOK["Z1"] in code_of(app)
    press(app, "The book's numbers")
    strip(app).set_value("Y").run()
    assert BOOK["Y"] in code_of(app)
    assert set(app.query_params) == {"at", "step", "array"}


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        # relu leaves A1 as it is: A2 = (.03+.14+.33+.1, .12+.35+.66+.2) = (.6, 1.33).
        ({"h": "relu", "step": "Z2"}, "# [0.6  1.33]"),
        ({"h": "tanh", "step": "Z1"}, "# [0.29131261 0.60436778 0.80049902]"),
        # 1 / (1 + exp(0.69627909 − 0.31682708)) = 0.40625908
        ({"out": "softmax", "step": "Y"}, "# [0.40625907 0.59374093]"),
        ({"step": "Z1", "W1": "1e50,-1e50,0;1e50,-1e50,0", "X": "1e50,1e50"}, "# [1.         0."),
    ],
)
def test_other_activations_and_huge_numbers(settings: dict[str, str], line: str) -> None:
    assert line in code_of(at(**settings))


@pytest.mark.parametrize("text", ["abc", "1,2;3,4", "1e99,1,1;1,1,1", "nan,1,1;1,1,1"])
def test_nonsense_in_a_link_leaves_the_books_numbers(text: str) -> None:
    app = at(step="Y", W1=text)
    assert ["`W1`" in toast.value for toast in app.toast] == [True]
    assert f"# {BOOK['Y']}" in code_of(app)


def test_a_huge_number_is_answered_in_a_sentence_and_the_old_one_stays() -> None:
    app = at("your-numbers", X="2,0.5")
    app.text_input(key="field-W1-0-0").set_value("1e+60").run()
    assert ["W1 takes numbers from −1·10⁵⁰ to 1·10⁵⁰." in error.value for error in app.error] == [True]
    assert app.text_input(key="field-W1-0-0").value == "0.1"
    app.text_input(key="field-W1-0-0").set_value("").run()
    assert app.text_input(key="field-W1-0-0").value == "0.1"


def test_a_wire_has_its_name_and_its_place_in_the_array() -> None:
    app = at("wire-names")
    assert "$w^{(1)}_{12}$ = `W1[1, 0]` = 0.2" in text_of(app)
    app.segmented_control(key="forward to").set_value(3).run()
    assert "$w^{(1)}_{32}$ = `W1[1, 2]` = 0.6" in text_of(app)
    assert in_address(app, "to") == "3"


@pytest.mark.parametrize(
    ("W1", "words"),
    [("0,0.3,0.5;0.2,0.4,0.6", "One of the two is 0."), ("0.1,0,0.5;0.2,0,0.6", "Now its sum")],
)
def test_a_silent_neuron_is_seen(W1: str, words: str) -> None:
    assert words in words_in(at("your-numbers", W1=W1), "check-silent-inputs")


@pytest.mark.parametrize(
    ("section", "check", "said", "words"),
    [
        ("three-layers", "second-neuron", "0.7", "1·0.3 + 0.5·0.4 + 0.2 = 0.7."),
        ("three-layers", "second-neuron", "0.5", "You left out the bias"),
        ("three-layers", "second-neuron", "0.6", "That is a row of W1"),
        ("three-layers", "second-neuron", "0.9", "You added the weights"),
        ("wire-names", "name-to-number", "0.3", "In NumPy it is"),
        ("wire-names", "name-to-number", "0.2", "the other way round"),
        ("wire-names", "name-to-number", "0.6", "you count from 1"),
        ("your-numbers", "count-parameters", "23", "3 + 2 + 2 = 7 biases"),
        ("your-numbers", "count-parameters", "16", "Those are the weights."),
        ("your-numbers", "count-parameters", "7", "You counted the neurons"),
        ("digit-network", "count-first-layer", "39250", "39 200 weights, and one bias"),
        ("digit-network", "count-first-layer", "39 200", "Each neuron has a bias"),
        ("digit-network", "count-first-layer", "785", "That is one neuron"),
        ("digit-network", "count-first-layer", "39984", "You gave the inputs a bias"),
        ("why-this-answer", "take-apart", "2", "= 2."),
        ("why-this-answer", "take-apart", "3.5", "You left out the bias"),
        ("why-this-answer", "take-apart", "20", "adding −9 lowers"),
        ("why-this-answer", "take-apart", "5", "it lowers the score too"),
    ],
)
def test_an_answer_is_told_from_its_mistakes(section: str, check: str, said: str, words: str) -> None:
    app = at(section, of="0", W1="9,9,9;9,9,9")  # the book's numbers are asked for, whatever was changed
    if f"said-{check}" not in [field.key for field in app.text_input]:
        press(app, "Check 2 ›")
    app.text_input(key=f"said-{check}").set_value(said).run()
    assert words in words_in(app, f"check-{check}").replace("\u202f", " ")


def test_it_is_told_what_ran_and_the_whole_program_is_there() -> None:
    app = at(step="Z1", h="tanh")
    key = next(
        str(fold.proto.id).partition("-code-")[2] for fold in app.get("popover") if "-code-" in fold.proto.id
    )
    app.session_state[f"code-{key}"] = app.session_state["script"] = True
    shown = [str(code.value) for code in app.run().code]
    assert any(code.startswith("def tanh(") for code in shown)
    assert any(code.startswith("def forward(") for code in shown)
    assert any("import numpy as np" in code and 'print("Z1 =", Z1)' in code for code in shown)


def test_the_program_is_saved_as_a_script_and_as_a_notebook() -> None:
    app = opened("pages/forward.py", script=True)
    labels = [button.proto.label for button in app.main.get("download_button")]
    assert labels == ["Save the script", "Save as a notebook"]
