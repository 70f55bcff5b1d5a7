"""The checks of the forward page: what is done is seen, and an answer is told from its mistakes."""

import pytest

from nncore import load_images
from tests.support.app import opened, text_of, words_in
from tests.support.forward_page import PAGE, SYMBOLS, at, in_address


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


def test_erasing_until_it_reads_another_digit_is_seen() -> None:
    app = at(net="digit", of="4", step="Y")
    check = "check-change-its-mind"
    app.text_input(key="erased_field").set_value("0").run()
    assert "It still reads 4." in words_in(app, check)
    for count in range(20, 100, 10):
        app.text_input(key="erased_field").set_value(str(count)).run()
        if "The fewer it takes, the more hung on them" in words_in(app, check):
            break
    assert f"With {count} pixels gone it reads " in words_in(app, check)
    assert "now it reads" in text_of(app)
