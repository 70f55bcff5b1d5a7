"""Predict first on the page on the test set: what a section is about waits for a guess, and is judged."""

import re

import numpy as np

from tests.support.app import finished, text_of, words_in
from tests.support.evaluate_page import BEATS, DOUBT, PUSHING, captions, guess, opened, press
from ui.address.settings import SECTIONS
from ui.numbers import THIN


def test_predict_first_asks_for_the_accuracy_before_all_that_tells_it(answers) -> None:
    answer, _, labels = answers
    percent = f"{(answer == labels).mean() * 100:.2f}"
    for section in SECTIONS:
        app = opened(section=section, predict=True)
        assert percent not in text_of(app).replace(THIN, "")
        assert not app.metric
        assert not app.get("vega_lite_chart")
        guess(app, "of-a-hundred", "50")
        said = words_in(app, "predict-of-a-hundred")
        assert f"You said 50. It is {percent}{THIN}%" in said
        assert app.main.header[1].value == BEATS[section].heading
    assert "You said 99. That close" in words_in(
        guess(opened(predict=True), "of-a-hundred", "99"), "predict-of-a-hundred"
    )


def test_predict_first_hides_what_each_section_is_about(answers) -> None:
    answer, best, labels = answers
    right = answer == labels
    wrong = np.bincount(labels[~right], minlength=10) / np.bincount(labels)
    worst, other = int(wrong.argmax()), int(wrong.argmin())
    for section, prediction, said, words in (
        ("Mistakes", "worst-digit", f"{other}", f"It is {worst}: only {100 * (1 - wrong[worst]):.2f}{THIN}%"),
        (DOUBT, "sure-answers", "11", f"It is {100 * (best >= 0.9).mean():.4g}."),
        (PUSHING, "after-the-push", "11", f"It is {100 * right.mean():.4g}."),
    ):
        app = guess(opened(section=section, predict=True), "of-a-hundred", "50")
        assert not app.metric
        assert not app.get("vega_lite_chart")
        finished(guess(app, prediction, said))
        assert f"You said {said}. {words}" in words_in(app, f"predict-{prediction}")
        assert app.get("vega_lite_chart")


def test_how_much_faster_is_asked_before_the_race_and_judged_after_it() -> None:
    app = guess(opened(predict=True), "of-a-hundred", "50")
    assert "Press *Run both*" in words_in(app, "beat-one-or-many")  # nothing is hidden
    guess(app, "how-much-faster", "more than 30 times as fast")
    said = words_in(app, "predict-how-much-faster")
    assert "You said more than 30 times as fast." in said
    assert "This time" not in said
    finished(press(app, "Run both"))
    assert re.search(r"This time it went [\d.]+ times|So it was", words_in(app, "predict-how-much-faster"))


def test_the_pushed_images_stay_while_their_answers_are_to_be_guessed() -> None:
    app = guess(opened(section=PUSHING, predict=True, push_turn=180.0), "of-a-hundred", "50")
    assert captions(app) == [f"{t} → ?" for t in (7, 2, 1, 0, 4, 1, 4, 9)]
    assert "Most often confused" not in text_of(app)
    finished(guess(app, "after-the-push", "10"))
    assert not any("?" in caption for caption in captions(app))
    app.slider(key="push_turn").set_value(90.0).run()
    assert all("?" in caption for caption in captions(app))  # another push, another guess
