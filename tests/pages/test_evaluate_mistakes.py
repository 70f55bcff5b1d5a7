"""Mistakes on the page: the images of each cell, and the words about them, against a count made here."""

import re

import numpy as np

from nncore import Predictions
from tests.support.app import text_of, words_in
from tests.support.evaluate_page import opened, press
from ui.address.settings import ANY, ORDERS, WRONG
from ui.evaluate.mistakes import chosen_images, live_values
from ui.figures.confusion import digit_chart
from ui.numbers import THIN
from ui.theme import LIGHT


def test_another_choice_begins_with_the_first_images() -> None:
    app = press(opened(section="mistakes", answer="any"), "Show 24 more")
    assert "the first 48" in text_of(app)
    app.selectbox(key="truth").set_value("3").run()
    assert "the first 24" in text_of(app)


def test_the_bars_of_the_digits_are_as_long_as_they_say() -> None:
    table = digit_chart(LIGHT, np.array([1.0, 0.0, 0.9876, np.nan])).data
    shown = [text.replace(THIN, " ") for text in table.shown]
    assert shown == ["0.00 %", "100.00 %", "1.24 %", "–"]
    assert table.wrong.round(4).tolist()[:3] == [0, 1, 0.0124]


def test_a_cell_shows_its_images(answers) -> None:
    answer, _, labels = answers
    count = int(((labels == 4) & (answer == 9)).sum())
    app = opened(section="mistakes", truth="4", answer="9")
    assert f"**{count} image" in text_of(app)


def test_an_empty_cell_says_what_to_do(answers) -> None:
    answer, _, labels = answers
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, answer), 1)
    truth, empty = np.argwhere(counts == 0)[0]
    app = opened(section="mistakes", truth=str(truth), answer=str(empty))
    assert not app.exception
    assert "No image is like that" in app.info[0].value


def test_choosing_images() -> None:
    y = np.array([[0.9, 0.1], [0.4, 0.6], [0.7, 0.3], [0.2, 0.8]])
    reading = Predictions(y, np.array([0, 0, 1, 1]))
    sure, unsure = ORDERS
    assert chosen_images(reading, ANY, ANY, sure).tolist() == [0, 3, 2, 1]
    assert chosen_images(reading, ANY, WRONG, sure).tolist() == [2, 1]
    assert chosen_images(reading, ANY, WRONG, unsure).tolist() == [1, 2]
    assert chosen_images(reading, "0", "1", sure).tolist() == [1]
    assert chosen_images(reading, "5", ANY, sure).tolist() == []


def test_what_the_prose_says_of_the_mistakes(answers) -> None:
    answer, best, labels = answers
    pairs = [(int(t), int(y)) for t, y in zip(labels, answer, strict=True) if t != y]
    times = {pair: pairs.count(pair) for pair in pairs}
    both = {(a, b): times.get((a, b), 0) + times.get((b, a), 0) for a in range(10) for b in range(a + 1, 10)}
    wrong = np.flatnonzero(answer != labels)
    surest = wrong[best[wrong].argmax()]
    said = words_in(opened(section="mistakes"), "beat-mistakes").replace(THIN, "").replace("\n", " ")
    count = re.search(r"Count both ways round: (\d) and (\d), (\d+) times", said)
    assert count is not None
    a, b, n = map(int, count.groups())
    assert both[a, b] == n == max(both.values())
    assert f"number {surest}, written as {labels[surest]}, read as {answer[surest]}" in said


def test_without_a_mistake_nothing_is_made_up() -> None:
    y = np.eye(10)
    reading = Predictions(y, np.arange(10))
    values = live_values(reading, np.eye(10, dtype=int))
    assert values["pair_count"] == 0
    assert values["surest"] == "…"


def test_the_pair_with_the_most_mistakes_is_found(answers) -> None:
    answer, _, labels = answers
    counts = np.zeros((10, 10), int)
    np.add.at(counts, (labels, answer), 1)
    np.fill_diagonal(counts, 0)
    written, answered = np.unravel_index(counts.argmax(), counts.shape)
    smaller = np.argwhere((counts > 0) & (counts < counts.max()))[0]
    app = opened(section="mistakes")
    for truth, said, words in (
        ("any", "wrong", ""),
        (f"{written}", "wrong", "Choose a written digit and an answer"),
        (f"{written}", f"{written}", "right answers are no mistakes"),
        (f"{smaller[0]}", f"{smaller[1]}", "There is a cell with more."),
        (f"{written}", f"{answered}", f"{counts.max()} times a {written} was read as {answered}."),
    ):
        app.selectbox(key="truth").set_value(truth)
        app.selectbox(key="answer").set_value(said).run()
        check = words_in(app, "check-find-the-pair")
        assert words in check
        assert words or "Choose" not in check
