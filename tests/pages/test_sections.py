"""Every section of every page opens by itself, as a link to it does."""

from html import unescape

import pytest

from tests.support.app import opened, press
from ui.course import COURSE
from ui.lessons import Section
from ui.texts import lesson
from ui.widgets.check import show_checks
from ui.widgets.live import Live, nothing_known


def untold(section: Section, live: Live) -> set[str]:
    """Return the live values, "do" checks and hints of a section that its instrument does not tell."""
    parts = [part for part in section.parts if part.kind != "predict"]
    asked = {check.name: check for check in section.checks if check.kind == "say"}
    hints = {f"{name}: {hint}" for name in asked for hint in set(asked[name].hints) - {"rounded"}}
    told = {f"{name}: {hint}" for name in asked for hint in live.mistakes.get(name, asked[name].mistakes)}
    values = set().union(*(part.placeholders for part in parts)) - set(live.values)
    return values | {c.name for c in section.checks if c.kind == "do"} - set(live.done) | hints ^ told


@pytest.mark.parametrize("page", COURSE, ids=lambda page: page.url)
def test_each_section_opens_by_its_link_and_its_instrument_tells_all(
    page, monkeypatch: pytest.MonkeyPatch
) -> None:
    lives: list[Live] = []
    monkeypatch.setattr(
        "ui.frame.show_checks", lambda part, live: lives.append(live) or show_checks(part, live)
    )
    for section in lesson(page.url).sections:
        app = opened(page.file, at=section.name)
        assert lives[-1] == nothing_known(section) or not untold(section, lives[-1]), section.name
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
