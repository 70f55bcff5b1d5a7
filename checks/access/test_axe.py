"""axe-core finds nothing serious in any section of any page, in the dark and on a phone."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect

from checks.access.screens import SCREENS
from tests.support.drawing_hand import settled, visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
LOOK = """async () => {
    const end = Date.now() + 30_000; // what has just come fades in, and our style may come after it
    const rules = { "label-content-name-mismatch": { enabled: true } }; // axe leaves it out by itself
    for (;;) {
        const { violations } = await axe.run(document, { rules });
        const grave = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
        if (Date.now() > end || !grave.length)
            return grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 300)}`));
        await new Promise(done => setTimeout(done, 200));
    }
}"""
PLACES = {"dark": (1280, 800), "light": (360, 740)}
"""The themes, each with a size."""


def opened(browser: Browser, address: str, theme: str) -> Page:
    """Open an address in a theme, and wait until all is there."""
    width, height = PLACES[theme]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
    visit(page, address).evaluate(AXE)
    return page


@pytest.mark.parametrize("theme", PLACES)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen[:40])
def test_nothing_serious_or_critical_is_found(browser: Browser, server: str, screen: str, theme: str) -> None:
    page = opened(browser, server + screen, theme)
    found = page.evaluate(LOOK)
    page.close()
    assert not found


@pytest.mark.parametrize(
    ("screen", "name", "role"),
    [("/draw", "Draw with the keys", "grid"), ("/activations", "Curves as a table", "table")],
)
def test_nothing_either_in_what_one_opens(
    browser: Browser, server: str, screen: str, name: str, role: str
) -> None:
    page = opened(browser, server + screen, "dark")
    page.get_by_text(name).first.click()
    expect(page.get_by_role(role).locator("visible=true").first).to_be_visible(timeout=60_000)  # type: ignore[arg-type]
    found = settled(page).evaluate(LOOK)
    page.close()
    assert not found
