"""The sections of the page on the test set: each shows its beat, is linked to, and leads to the next."""

from tests.support.app import words_in
from tests.support.evaluate_page import opened
from ui.numbers import THIN


def test_the_summary(answers) -> None:
    answer, _, labels = answers
    right = int((answer == labels).sum())
    said = words_in(opened(), "beat-kept-apart").replace(THIN, "").replace("\n", " ")
    assert f"our network reads {right} correctly: {right / 100:.2f}%" in said
