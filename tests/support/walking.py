"""The walk through the network in a browser: where it is, and opened at a step."""

from playwright.sync_api import Locator, Page, expect

from tests.support.drawing_hand import settled


def step(page: Page) -> Locator:
    """The name of the step that is shown."""
    return page.locator(".st-key-sums h2")


def opened(page: Page, address: str, symbol: str) -> None:
    page.goto(address)
    settled(page)
    expect(step(page)).to_have_text(symbol, timeout=30_000)
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    # What counts each key comes by a script of its own, after the page.
    expect(page.locator(".st-key-clicks-walk")).to_have_css("display", "none")
