"""The page on activation functions: its numbers against values worked by hand."""

import re
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from nncore import naive_softmax, softmax_stages
from tests.support.app import formulas, opened, press, text_of, words_in
from ui.activations.probabilities import what_broke

PAGE = "pages/activations.py"


def test_values_and_slopes_at_x() -> None:
    app = opened(PAGE)
    assert "| step | 1 if *kx* > 0 else 0 | 1 | 0 |" in text_of(app)
    assert "| 0.7311 | 0.1966 |" in text_of(app)  # sigmoid(1) and 0.7311 · 0.2689
    app.slider(key="at").set_value(-2.0).run()
    assert "| ReLU | max(0, *kx*) | 0 | 0 |" in text_of(app)
    assert "| 0.1192 | 0.105 |" in text_of(app)
    app.slider(key="at").set_value(0.0).run()
    assert "| step | 1 if *kx* > 0 else 0 | 0 | none |" in text_of(app)


def test_sharpness_makes_the_sigmoid_a_step() -> None:
    app = opened(PAGE)
    app.slider(key="at").set_value(0.5)
    app.slider(key="k").set_value(50.0).run()
    row = next(line for line in text_of(app).splitlines() if line.startswith("| sigmoid"))
    assert "| 1 |" in row


@pytest.mark.parametrize("ends", [["9", "-9"], ["-9", "9"]])
def test_a_link_with_the_range_the_wrong_way_round_is_put_in_order(ends: list[str]) -> None:
    app = opened()
    app.query_params["range"] = ends
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert app.slider(key="range").value == (-9.0, 9.0)
    assert "lies outside" not in text_of(app)


@pytest.mark.parametrize("ends", [["x", "-9"], ["nan", "1"], ["3"], []])
def test_a_link_with_nonsense_for_the_range_gets_the_usual_one(ends: list[str]) -> None:
    app = opened()
    app.query_params["range"] = ends
    app = app.switch_page(PAGE).run()
    assert not app.exception
    assert app.slider(key="range").value == (-5.0, 5.0)


def test_no_curve_is_asked_for_kindly() -> None:
    app = opened(PAGE, curves=[])
    assert not app.exception
    assert "Choose a curve" in text_of(app)


def test_the_gates_set_the_surface() -> None:
    app = press(opened(PAGE), "NAND")
    assert [app.slider(key=key).value for key in ("sw1", "sw2", "sb")] == [-0.5, -0.5, 0.7]
    assert r"h(−0.5\,x_1 -0.5\,x_2 +0.7)" in formulas(app)


def test_three_linear_layers_are_one_line() -> None:
    app = opened(PAGE)
    # 1.5·(−1·(1·x + 1) + 2) + 0.5 = −1.5·x + 2
    assert r"$1.5\,((-1)\,(1\,x + 1) + 2) + 0.5 = -1.5\,x +2$".replace("(-1)", "(−1)") in text_of(app)
    app.slider(key="c2").set_value(0.5).run()
    # 1.5·(0.5·(x + 1) + 2) + 0.5 = 0.75·x + 4.25
    assert r"= 0.75\,x +4.25$" in text_of(app)
    app.session_state["ch"] = "relu"
    app.run()
    assert "With ReLU in each layer the answer leaves the one line." in text_of(app).replace("\n", " ")
    assert r"$y = h(1.5\,h(0.5\,h(1\,x + 1) + 2) + 0.5)$" in text_of(app)


def test_softmax_of_the_books_scores() -> None:
    text = text_of(opened(PAGE))
    assert "| 0.3 | 1.3499 | 0.018211 |" in text  # exp(0.3), and its share
    assert "| 0.3 | −3.7 | 0.024724 | 0.018211 |" in text
    assert "| 2.9 | −1.1 | 0.33287 | 0.24519 |" in text
    assert "| 4 | 0 | 1 | 0.7366 |" in text
    assert "| sum |  | 1.3576 | 1 |" in text


def test_the_overflow_and_numpys_words() -> None:
    app = press(opened(PAGE), "The overflow")
    text = text_of(app)
    assert "| 1010 | inf | nan |" in text
    assert "| 1010 | 0 | 1 | 0.99995 |" in text
    assert "| 1000 | −10 | 4.54·10⁻⁵ | 4.54·10⁻⁵ |" in text
    words = "\n".join(element.value for element in app.code)
    assert "RuntimeWarning: overflow encountered in exp\nRuntimeWarning: invalid value" in words


def test_adding_a_constant_changes_nothing() -> None:
    app = opened(PAGE)
    app.slider(key="plus").set_value(300.0).run()
    assert "| 300.3 | −3.7 | 0.024724 | 0.018211 |" in text_of(app)


def test_the_underflow_is_not_called_an_overflow() -> None:
    app = press(opened(PAGE), "The underflow")
    text = text_of(app)
    assert "| −1000 | 0 | nan |" in text
    assert "Here each power is 0, and 0 ÷ 0 is nan." in text
    assert "too large for a float" not in text
    assert any(code.value == "RuntimeWarning: invalid value encountered in divide" for code in app.code)
    text = text_of(press(app, "The book's example"))
    assert "0 ÷ 0 is nan" not in text
    assert "RuntimeWarning" not in "\n".join(element.value for element in app.code)


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([709.8, 0, 0], "also-too-large"),
        ([709.7, 0, 0], ""),
        ([709.7, 709.7, 0], "also-total-too-large"),
        ([-745.2, -746, -800], "also-all-zero"),
        ([-745.1, -746, -800], "also-inexact"),  # one exp is left, the smallest float there is
        ([-740, -741, -742], "also-inexact"),
        ([-700, -701, -702], ""),
        ([0.0, -800, -900], ""),  # exp(−800) ÷ sum is 0 to a float, and so it is in ours
    ],
)
def test_what_breaks_is_what_is_said(scores: list[float], words: str) -> None:
    assert what_broke(naive_softmax(scores), softmax_stages(scores)) == words


def choose(app: AppTest, key: str, value: object) -> AppTest:
    app.session_state[key] = value
    app.run()
    assert not app.exception
    return app


def answer(app: AppTest, prediction: str, said: str) -> AppTest:
    """Answer a prediction that offers choices."""
    group = next(g for g in app.button_group if str(g.key).startswith(f"guess {prediction} "))
    group.set_value(said).run()
    assert not app.exception
    return app


def test_predict_first_hides_curves_values_and_slopes_and_keeps_the_formulas() -> None:
    app = opened(PAGE, predict=True)
    beat = words_in(app, "beat-after-the-sum")
    assert "| step | 1 if *kx* > 0 else 0 | ? | ? |" in beat
    assert "0.7311" not in beat
    assert "Step and sigmoid agree" not in beat
    answer(app, "around-the-middle", "below 0.5")
    beat = words_in(app, "beat-after-the-sum")
    assert "You said below 0.5. At 0 the sigmoid says exactly 0.5, and it only rises" in beat
    assert "0.7311" in beat
    app.slider(key="at").set_value(0.0).run()
    assert "You said" not in words_in(app, "beat-after-the-sum")
    answer(app, "around-the-middle", "exactly 0.5")
    assert "You said exactly 0.5. At 0 the sigmoid says exactly 0.5; sums" in text_of(app)


def test_predict_first_asks_for_the_signs_of_the_corners() -> None:
    app = opened(PAGE, predict=True)
    assert "the sum a" not in text_of(app)
    for x, said in zip(("00", "10", "01", "11"), "0110", strict=True):
        next(g for g in app.button_group if str(g.key).endswith(f" {x}")).set_value(said).run()
    assert "You said 0 1 1 0. Look at the rows marked ✗" in text_of(app)
    for cells in ("−0.7|0.3318|0 ✓", "−0.2|0.4502|1 ✗", "−0.2|0.4502|1 ✗", "0.3|0.5744|0 ✗"):
        assert cells in re.sub("<t.*?>|</t.>", "", text_of(app).replace("</td><td", "|<td"))


def test_predict_first_hides_chain_shares_and_overflow() -> None:
    app = opened(PAGE, predict=True)
    for beat, hidden, prediction, said, words in (
        ("why-bend", "= -1.5", "still-a-line", "yes", "You said yes. Without bends"),
        ("last-layer", "| 0.3 | 1.3499 |", "more-than-half", "yes", "You said yes. A score that is ahead"),
        (
            "overflow",
            "| 0.3 | −3.7 |",
            "adding-a-constant",
            "it grows",
            "The factor cancels, and every share",
        ),
    ):
        assert hidden not in words_in(app, f"beat-{beat}")
        shown = words_in(answer(app, prediction, said), f"beat-{beat}")
        assert hidden in shown
        assert words in shown
    app.slider(key="plus").set_value(300.0).run()
    assert "| 300.3 |" in words_in(app, "beat-overflow")  # asked once


CHECKS: dict[str, list[tuple[dict[str, Any], str]]] = {
    "sharp": [
        ({}, ""),
        ({"k": 4.5}, "At x = 1 it answers 0.989."),
        ({"k": 5.0, "at": -1.0}, "Set x to 1"),
        ({"curves": ["relu"]}, "Choose the curve *sigmoid* first."),
        ({"curves": ["sigmoid"], "at": 1.0}, "With a large k the soft turn"),
    ],
    "decided-and": [
        ({}, ""),
        ({"sh": "step_function"}, "Choose the sigmoid as the activation."),
        ({"sh": "sigmoid", "sw1": 1.0}, "does not cut off the corner"),
        ({"sw1": 2.0, "sw2": 2.0, "sb": -2.8}, "not by enough"),
        ({"sw1": 5.0, "sw2": 5.0, "sb": -7.0}, "That is a decided AND."),
    ],
    "leave-the-band": [
        ({}, ""),
        ({"c1": 0.5}, "With the identity it never will."),
        ({"c3": 0.0, "ch": "relu"}, "The blue curve is one straight line here"),
        ({"c3": 1.5}, "a bend between the layers"),
    ],
    "all-equal": [
        ({}, ""),
        ({"a2": 0.3}, "Two are equal."),
        ({"a3": 0.3}, "a third each"),
    ],
    "break-it": [
        ({}, ""),
        ({"plus": 705.0}, "Not broken yet."),
        ({"plus": 706.0}, "Broken, while ours still stands"),  # the largest score is 710
        ({"plus": -742.0}, "Not broken yet."),  # inexact, but no power is gone yet
        ({"plus": -760.0}, "Broken, while ours still stands"),
    ],
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_is_done_on_the_page_is_seen_and_helped(name: str) -> None:
    app = opened(PAGE)
    for settings, words in CHECKS[name]:
        for key, value in settings.items():
            app.session_state[key] = value
        said = words_in(app.run(), f"check-{name}")
        assert not app.exception
        assert words in said
        assert words or not any(hint in said for _, hint in CHECKS[name] if hint)


@pytest.mark.parametrize(
    ("said", "words"), [("-1.5", "1 · (−1) · 1.5 = −1.5"), ("1.5", "Not yet."), ("2", "Not yet.")]
)
def test_the_weight_of_the_chain(said: str, words: str) -> None:
    app = opened(PAGE)
    app.text_input(key="said-product-of-weights").set_value(said).run()
    assert words in words_in(app, "check-product-of-weights")  # 1.5 is two mistakes at once: no hint


def test_a_bend_that_does_not_show_is_called_so() -> None:
    app = opened(PAGE, ch="relu", c3=0.0)
    assert "here they do not show" in words_in(app, "beat-why-bend")


@pytest.mark.parametrize(
    ("query", "beat"),
    [
        ({"part": "Curves"}, "after-the-sum"),
        ({"part": "Two inputs"}, "soft-gates"),
        ({"part": "Why not linear?"}, "why-bend"),
        ({"part": "Softmax"}, "last-layer"),
        ({"part": "Softmax", "plus": "1000"}, "overflow"),
        ({}, None),
    ],
)
def test_a_link_from_when_there_were_tabs_leads_to_its_beat(query: dict[str, str], beat: str | None) -> None:
    app = opened()
    for name, text in query.items():
        app.query_params[name] = text
    app = app.switch_page(PAGE).run()
    assert not app.error
    found = re.findall(
        r'getElementById\("(.*?)"\)', "\n".join(str(e.proto.body) for e in app.main.get("html"))
    )
    assert found == ([beat] if beat else [])
    assert app.main.title  # the whole page


def test_every_corner_of_the_controls_stays_finite() -> None:
    app = opened(
        PAGE, at=-10.0, k=50.0, a1=-10.0, a2=10.0, plus=-1000.0, sw1=10.0, sw2=-10.0, sh="identity_function"
    )
    assert not app.exception
    assert "| −990 | 0 | 1 | 0.99753 |" in text_of(app)  # 1 ÷ (1 + exp(−6) + exp(−20))
    assert np.isfinite(app.slider(key="at").value)
