"""Why this answer: its terms add up to the score, and it is said truly what erasing did."""

import re
from decimal import Decimal

import pytest

from tests.support.app import text_of, words_in
from tests.support.forward_page import at, formulas_of, in_address


@pytest.mark.parametrize("erased", [0.0, 20.0])
def test_it_is_said_truly_what_erasing_did(erased: float) -> None:
    app = at(net="digit", of="0", step="Y")
    app.text_input(key="erased_field").set_value(f"{erased:g}").run()
    said = re.search(r"\*\*7\*\* (stays at|falls from|rises from) ([^%]*%)(?: to ([^%]*%))?", text_of(app))
    assert said
    assert (said[1] == "stays at") == (said[3] is None)
    assert (said[1] == "stays at") >= (erased == 0)


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
    app.text_input(key="erased_field").set_value("0").run()
    assert not app.exception
    assert text_of(app) != before


def test_the_bias_that_decides_is_remarked_on() -> None:
    beat = words_in(at(net="digit", of="18", step="Y"), "beat-why-this-answer")
    assert "They nearly cancel, and the bias, 6.290, decides!" in beat  # 40.047 − 39.574
    assert "the difference decides" not in beat


def test_reasons_wait_for_the_answer_and_lead_there() -> None:
    app = at(net="digit", of="0", step="A2")
    assert "The answer: " not in text_of(app)
    app.button(key="to_y_why").click().run()
    assert "### The answer: 7 " in text_of(app)
    assert in_address(app, "step") == "Y"
