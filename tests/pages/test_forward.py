"""The forward page, without a browser: its numbers against the book's, its settings, its refusals."""

import json
import re
from decimal import Decimal

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import WeightsFile, load_images, random_network
from tests.support.app import opened, text_of, unfolded, words_in
from tests.support.reading import plain
from ui.address import pack
from ui.resources import predictions
from ui.state.drawing import Drawing, example_sheet
from ui.state.own_network import OwnNetwork

PAGE = "pages/forward.py"
SYMBOLS = ("X", "A1", "Z1", "A2", "Z2", "A3", "Y")
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


def at(*, predict: bool = False, **settings: str) -> AppTest:
    """Open the page by a link with these settings."""
    app = opened(predict=predict)
    app.query_params.update(settings)
    app.session_state.editor = True
    app = app.switch_page(PAGE).run()
    assert not app.exception
    return app


def in_address(app: AppTest, name: str) -> str:
    """What the address holds under a name."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[-1]


def code_of(app: AppTest) -> str:
    """The line of NumPy that ran, and what it gave."""
    return str(app.code[0].value)


def formulas_of(app: AppTest) -> str:
    """All formulas, without what only typesetting needs."""
    return plain("\n".join(str(markdown.value) for markdown in app.main.markdown))


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
    app.number_input(key="field-W2-0-0").set_value(5.0).run()
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
def test_nonsense_in_a_link_is_refused_in_one_sentence(text: str) -> None:
    app = at(step="Y", W1=text)
    assert len(app.error) == 1
    assert f"# {BOOK['Y']}" in code_of(app)


def test_a_huge_number_is_answered_in_a_sentence_and_the_rest_stays() -> None:
    app = at(step="A1", X="2,0.5")
    app.number_input(key="field-W1-0-0").set_value(1e60).run()
    assert [error.value for error in app.error] == [
        "1·10⁶⁰ does not fit, and the old number stays: W1 takes numbers from −1·10⁵⁰ to 1·10⁵⁰."
    ]
    assert app.number_input(key="field-W1-0-0").value == 0.1
    assert "2.0·0.1+0.5·0.2+0.1=0.4" in formulas_of(app)


def test_an_emptied_field_gets_its_number_back_and_another_change_counts() -> None:
    app = at(step="A1", X="2,0.5")
    app.number_input(key="field-W1-0-0").set_value(None)
    app.number_input(key="field-W1-1-0").set_value(0.4).run()
    assert not app.exception
    assert app.number_input(key="field-W1-0-0").value == 0.1
    assert "2.0·0.1+0.5·0.4+0.1=0.5" in formulas_of(app)


@pytest.mark.parametrize(
    ("key", "number", "sentence", "old"),
    [
        ("pace_field", 0.1, "the field of seconds takes numbers from 0.5 to 10.", 1.5),
        ("neuron3", 10.0, "the field of digits takes whole numbers from 0 to 9.", 7),
        ("neuron3", 2.5, "the field of digits takes whole numbers from 0 to 9.", 7),
        ("erased_field", 999.0, "the field of pixels takes whole numbers from 0 to ", 20),
    ],
)
def test_a_number_that_does_not_fit_is_answered_in_a_sentence(
    key: str, number: float, sentence: str, old: float
) -> None:
    app = at(net="digit", of="0", step="Y")
    app.number_input(key=key).set_value(number).run()
    assert sentence in app.error[0].value
    assert app.number_input(key=key).value == old
    app.number_input(key=key).set_value(old + 1).run()
    assert not app.error
    assert app.number_input(key=key).value == old + 1


def test_another_neuron_travels_in_the_link() -> None:
    app = at(net="digit", of="0", step="A1")
    app.number_input(key="neuron1").set_value(49.0).run()
    assert in_address(app, "n1") == "49"
    assert "A1[49]" in code_of(app)


@pytest.mark.parametrize("erased", [0.0, 20.0])
def test_it_is_said_truly_what_erasing_did(erased: float) -> None:
    app = at(net="digit", of="0", step="Y")
    app.number_input(key="erased_field").set_value(erased).run()
    said = re.search(r"\*\*7\*\* (stays at|falls from|rises from) ([^%]*%)(?: to ([^%]*%))?", text_of(app))
    assert said
    assert (said[1] == "stays at") == (said[3] is None)
    assert (said[1] == "stays at") >= (erased == 0)


def test_unknown_settings_in_a_link_are_ignored() -> None:
    app = at(step="Q9", net="x", h="x", out="x", n1="x")
    assert "### X" in text_of(app)


def test_digit_network_without_a_drawing_says_so_and_shows_a_test_image() -> None:
    app = at(net="digit")
    assert "No drawing yet" in app.info[0].value
    assert "This is test image 0" in text_of(app)
    assert "Its writer meant **7**" in text_of(app)


def test_digit_network_steps_through_the_drawing() -> None:
    drawing = Drawing()
    drawing.put(example_sheet(2, load_images("test")[0][2]))
    app = opened(drawing=drawing)
    app.query_params.update({"net": "digit", "of": "drawing", "step": "Y"})
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert not app.info
    assert ">1<" in text_of(app)
    link = {name: in_address(app, name) for name in app.query_params}
    elsewhere = at(**link)
    assert not elsewhere.info
    assert code_of(elsewhere) == code_of(app)


def test_a_linked_drawing_is_still_there_after_a_random_one() -> None:
    ink = pack(load_images("test")[0][2])
    app = at(net="digit", of="drawing", ink=ink, step="Y")
    before = code_of(app)
    for label in ("A random one", "My drawing"):
        next(button for button in app.button if button.label == label).click().run()
    assert not app.info
    assert code_of(app) == before
    assert in_address(app, "ink") == ink


def test_a_new_drawing_takes_the_place_of_a_linked_one() -> None:
    app = at(net="digit", of="drawing", ink=pack(load_images("test")[0][2]), step="Y")
    drawing = Drawing()
    drawing.put(example_sheet(0, load_images("test")[0][0]))
    app.switch_page("pages/draw.py").run()
    app.session_state.drawing = drawing
    app.query_params.clear()
    app.query_params.update({"net": "digit", "of": "drawing", "step": "Y"})
    app = app.switch_page(PAGE).run()
    assert ">7<" in text_of(app)


def test_digit_sum_adds_up_on_the_page() -> None:
    app = at(net="digit", of="0", step="A1", n1="3")
    table = next(text for text in (str(e.proto.body) for e in app.main.get("html")) if "<table" in text)
    rows = re.findall(r"<tr.*?</tr>", table)
    numbers = [float(re.sub("<.*?>", " ", row).split()[-1].replace("−", "-")) for row in rows]
    assert len(rows) == 6 + 4
    assert round(sum(numbers[:-1]), 3) == numbers[-1]
    inked = np.count_nonzero(load_images("test")[0][0])
    assert f"the other {inked - 6} inked pixels" in table
    assert f"{784 - inked} blank pixels" in table
    assert f"{numbers[-1]:.3f}" == f"{float(code_of(app).splitlines()[-1].strip('# ')):.3f}"


@pytest.mark.parametrize("of", ["10000", "-1", "x", "²"])
def test_an_image_that_does_not_exist_is_refused_in_one_sentence(of: str) -> None:
    app = at(net="digit", of=of)
    assert "0 to 9999" in app.error[0].value
    assert "This is test image 0" in text_of(app)


@pytest.mark.parametrize("number", [10000, -1, 3.5, 1e308])
def test_a_number_that_no_image_has_is_answered_and_the_image_stays(number: float) -> None:
    app = at(net="digit", of="7")
    app.number_input(key="image").set_value(number).run()
    assert "the field of test images takes whole numbers from 0 to 9999" in app.error[0].value
    assert in_address(app, "of") == "7"
    assert app.number_input(key="image").value == 7
    app.number_input(key="image").set_value(8.0).run()
    assert in_address(app, "of") == "8"
    assert not app.error


def test_random_mistake_is_a_mistake() -> None:
    app = at(net="digit", step="Y")
    next(button for button in app.button if button.label == "A random mistake").click().run()
    number = int(in_address(app, "of"))
    answer = re.search(r"The answer: (\d)", text_of(app))
    assert answer is not None
    assert int(answer[1]) != load_images("test")[1][number]
    assert app.number_input(key="image").value == number


def test_batch_has_the_shapes_of_a_batch() -> None:
    app = at(net="digit", of="0", batch="batch", step="A2")
    assert app.button(key="strip-X").label == "**X** (100,784)"
    assert app.button(key="strip-Y").label == "**Y** (100,10)"
    assert "(100,50) @ (50,100) + (100,) → (100,100)" in code_of(app)


def test_the_answer_is_explained_at_the_end() -> None:
    app = at(net="digit", of="0", step="Y")
    assert "### The answer: 7 " in text_of(app)
    for numbers in re.findall(
        r"For: (.*?) from .*?Against: (.*?) from .*?Bias: (.*?)\. Score: \*\*(.*?)\*\*", text_of(app)
    ):
        assert not any("-" in number or "+" in number for number in numbers)
        pro, con, bias, score = (Decimal(number.replace("−", "-")) for number in numbers)
        assert pro + con + bias == score
        assert f"{score:.3f}" in formulas_of(app) or score < 0  # the answer's, to which Y is worked out
    before = text_of(app)
    app.number_input(key="erased_field").set_value(0.0).run()
    assert not app.exception
    assert text_of(app) != before


def guess(app: AppTest, prediction: str, said: str) -> AppTest:
    """Make a guess, by a choice or by a number."""
    key = f"guess {prediction} "
    for group in app.button_group:
        if str(group.key).startswith(key):
            return group.set_value(said).run()  # type: ignore[arg-type]
    next(field for field in app.text_input if str(field.key).startswith(key)).set_value(said)
    return app.run()


def asked(app: AppTest) -> list[str]:
    """What is asked before something is shown."""
    keys = (str(widget.key) for widget in (*app.button_group, *app.text_input))
    return [key.split()[1] for key in keys if key.startswith("guess ")]


def test_predict_first_hides_a_number_until_it_is_guessed() -> None:
    app = at(step="A1", predict=True)
    assert asked(app) == ["next-number-sum"]
    assert "0.7" not in code_of(app)
    assert "As printed" not in text_of(app)
    assert "1.0·0.1+0.5·0.2+0.1=,?," in formulas_of(app).replace("\\", "")
    guess(app, "next-number-sum", "0.25")
    assert "# [0.3 0.7 1.1]" in code_of(app)
    assert "You said 0.25. Multiply each input by its own weight" in text_of(app)
    app.button(key="next").click().run()
    assert "0.574" not in formulas_of(app)


@pytest.mark.parametrize(
    ("settings", "prediction", "right"),
    [
        ({"step": "A1"}, "next-number-sum", "0.3"),
        ({"step": "A1", "X": "3,0.5"}, "next-number-sum", "0.5"),
        ({"step": "A2"}, "next-number-sum-later", "no"),  # 0.516…
        ({"step": "Z1"}, "next-number-bend", "more than 0.5"),
        ({"step": "Z1", "X": "-9,0"}, "next-number-bend", "not more"),
        ({"step": "Y"}, "next-number-out", "the second"),
        ({"net": "digit", "of": "0", "step": "A1"}, "digit-sum", "yes"),  # 14.132
        ({"net": "digit", "of": "0", "step": "Z1"}, "digit-bend", "yes"),
        ({"net": "digit", "of": "0", "step": "A3"}, "digit-winner", "7"),
        ({"net": "digit", "of": "0", "step": "Y"}, "digit-answer", "7"),
    ],
)
def test_each_step_asks_what_a_head_can_answer(settings: dict[str, str], prediction: str, right: str) -> None:
    app = at(**settings, predict=True)  # type: ignore[arg-type]
    assert asked(app) == [prediction]
    assert "print(" not in code_of(app)
    guess(app, prediction, right)
    assert f"You said {right}. " in text_of(app)
    assert predictions()[prediction].lines["right"] in text_of(app)
    assert prediction not in asked(app)


@pytest.mark.parametrize(
    "settings",
    [
        {"step": "X"},
        {"step": "Z1", "h": "relu"},  # no threshold to compare with
        {"step": "Y", "W3": "0,0;0,0", "b3": "1,1"},  # neither is larger
    ],
)
def test_nothing_is_asked_where_there_is_nothing_to_weigh_up(settings: dict[str, str]) -> None:
    app = at(**settings, predict=True)  # type: ignore[arg-type]
    assert not asked(app)
    assert "print(" in code_of(app)


@pytest.mark.parametrize("said", ["1e39", "-1e308"])
def test_predict_first_takes_any_guess(said: str) -> None:
    app = guess(at(step="A1", predict=True), "next-number-sum", said)
    assert not app.exception
    assert f"You said {said}. " in text_of(app)


def test_predict_first_asks_which_output_wins_without_a_hint() -> None:
    app = at(net="digit", of="0", step="A3", predict=True)
    assert app.number_input(key="neuron3").value == 0
    guess(app, "digit-winner", "4")
    assert "You said 4. The network's largest score is that of 7." in text_of(app)
    assert app.number_input(key="neuron3").value == 7


def test_predict_first_keeps_the_label_and_the_reasons_until_the_answer_is_guessed() -> None:
    app = at(net="digit", of="0", step="X", predict=True)
    assert "writer meant" not in text_of(app)
    app.button(key="strip-Y").click().run()
    assert "writer meant" not in text_of(app)
    assert "The answer: " not in text_of(app)
    guess(app, "digit-answer", "7")
    assert "Its writer meant **7**" in text_of(app)
    assert "### The answer: 7 " in text_of(app)


def test_erasing_waits_for_a_guess() -> None:
    app = at(net="digit", of="0", step="Y", predict=True)
    guess(app, "digit-answer", "7")
    assert "falls from" not in text_of(app)
    guess(app, "faster", "yes")
    assert "You said yes. That is what the test is for" in text_of(app)
    assert "**7** falls from" in text_of(app)


def test_predict_first_gives_nothing_away_in_the_other_beats() -> None:
    app = at(predict=True)
    shapes = [
        shape.get("text")
        for element in app.main.get("bidi_component")
        for shape in json.loads(element.proto.json or "{}").get("shapes", [])
    ]
    assert not {"0.300", "0.700", "1.100"} & set(shapes)


def test_a_random_mistake_tells_at_the_end_what_its_writer_meant() -> None:
    app = at(net="digit", step="Y")
    next(button for button in app.button if button.label == "A random mistake").click().run()
    label = load_images("test")[1][int(in_address(app, "of"))]
    assert f"Its writer meant **{label}**" in text_of(app)
    assert "A wrong answer comes about exactly" in words_in(app, "check-see-a-mistake")
    app.button(key="strip-A3").click().run()
    assert "Now walk on to Y." in words_in(app, "check-see-a-mistake")
    assert "A wrong answer" not in words_in(app, "check-see-a-mistake")


def test_a_digit_that_is_read_right_is_no_mistake() -> None:
    app = at(net="digit", of="0", step="Y")
    assert "Press *A random mistake* first." in words_in(app, "check-see-a-mistake")


def test_walking_from_the_input_to_the_answer_is_seen_and_jumping_is_not() -> None:
    app = opened(PAGE)
    app.button(key="strip-Y").click().run()
    assert "every step counts" in words_in(app, "check-walk-to-the-end")
    app.button(key="strip-X").click().run()
    for _ in SYMBOLS[1:]:
        app.button(key="next").click().run()
    assert "Seven steps" in words_in(app, "check-walk-to-the-end")


def test_a_silent_neuron_is_seen() -> None:
    for W1, words in (
        ("0,0.3,0.5;0.2,0.4,0.6", "One of the two is 0."),
        ("0.1,0,0.5;0.2,0,0.6", "Now its sum"),
    ):
        assert words in words_in(at(W1=W1), "check-silent-inputs")
    assert "is 0" not in words_in(at(), "check-silent-inputs").replace("weights into", "")


@pytest.mark.parametrize(
    ("net", "check", "said", "words"),
    [
        ("toy", "second-neuron", "0.7", "1·0.3 + 0.5·0.4 + 0.2 = 0.7."),
        ("toy", "second-neuron", "0.5", "You left out the bias"),
        ("toy", "second-neuron", "0.6", "from the row of W1"),
        ("toy", "second-neuron", "0.9", "You added the weights"),
        ("toy", "name-to-number", "0.3", "In NumPy it is"),
        ("toy", "name-to-number", "0.2", "the other way round"),
        ("toy", "name-to-number", "0.6", "you count from 1"),
        ("toy", "count-parameters", "23", "3 + 2 + 2 = 7 biases"),
        ("toy", "count-parameters", "16", "Those are the weights."),
        ("toy", "count-parameters", "7", "You counted the neurons"),
        ("digit", "count-first-layer", "39250", "45 360"),
        ("digit", "count-first-layer", "39 200", "Each neuron has a bias"),
        ("digit", "count-first-layer", "785", "That is one neuron"),
        ("digit", "count-first-layer", "39984", "You gave the inputs a bias"),
        ("digit", "take-apart", "2", "= 2."),
        ("digit", "take-apart", "3.5", "You left out the bias"),
        ("digit", "take-apart", "20", "adding −9 lowers"),
        ("digit", "take-apart", "5", "it lowers the score too"),
    ],
)
def test_an_answer_is_told_from_its_mistakes(net: str, check: str, said: str, words: str) -> None:
    app = at(net=net, of="0", W1="9,9,9;9,9,9")  # the book's numbers are asked for, whatever is in the editor
    app.text_input(key=f"said-{check}").set_value(said).run()
    assert words in words_in(app, f"check-{check}").replace("\u202f", " ")


def test_the_bias_that_decides_is_remarked_on() -> None:
    beat = words_in(at(net="digit", of="3", step="Y"), "beat-why-this-answer")
    assert "They nearly cancel, and the bias, 11.196, decides!" in beat  # 23.353 − 26.095
    assert "the difference decides" not in beat


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("X", "116 of its 784 numbers are not 0"),
        ("A1", "training keeps those\nweights at 0"),
        ("A2", "there is no picture to show"),
        ("A3", "there is no picture to show"),
    ],
)
def test_each_step_says_what_is_seen_there(step: str, words: str) -> None:
    assert words in words_in(at(net="digit", of="0", step=step), "beat-digit-network")
    elsewhere = words_in(at(net="digit", of="0", step="Z1"), "beat-digit-network")
    assert words not in elsewhere


def test_a_batch_is_spoken_of_as_one() -> None:
    app = at(net="digit", of="0", batch="batch")
    assert "The input: 100 pictures of 784 numbers." in text_of(app)
    images = load_images("test")[0][:101].reshape(101, 784)
    count = np.count_nonzero(images[:100])
    assert f"# {count}" in code_of(app)
    assert f"So many of the numbers are not 0: {count:,}.".replace(",", "\u202f") in text_of(app)
    assert "with X of shape (100, 784)" in words_in(app, "beat-digit-network")


def test_reasons_wait_for_the_answer_and_lead_there() -> None:
    app = at(net="digit", of="0", step="A2")
    assert "The answer: " not in text_of(app)
    app.button(key="to_y_why").click().run()
    assert "### The answer: 7 " in text_of(app)
    assert in_address(app, "step") == "Y"


def test_erasing_until_it_reads_another_digit_is_seen() -> None:
    app = at(net="digit", of="4", step="Y")
    check = "check-change-its-mind"
    app.number_input(key="erased_field").set_value(0.0).run()
    assert "It still reads 4." in words_in(app, check)
    for count in range(20, 100, 10):
        app.number_input(key="erased_field").set_value(float(count)).run()
        if "The fewer it takes, the more hung on them" in words_in(app, check):
            break
    assert f"With {count} pixels gone it reads " in words_in(app, check)
    assert "now it reads" in text_of(app)


def test_the_digit_network_is_one_button_from_the_end_of_the_book() -> None:
    app = at(step="Y")
    app.button(key="to_digits").click().run()
    assert in_address(app, "net") == "digit"
    assert "step" not in app.query_params
    assert "This is test image 0" in text_of(app)


@pytest.mark.parametrize(
    ("only", "settings", "words"),
    [
        ("digit-network", {"of": "3", "step": "Y"}, ">0<"),
        ("why-this-answer", {"of": "3"}, "### The answer: 0 "),
        ("is-it-honest", {"of": "3"}, "**0** falls from"),
        ("three-layers", {"net": "digit", "step": "A2"}, "2 neurons add up"),
    ],
)
def test_a_beat_by_itself_has_its_own_network(only: str, settings: dict[str, str], words: str) -> None:
    assert words in text_of(at(only=only, **settings))


def test_the_code_that_ran_is_about_the_step() -> None:
    for settings, name in (
        ({"step": "Z1", "h": "tanh"}, "def tanh("),
        ({"step": "Y", "out": "softmax"}, "def softmax("),
        ({"net": "digit", "of": "0", "step": "A1"}, "def terms("),
    ):
        shown = [str(code.value) for code in unfolded(at(**settings)).code]
        assert any(code.startswith(name) for code in shown), name
        assert any(code.startswith("def forward(") for code in shown)


@pytest.mark.parametrize("sizes", [(784, 10), (784, 20, 15, 12, 10)])
def test_a_network_of_another_depth_says_what_the_page_does_not_show(sizes: tuple[int, ...]) -> None:
    network = random_network(sizes, "sigmoid", "Xavier", np.random.default_rng(0))
    keys = tuple(f"{kind}{n}" for n in range(1, len(sizes)) for kind in "Wb")
    app = opened()
    app.session_state["own network state"].own = OwnNetwork("mine.npz", WeightsFile(network, keys, False))
    app.query_params.update({"net": "digit", "step": "Y"})
    app.switch_page(PAGE).run()
    assert not app.exception
    said = " ".join(text_of(app).split())
    assert f"The network in use is {'-'.join(map(str, sizes))}." in said
    assert ("no hidden layer" in said) is (len(sizes) == 2)
    assert ("from 1 neuron" in said or "neurons. Against" in said) is (len(sizes) > 2)
