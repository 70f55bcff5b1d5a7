"""The checks of a lesson in a browser: one is answered, and what is done is counted."""

from playwright.sync_api import Locator, Page, expect

DONE = "My sheet: {} done"


def check(page: Page, name: str) -> Locator:
    return page.locator(f".st-key-check-{name}")


def answer_check(page: Page, name: str, text: str) -> None:
    field = check(page, name).get_by_label("Your answer")
    field.fill(text)
    field.press("Enter")


def expect_done(page: Page, count: int) -> None:
    """Wait until the sidebar counts so many checks as done."""
    name = DONE.format(count) if count else "My sheet"
    expect(page.get_by_test_id("stSidebar").get_by_text(name, exact=True)).to_be_attached()
