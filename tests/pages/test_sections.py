"""Every section of every page opens by itself, as a link to it does."""

from html import unescape

import pytest

from tests.support.app import ROOT, opened, press
from ui.course import COURSE
from ui.texts import lesson

FRAMED = [page for page in COURSE if "show_page(" in (ROOT / page.file).read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", FRAMED, ids=lambda page: page.url)
def test_each_section_opens_by_its_link(page) -> None:
    for section in lesson(page.url).sections:
        app = opened(page.file, at=section.name)
        assert not app.exception, section.name
        assert not app.error, section.name
        written = [unescape(element.value) for element in app.main.markdown]
        assert any(f"# {section.heading}" in text for text in written), section.name


def test_next_and_back_leave_a_page_only_at_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr("streamlit.switch_page", lambda page, **_: left.append(page))
    app = press(opened("pages/draw.py", "nearest"), "Next")
    assert "several" in app.query_params["at"]
    assert left == []
    next_page = next(button for button in app.button if button.label.startswith("Next: "))
    next_page.click().run()
    press(press(opened("pages/draw.py", "preparation"), "Back"), "Back")
    assert left == ["pages/evaluate.py", "pages/forward.py"]
