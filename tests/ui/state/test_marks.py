"""Marks: what a browser says of them is believed only as far as it names checks; and the sheet."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.app import opened, text_of
from ui.resources import check_names, checks
from ui.state.marks import known
from ui.widgets.sheet import in_words, sheet

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text() | st.sampled_from(sorted(check_names())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_a_report_is_believed_only_where_it_names_checks(report: object) -> None:
    names = known(report)
    assert names <= check_names()
    assert names == {n for n in check_names() if isinstance(report, list) and n in report}


def test_a_check_that_is_done_is_marked_in_the_menu_and_forgotten_by_the_button() -> None:
    app = opened()
    app.text_input(key="said-pixels-of-a-picture").set_value("28").run()
    assert "That is one row." in text_at(app, "one row")
    assert not app.session_state["marks state"].done
    app.text_input(key="said-pixels-of-a-picture").set_value("784").run()
    assert app.session_state["marks state"].done == {"pixels-of-a-picture"}
    assert text_at(app, "28 · 28 = 784").count(":material/check:") == 1
    assert text_of(app).count(":material/check_circle: Done") == 1
    forget = next(button for button in app.sidebar.button if button.label == "Forget my marks")
    forget.click().run()
    assert app.session_state["marks state"].done == frozenset()
    assert app.text_input(key="said-pixels-of-a-picture").value == ""
    assert not [c for c in app.main.caption if "Done" in c.value]


def text_at(app, words: str) -> str:  # type: ignore[no-untyped-def]
    return next((m.value for m in app.main.markdown if words in m.value), "")


def test_a_check_done_on_the_page_is_marked_by_its_state() -> None:
    app = opened()
    another = next(button for button in app.main.button if button.label == "Read another")
    another.click().run()
    assert text_at(app, "Go on with *Read another*")
    for _ in range(2):
        next(button for button in app.main.button if button.label == "Read another").click().run()
    assert "read-three" in app.session_state["marks state"].done
    assert text_at(app, "Three other pictures")


class Tags(HTMLParser):
    """Collects what a file is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@pytest.mark.parametrize(
    "who", ["Ada", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "$name &amp;"]
)
def test_the_sheet_is_one_file_without_a_script_whatever_the_name(who: str) -> None:
    text = sheet(who, frozenset({"make-nand"}), "2026-01-02")
    tags = Tags()
    tags.feed(text)
    assert {tag for tag, _ in tags.found} <= {
        *("html", "head", "body", "meta", "title", "style", "h1", "h2", "dl", "dt", "dd", "ul", "li")
    }
    assert not {name for _, attrs in tags.found for name, _ in attrs} & {"src", "href", "onerror"}
    assert text.count("<li>") == 1
    assert f"1 of {len(check_names())} checks" in text
    assert "Make NAND with numbers of your own: choose NAND" in text


def test_a_sheet_of_everything_says_every_question_in_plain_words() -> None:
    text = sheet("", check_names(), "2026-01-02")
    assert text.count("<li>") == len(check_names())
    for check in checks().values():
        assert not re.search(r"[${}\\]|\*\*", in_words(check.text)), check.name
