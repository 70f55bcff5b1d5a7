"""The page of all words: what its search finds, and where that leads."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.app import opened, text_of
from ui.glossary_file import read_glossary, read_letters

FILE = "pages/glossary.py"


def sought(words: str) -> AppTest:
    app = opened(FILE)
    app.text_input(key="sought").set_value(words).run()
    assert not app.exception
    return app


def terms(app: AppTest) -> list[str]:
    return re.findall(r"<h2 [^>]*>(.*?)</h2>", text_of(app))


def test_all_terms_stand_from_a_to_z_until_something_is_sought() -> None:
    assert terms(opened(FILE)) == sorted((entry.term for entry in read_glossary().values()), key=str.lower)


@pytest.mark.parametrize(
    ("words", "first"),
    [("soft", "softmax"), ("SOFTMAX", "softmax"), ("pixel", "pixels"), ("turned", "transpose")],
)
def test_a_term_is_found_by_its_name_and_by_what_it_says(words: str, first: str) -> None:
    assert terms(sought(words))[0] == first


def test_a_section_is_found_by_its_heading_and_linked() -> None:
    links = [
        (link.proto.page, link.proto.query_string) for link in sought("straight line").main.get("page_link")
    ]
    assert ("gates", "at=one-line") in links


def test_what_nobody_has_written_of_is_said() -> None:
    app = sought("zebra")
    assert terms(app) == []
    assert "No word of the course has “zebra”." in [caption.value for caption in app.main.caption]


def test_each_letter_has_one_meaning() -> None:
    rows = re.findall(r"^\| (.+?) \|", read_letters(), flags=re.M)[2:]
    letters = [letter for row in rows for letter in row.split(", ")]
    assert len(set(letters)) == len(letters) > 15
