"""The page on learning: what it shows against what the book prints, and what its controls do."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import ROOT, text_of
from ui.learn.simple import learned


def opened(**settings: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    if "predict" in settings:
        app.query_params["predict"] = settings.pop("predict")
    app.run()
    for name, text in settings.items():
        app.query_params[name] = text
    return app.switch_page("pages/learn.py").run()


def said(app: AppTest) -> str:
    """Return all that the page says, in words as they are read."""
    return " ".join(text_of(app).split())


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def test_the_losses_of_the_books_two_answers() -> None:
    app = opened(only="how-wrong")
    assert metrics(app) == {"Sum of squares": "0.0975", "Cross-entropy": "0.510826"}
    app = opened(only="how-wrong", said="the book’s second")
    assert metrics(app) == {"Sum of squares": "0.5975", "Cross-entropy": "2.302585"}


def test_a_surer_right_answer_has_smaller_losses() -> None:
    app = opened(only="how-wrong")
    before = metrics(app)
    app.main.slider[0].set_value(0.95).run()
    after = metrics(app)
    assert all(float(after[name]) < float(before[name]) for name in before)
    assert float(after["Cross-entropy"]) == pytest.approx(-np.log(0.95), abs=1e-6)
    assert "nearly what was wanted" in said(app)


def test_without_a_drawing_a_test_image_stands_in() -> None:
    app = opened(only="how-wrong", said="my drawing", meant="3")
    assert "No drawing yet" in said(app)
    assert float(metrics(app)["Cross-entropy"]) > 3  # it is a 7
    app = opened(only="how-wrong", said="my drawing", meant="7")
    assert float(metrics(app)["Cross-entropy"]) < 0.2


def test_a_slope_is_spoiled_by_too_small_a_step() -> None:
    app = opened(only="which-way")
    assert "At 5 the slope is 0.2" in said(app)
    app.main.select_slider(key="h_power").set_value(-17).run()
    assert "the same number to a computer" in said(app)
    app.main.slider(key="place").set_value(-5.0).run()
    assert "At −5 the slope is 0" in said(app)
    assert "whichever way you go, it rises" in said(app)


def test_the_walk_down_the_hollow_ends_where_the_books_does() -> None:
    app = opened(only="two-numbers")
    assert "(−6.11·10⁻¹⁰, 8.15·10⁻¹⁰)" in said(app)
    app.main.select_slider(key="hollow_rate").set_value(10.0).run()
    assert "too large" in said(app)
    app.main.select_slider(key="hollow_rate").set_value(1e-10).run()
    assert "too small" in said(app)
    assert "All three" in said(app)


def test_the_books_simple_net_learns_as_in_the_book() -> None:
    _, losses = learned(0)
    assert losses[0] == pytest.approx(0.928068, abs=1e-5)
    np.testing.assert_allclose(learned(3)[1][1:], [0.8644, 0.8061, 0.7529], atol=5e-5)
    app = opened(only="every-weight")
    app.button(key="simple_one").click().run()
    assert metrics(app)["Loss"] == "0.864378"
    app.button(key="simple_ten").click().run()
    assert "more than 60 %" in said(app)


def test_with_predict_first_a_step_waits_for_a_guess() -> None:
    app = opened(only="every-weight", predict="true")
    assert app.button(key="simple_one").disabled
    app.main.text_input[0].set_value("0.86").run()
    assert not app.button(key="simple_one").disabled
    assert "Near enough" in said(app)
