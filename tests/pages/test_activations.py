"""The page on activation functions: its numbers against values worked by hand, and each check's rule."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from nncore import naive_softmax, softmax_stages
from tests.support.app import choose, keyed, opened, press, text_of, words_in
from ui.activations.probabilities import what_broke

PAGE = "pages/activations.py"


def tables(app: AppTest) -> list[list[list[str]]]:
    """Return the cells of each table that is shown."""
    bodies = [body for each in app.main.get("html") if "<table" in (body := str(each.proto.body))]
    rows = [re.findall(r"<tr.*?</tr>", body) for body in bodies]
    return [[re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in each] for each in rows]


def sliders(app: AppTest, **values: float) -> AppTest:
    for key, value in values.items():
        app.slider(key=key).set_value(value)
    app.run()
    assert not app.exception
    return app


def guess(app: AppTest, prediction: str, said: str) -> AppTest:
    choose(keyed(app.button_group, f"guess {prediction} "), said)
    assert not app.exception
    return app


def test_the_first_screen_has_the_step_alone() -> None:
    app = opened(PAGE)
    assert tables(app) == [[["h", "step"], ["h(1)", "1"]]]
    assert tables(sliders(app, x=0.0)) == [[["h", "step"], ["h(0)", "0"]]]
    assert "sigmoid" not in words_in(app, "spread")


def test_the_sum_stays_and_meets_the_sigmoid_then_all_with_their_slopes() -> None:
    app = press(sliders(opened(PAGE), x=-2.0), "Next")
    assert tables(app) == [[["h", "step", "sigmoid"], ["h(−2)", "0", "0.1192"]]]  # 1 ÷ (1 + e²)
    (table,) = tables(press(app, "Next"))
    assert table[2] == ["slope", "0", "0.105", "0"]  # 0.1192 · 0.8808
    (table,) = tables(sliders(app, x=0.0))
    assert table[1:] == [["h(0)", "0", "0.5", "0"], ["slope", "none", "0.25", "none"]]


def test_no_curve_is_asked_for_kindly() -> None:
    assert "Choose a curve" in text_of(opened(PAGE, "relu-and-slopes", curves=[]))


def test_sharpness_multiplies_the_sums_of_a_gate_and_leaves_its_line() -> None:
    app = press(opened(PAGE, "soft-gates"), "AND")
    assert [row[1:] for row in tables(app)[0][1:]] == [
        ["−0.7", "0.332"],
        ["−0.2", "0.45"],
        ["−0.2", "0.45"],
        ["0.3", "0.574"],
    ]
    assert [row[1:] for row in tables(sliders(app, k=10.0))[0][1:]] == [
        ["−7", "0.000911"],
        ["−2", "0.119"],
        ["−2", "0.119"],
        ["3", "0.953"],
    ]
    press(app, "NAND")
    assert [app.slider(key=key).value for key in ("sw1", "sw2", "sb", "k")] == [-0.5, -0.5, 0.7, 1]


def test_three_linear_layers_are_one_line() -> None:
    app = opened(PAGE, "why-bend")
    # 1.5·(−1·(1·x + 1) + 2) + 0.5 = −1.5·x + 2
    assert r"$1.5\,((−1)\,(1\,x + 1) + 2) + 0.5 = -1.5\,x +2$" in text_of(app)
    sliders(app, c2=0.5)  # 1.5·(0.5·(x + 1) + 2) + 0.5 = 0.75·x + 4.25
    assert r"= 0.75\,x +4.25$" in text_of(app)
    app.session_state["ch"] = "relu"
    app.run()
    assert "With ReLU in each layer the answer leaves the one line." in text_of(app).replace("\n", " ")
    assert "here they do not show" in text_of(sliders(app, c3=0.0))


def test_softmax_of_the_books_scores_and_what_a_constant_changes() -> None:
    assert tables(opened(PAGE, "last-layer"))[0][1] == ["0.3", "1.3499", "0.018211"]  # exp(0.3), its share
    written, ours = tables(sliders(opened(PAGE, "overflow"), plus=300.0))
    assert written[1][0] == "300.3"
    assert ours[1:] == [
        ["300.3", "−3.7", "0.024724", "0.018211"],
        ["302.9", "−1.1", "0.33287", "0.24519"],
        ["304", "0", "1", "0.7366"],
        ["sum", "", "1.3576", "1"],
    ]


def test_overflow_and_underflow_in_numpys_words() -> None:
    app = press(opened(PAGE, "overflow"), "Overflow")
    written, ours = tables(app)
    assert (written[1], ours[1]) == (["1010", "inf", "nan"], ["1010", "0", "1", "0.99995"])
    assert "RuntimeWarning: overflow encountered in exp\nRuntimeWarning: invalid value" in app.code[0].value
    written, ours = tables(press(app, "Underflow"))
    assert (written[2], ours[1]) == (["−1000", "0", "nan"], ["−990", "0", "1", "0.99995"])
    assert "Here each power is 0, and 0\u202f÷\u202f0 is nan." in text_of(app)
    assert "too large for a float" not in text_of(app)
    assert not press(app, "The book's").code


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([709.8, 0, 0], "too-large"),
        ([709.7, 0, 0], ""),
        ([709.7, 709.7, 0], "total-too-large"),
        ([-745.2, -746, -800], "all-zero"),
        ([-745.1, -746, -800], "inexact"),  # one exp is left, the smallest float there is
        ([-700, -701, -702], ""),
        ([0.0, -800, -900], ""),  # exp(−800) ÷ sum is 0 to a float, and so it is in ours
    ],
)
def test_what_breaks_is_what_is_said(scores: list[float], words: str) -> None:
    assert what_broke(naive_softmax(scores), softmax_stages(scores)) == words


CHECKS: dict[tuple[str, str], list[tuple[dict[str, Any], str]]] = {
    ("soft-gates", "decided-and"): [
        ({}, ""),
        ({"sh": "step_function"}, "Choose the sigmoid as the activation."),
        ({"sh": "sigmoid", "sw1": 1.0}, "does not cut off the corner"),
        ({"sw1": 0.5, "k": 4.0}, "not by enough"),
        ({"k": 10.0}, "That is a decisive AND."),
        ({"k": 1.0, "sw1": 5.0, "sw2": 5.0, "sb": -7.0}, "That is a decisive AND."),
    ],
    ("why-bend", "leave-the-band"): [
        ({}, ""),
        ({"c1": 0.5}, "With the identity it never will."),
        ({"c3": 0.0, "ch": "relu"}, "The blue curve is one straight line here"),
        ({"c3": 1.5}, "a bend between the layers"),
    ],
    ("last-layer", "all-equal"): [
        ({}, ""),
        ({"a2": 0.3}, "Two are equal."),
        ({"a3": 0.3}, "a third each"),
    ],
    ("overflow", "break-it"): [
        ({}, ""),
        ({"plus": 705.0}, "Not broken yet."),
        ({"plus": 706.0}, "Broken, while ours still stands"),  # the largest score is 710
        ({"plus": -742.0}, "Not broken yet."),  # inexact, but no power is gone yet
        ({"plus": -760.0}, "Broken, while ours still stands"),
    ],
}


@pytest.mark.parametrize(("section", "name"), CHECKS)
def test_what_is_done_on_the_page_is_seen_and_helped(section: str, name: str) -> None:
    app, steps = opened(PAGE, section), CHECKS[section, name]
    if section == "overflow":
        press(app, "Check 2 ›")
    for settings, words in steps:
        for key, value in settings.items():
            app.session_state[key] = value
        said = words_in(app.run(), f"check-{name}")
        assert not app.exception
        assert words in said
        assert words or not any(hint in said for _, hint in steps if hint)


def test_predict_first_hides_answers_until_a_guess_and_judges_it() -> None:
    app = opened(PAGE, "soft-step", predict=True)
    assert tables(app) == []
    assert "Step and sigmoid agree" not in text_of(app)
    guess(app, "around-the-middle", "below 0.5")
    assert "You said below 0.5. At 0 the sigmoid says exactly 0.5, and it only rises" in text_of(app)
    assert tables(app)
    assert tables(sliders(app, x=0.0)) == []


def test_predict_first_asks_for_the_signs_of_the_corners() -> None:
    app = opened(PAGE, "soft-gates", predict=True)
    for x, said in zip(("00", "10", "01", "11"), "0110", strict=True):
        next(g for g in app.button_group if str(g.key).endswith(f" {x}")).set_value(said).run()
    assert "You said 0 1 1 0. Look at the rows marked ✗" in text_of(app)
    assert [row[-1] for row in tables(app)[0]] == ["you said", "0 ✓", "1 ✗", "1 ✗", "0 ✗"]


@pytest.mark.parametrize(
    ("section", "prediction", "said", "words"),
    [
        ("why-bend", "still-a-line", "yes", "You said yes. Without bends"),
        ("last-layer", "more-than-half", "yes", "You said yes. A score that is ahead"),
        ("overflow", "adding-a-constant", "it grows", "The factor cancels, and every share"),
    ],
)
def test_predict_first_hides_chain_shares_and_overflow(
    section: str, prediction: str, said: str, words: str
) -> None:
    app = opened(PAGE, section, predict=True)
    hidden = len(text_of(app))
    assert tables(app) == []
    assert words in text_of(guess(app, prediction, said))
    assert len(text_of(app)) > hidden


def test_every_corner_of_the_controls_stays_finite() -> None:
    ends = {"x": -5.0, "k": 50.0, "sw1": 10.0, "sw2": -10.0, "sh": "identity_function"}
    for section in ("relu-and-slopes", "soft-gates"):
        assert not opened(PAGE, section, **ends).exception
    _, ours = tables(opened(PAGE, "overflow", a1=-10.0, a2=10.0, plus=-1000.0))
    assert ours[2] == ["−990", "0", "1", "0.99753"]  # 1 ÷ (1 + exp(−6) + exp(−20))
