"""Predict first on the page on activation functions: what is to be guessed is hidden, and then judged."""

import re

from streamlit.testing.v1 import AppTest

from tests.support.app import opened, text_of, words_in

PAGE = "pages/activations.py"


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
    app.slider(key="x").set_value(0.0).run()
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
