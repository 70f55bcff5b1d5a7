"""A browser that keeps no cookies cannot upload: the page says so, beside each uploader."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.drawing_hand import settled
from tools.chromium import ARGUMENTS, find

BLOCKED = 2
SENTENCE = "Your browser blocks this page's cookies"
PLACES = ("Draw", "Evaluate")


def open_uploader(page: Page, server: str, place: str) -> None:
    """Go to where a file can be brought."""
    if place == "Draw":
        page.goto(server + "/draw")
        settled(page).locator(".st-key-bring button").click()
    else:
        page.goto(server + "/evaluate?section=own-network")
        settled(page).get_by_role("radio", name="Your own network").click()
    expect(page.get_by_test_id("stFileUploader")).to_be_visible(timeout=20_000)


@pytest.fixture
def cookieless(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page in a Chromium whose settings block all cookies."""
    profile = {"profile": {"default_content_setting_values": {"cookies": BLOCKED}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(profile))
    context = browser.browser_type.launch_persistent_context(tmp_path, executable_path=find(), args=ARGUMENTS)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("place", PLACES)
def test_without_cookies_a_sentence_stands_beside_the_uploader(
    cookieless: Page, server: str, place: str
) -> None:
    open_uploader(cookieless, server, place)
    expect(cookieless.get_by_text(SENTENCE)).to_be_visible()


@pytest.mark.parametrize("place", PLACES)
def test_with_cookies_there_is_none_from_the_first_visit_on(page: Page, server: str, place: str) -> None:
    open_uploader(page, server, place)
    expect(page.get_by_text(SENTENCE)).to_have_count(0)
