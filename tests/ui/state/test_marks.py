"""Marks: what a browser says of them is believed only as far as it names checks; and the sheet."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.app import opened, press
from ui.course import COURSE, WORDS
from ui.sidebar import named
from ui.state.marks import known
from ui.texts import check_names, checks
from ui.widgets.checks_done import checks_done, in_words

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.sampled_from(sorted(check_names())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_a_report_is_believed_only_where_it_names_checks(report: object) -> None:
    names = known(report)
    assert names <= check_names()
    assert names == {n for n in check_names() if isinstance(report, list) and n in report}


def test_a_check_that_is_done_is_marked_and_forgotten_by_the_button() -> None:
    app = opened(at="a-digit-is-read")
    app.text_input(key="said-pixels-of-a-picture").set_value("28").run()
    assert not app.session_state["marks state"].done
    app.text_input(key="said-pixels-of-a-picture").set_value("784").run()
    assert app.session_state["marks state"].done == {"pixels-of-a-picture"}
    press(app, "Forget my marks")
    assert app.session_state["marks state"].done == frozenset()
    assert app.text_input(key="said-pixels-of-a-picture").value == ""


class Tags(HTMLParser):
    """Collects what a file is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def test_the_sheet_is_one_file_without_a_script_whatever_the_name() -> None:
    for who in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "$name &amp;"):
        text, tags = checks_done(who, frozenset({"make-nand"}), "2026-01-02"), Tags()
        tags.feed(text)
        assert not {tag for tag, _ in tags.found} & {"script", "img", "link", "a", "iframe"}
        assert not {name for _, attrs in tags.found for name, _ in attrs} & {"src", "href", "onerror"}
        assert text.count("<li>") == 1
        assert f"1 of {len(check_names())} checks" in text


def test_a_sheet_of_everything_says_every_question_in_plain_words() -> None:
    text = checks_done("", check_names(), "2026-01-02")
    assert text.count("<li>") == len(check_names())
    for check in checks().values():
        assert not re.search(r"[${}\\]|\*\*", in_words(check.text)), check.name


def test_the_menu_says_of_a_page_how_many_checks_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.state.marks.marks", lambda: frozenset({"ten-bars", "count-neurons"}))
    assert [named(page) for page in (*COURSE[:2], WORDS)] == ["Start here 2/4", "Logic gates", "Words"]
