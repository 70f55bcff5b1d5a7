"""“I don’t know” on the page: what a threshold leaves unanswered, against a count made here."""

import numpy as np
import pytest

from nncore import Bin, Predictions
from tests.support.app import words_in
from tests.support.evaluate_page import DOUBT, metrics, opened
from ui.evaluate.doubt import enough, loneliest
from ui.numbers import THIN


@pytest.mark.parametrize("threshold", [0.0, 0.9, 1.0])
def test_i_do_not_know(answers, threshold) -> None:
    answer, best, labels = answers
    app = opened(section=DOUBT, threshold=threshold)
    assert not app.exception
    answered, right = metrics(app)
    least, most = ((best >= threshold + hair).mean() for hair in (1e-7, -1e-7))  # a sum's last bit
    assert 100 * least - 0.011 <= float(answered[:-2]) <= 100 * most + 0.011
    sure = best >= threshold
    expected = f"{100 * (answer == labels)[sure].mean():.2f} %" if sure.any() else "–"
    assert right == expected


def test_a_dot_of_few_images_is_explained(answers) -> None:
    _, best, _ = answers
    places = np.minimum((best * 10).astype(int), 9)
    counts = np.bincount(places, minlength=10)
    few = min((place for place in range(10) if counts[place]), key=counts.__getitem__)
    said = words_in(opened(section=DOUBT), "beat-i-dont-know").replace("\n", " ")
    assert counts[few] < 20
    mean = 100 * best[places == few].mean()
    assert f"The dot at {mean:.0f}{THIN}% stands for only {counts[few]} images" in said


def test_dots_of_many_images_are_not_excused() -> None:
    assert loneliest([Bin(20, 0.3, 0.2), Bin(900, 0.9, 0.9)]) is None
    assert loneliest([Bin(19, 0.3, 0.2), Bin(900, 0.9, 0.9)]) == Bin(19, 0.3, 0.2)


def test_the_threshold_for_999_of_1000(answers) -> None:
    answer, best, labels = answers
    right = answer == labels
    wanted = next(k / 100 for k in range(101) if right[best >= k / 100].mean() >= 0.999)
    left = int((best < wanted).sum())
    said = words_in(opened(section=DOUBT), "beat-i-dont-know").replace("\n", " ")
    assert f"With about {wanted:g}; {left} images are left to you." in said


def test_a_network_that_is_never_so_good_has_no_such_threshold() -> None:
    assert enough(Predictions(np.eye(10), np.zeros(10, int))) == {"threshold_999": "…", "left_999": "…"}
