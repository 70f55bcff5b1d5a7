"""Predict first on the forward page: each step asks before it shows, and nothing else gives it away."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import text_of
from tests.support.forward_page import at, code_of, formulas_of
from ui.resources import predictions


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
    assert app.text_input(key="neuron3").value == "0"
    guess(app, "digit-winner", "4")
    assert "You said 4. The network's largest score is that of 7." in text_of(app)
    assert app.text_input(key="neuron3").value == "7"


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
