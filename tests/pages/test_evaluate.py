"""The sections of the page on the test set: each shows its beat, is linked to, and leads to the next."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import words_in
from tests.support.evaluate_page import BEATS, linked, opened, press
from ui.address.settings import SECTIONS
from ui.lessons import read_lesson
from ui.numbers import THIN


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_shows_its_beat_between_the_first_and_the_last(section: str) -> None:
    app = opened(section=section)
    assert not app.exception
    assert not app.error
    beats = read_lesson("evaluate").beats
    assert [h.value for h in app.main.header] == [
        beat.heading for beat in (beats[0], BEATS[section], beats[-1])
    ]


def arrived_at(app: AppTest) -> list[str]:
    scripts = "\n".join(str(element.proto.body) for element in app.main.get("html"))
    return re.findall(r'getElementById\("(.*?)"\)\?\.scrollIntoView', scripts)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_link_to_a_section_leads_to_its_beat(section: str) -> None:
    app = linked(section=section)
    assert not app.error
    assert app.main.header[1].value == BEATS[section].heading
    assert arrived_at(app) == [BEATS[section].name]


def test_without_a_link_to_a_section_the_page_begins_at_its_top() -> None:
    app = linked(batch="50")
    assert arrived_at(app) == []
    app.session_state["section"] = "mistakes"
    app.run()
    assert app.main.header[1].value == "Where it fails"
    assert arrived_at(app) == []


def test_one_goes_from_section_to_section_to_the_end() -> None:
    app = opened()
    for section in list(SECTIONS)[1:]:
        press(app, f"Next: {BEATS[section].heading}")
        assert app.session_state["section"] == section
        assert app.main.header[1].value == BEATS[section].heading
        assert arrived_at(app) == [BEATS[section].name]
    assert not [button for button in app.main.button if button.label.startswith("Next")]


def test_the_course_ends_with_a_card_and_the_sheet() -> None:
    app = opened()
    card = words_in(app, "beat-what-you-can-do")
    assert "what a percentage of right answers is worth" in card.replace("\n", " ")
    assert "Left out so far" in card
    assert "A sheet to take along" in [button.proto.label for button in app.main.get("download_button")]


def test_the_summary(answers) -> None:
    answer, _, labels = answers
    right = int((answer == labels).sum())
    said = words_in(opened(), "beat-kept-apart").replace(THIN, "").replace("\n", " ")
    assert f"our network reads {right} correctly: {right / 100:.2f}%" in said
