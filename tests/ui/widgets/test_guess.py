"""Predict first: hides until guessed, tells right from wrong, and asks again for a new situation."""

import pytest

from tests.support.app import choose, keyed, opened, text_of
from ui.language import CHOICE, speaking
from ui.lessons import read_lesson
from ui.widgets.guess import choice, is_right

KEY = "guess first-answer {}"


def test_home_hides_the_answer_until_it_is_guessed_and_asks_again_for_another_picture() -> None:
    app = opened(at="a-digit-is-read", predict=True)
    assert ">7<" not in text_of(app)
    assert "famous collection" not in text_of(app)  # what was seen waits too
    choose(app.button_group(key=KEY.format(0)), "7")
    assert ">7<" in text_of(app)
    assert "You said 7. You and the longest" in text_of(app)
    assert "famous collection" in text_of(app)
    next(button for button in app.main.button if button.label == "Read another").click().run()
    assert "Which digit will it answer?" in text_of(app)
    assert "You said" not in text_of(app)
    choose(app.button_group(key=KEY.format(1)), "3")
    assert "You said 3. Its longest bar is at" in text_of(app)


GUESSES = [
    ("one-cell", "19,0", {"cell": 19.0}, 0, True),
    ("one-cell", "20", {"cell": 19}, 0, False),
    ("of-a-hundred", "98", {"of_100": 98.91}, 1, True),
    ("of-a-hundred", "97", {"of_100": 98.91}, 1, False),
    ("four-answers", ("0", "0", "0", "1"), {"four_answers": "0 0 0 1"}, 0, True),
    ("four-answers", ("0", "0", "1", "1"), {"four_answers": "0 0 0 1"}, 0, False),
    ("digit-winner", 4, {"winner": 4}, 0, True),
]


@pytest.mark.parametrize(("name", "said", "values", "within", "right"), GUESSES)
def test_a_guess_is_right_or_wrong(name, said, values, within, right) -> None:  # type: ignore[no-untyped-def]
    assert is_right(name, said, values, within) is right


def test_a_choice_is_judged_whatever_language_it_is_shown_in() -> None:
    with speaking("ja"):
        assert is_right("rate-of-ten", 1, {})
        assert not is_right("rate-of-ten", 0, {})
        assert is_right("faster", 0, {"falls_further": choice("faster", 0)})


def test_a_guess_stays_made_when_the_language_changes() -> None:
    app = opened("pages/activations.py", "soft-step", predict=True)
    choose(keyed(app.button_group, "guess around-the-middle "), "above 0.5")
    assert "You said above 0.5." in text_of(app)
    app.segmented_control(key=CHOICE).set_value("ja").run()
    part = next(read_lesson("activations", "ja")["soft-step"].of("predict"))
    assert part.question
    assert part.question.choices[2].text in text_of(app)
    assert part.question.lines["right"] in text_of(app)


def test_an_answer_stays_chosen_when_the_language_changes() -> None:
    app = opened("pages/matrices.py")
    asked = app.radio(key="chosen-one-weight")
    right = read_lesson("matrices")["three-at-once"].checks[0].choices
    asked.set_value(next(n for n, choice in enumerate(right) if choice.right)).run()
    assert ":material/check:" in text_of(app)
    app.segmented_control(key=CHOICE).set_value("ja").run()
    assert not app.exception
    assert ":material/check:" in text_of(app)
