"""Every section runs in every language, and its page says so in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import opened, text_of
from tests.support.on_screen import english_in, said_on
from ui.course import BESIDE, COURSE
from ui.language import CHOICE, ENGLISH, LANGUAGES, speaking
from ui.lessons import read_lesson, read_prose

OTHERS = [code for code in LANGUAGES if code != ENGLISH]


def english(app: AppTest) -> set[str]:
    """Return the English words on a page, but for names and signs."""
    return english_in(said_on(app))


@pytest.mark.parametrize("predict", [False, True], ids=["", "predict first"])
@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("page", COURSE, ids=lambda page: page.url)
def test_every_section_of_a_page_runs_and_has_no_english_left(page, code, predict) -> None:
    app, left = opened(page.file, **{CHOICE: code, "predict": predict}), {}
    for section in read_lesson(page.url, code).sections:
        app.query_params["at"] = section.name
        with speaking(code):  # the test's own browser names options, too
            app.run()
        assert not app.exception, section.name
        assert section.heading in text_of(app)
        assert app.query_params["lang"] == code
        left[section.name] = english(app)
    assert {name: words for name, words in left.items() if words} == {}


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("page", BESIDE, ids=lambda page: page.url)
def test_every_page_beside_the_course_runs_and_has_no_english_left(page, code) -> None:
    app = opened(page.file, **{CHOICE: code})
    assert not app.exception
    assert app.title[0].value == read_prose(page.url, code).partition("\n")[0].removeprefix("# ")
    assert english(app) == set()


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
