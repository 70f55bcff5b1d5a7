"""Each page at 1280 and at 360 pixels: no error in the console, nothing too wide, nothing grave for axe."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLong

from tests.browser.conftest import watched
from tests.support.drawing_hand import expect_page, settled, visit
from ui.course import BESIDE, COURSE

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WELL = """async () => {
    const { violations } = await axe.run(document);
    window.grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
    return window.grave.length === 0;
}"""
TOO_WIDE = "main => main.scrollWidth > main.clientWidth"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page of one stranger, who only looks: afterwards its console must hold no error."""
    yield from watched(browser.new_context())


@pytest.mark.parametrize("entry", [*COURSE, *BESIDE], ids=lambda entry: entry.url)
def test_a_page_is_whole_on_a_desktop_and_on_a_phone(page: Page, server: str, entry: Any) -> None:
    page.set_viewport_size(DESKTOP)
    visit(page, f"{server}/{'' if entry is COURSE[0] else entry.url}")
    expect_page(page, entry.url)
    page.evaluate(AXE)
    try:
        page.wait_for_function(WELL)  # what has just come fades in, and is too pale as long as it does
    except TooLong:
        pytest.fail(str(page.evaluate("grave")))
    page.set_viewport_size(PHONE)
    page.reload()
    assert not settled(page).get_by_test_id("stMain").evaluate(TOO_WIDE)
