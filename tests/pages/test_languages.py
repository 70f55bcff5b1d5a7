"""Every section runs in every language, and its page says so in the address."""

import pytest

from tests.support.app import opened, text_of
from ui.course import BESIDE, COURSE
from ui.language import CHOICE, ENGLISH, LANGUAGES, speaking
from ui.lessons import read_headline, read_lesson

OTHERS = [code for code in LANGUAGES if code != ENGLISH]


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("page", COURSE, ids=lambda page: page.url)
def test_every_section_of_a_page_runs(page, code) -> None:
    app = opened(page.file, **{CHOICE: code})
    for section in read_lesson(page.url, code).sections:
        app.query_params["at"] = section.name
        with speaking(code):  # the test's own browser names options, too
            app.run()
        assert not app.exception, section.name
        assert section.heading in text_of(app)
        assert app.query_params["lang"] == code


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("page", BESIDE, ids=lambda page: page.url)
def test_every_page_beside_the_course_runs(page, code) -> None:
    app = opened(page.file, **{CHOICE: code})
    assert not app.exception
    assert app.title[0].value == read_headline(page.url, code)


def test_whoever_chooses_a_language_stays_where_they_are() -> None:
    app = opened("pages/gates.py", at="three-numbers", gate="OR")
    assert "lang" not in app.query_params
    app.segmented_control(key=CHOICE).set_value("ja").run()
    assert read_lesson("gates", "ja")["three-numbers"].heading in text_of(app)
    assert {name: app.query_params[name] for name in ("at", "gate", "lang")} == {
        "at": "three-numbers",
        "gate": "OR",
        "lang": "ja",
    }
    with speaking("ja"):
        app.segmented_control(key=CHOICE).set_value("en").run()
    assert read_lesson("gates")["three-numbers"].heading in text_of(app)
    assert "lang" not in app.query_params
