"""The address follows what is set, and Back leads to the page before; another page begins at its top."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import settled


def test_a_setting_replaces_the_entry_and_a_page_is_one(page: Page, server: str) -> None:
    page.goto(f"{server}/activations?k=3.5&x=99")
    settled(page)
    expect(page.get_by_test_id("stToast")).to_contain_text("x")
    expect(page).to_have_url(re.compile(r"/activations\?k=3\.5$"))
    entries = page.evaluate("history.length")
    slider = page.get_by_role("slider", name="Sharpness k")
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"\?k=4$"))
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"\?k=4\.5$"))
    assert page.evaluate("history.length") == entries
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Matrix products").click()
    expect(page).to_have_url(re.compile(r"/matrices$"))
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    expect(page).to_have_url(re.compile(r"/activations\?k=4\.5$"))
    expect(settled(page).get_by_role("slider", name="Sharpness k")).to_have_value("4.5")


def test_another_page_begins_at_its_top_and_the_table_of_contents_shows_its_focus(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/activations")
    settled(page)
    # As if the page before were still there when the next one comes.
    page.add_style_tag(content="[data-testid=stMainBlockContainer] {min-height: 8000px}")
    page.get_by_role("link", name="On to a whole layer in one line").click()
    expect(page.get_by_role("heading", name="How do a hundred neurons fit in one line?")).to_be_in_viewport()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollTop") == 0
    main.evaluate("main => main.scrollTo(0, 700)")
    page.locator(".st-key-images button").first.click()  # the same page anew
    assert settled(page).get_by_test_id("stMain").evaluate("main => main.scrollTop") > 0

    link = page.get_by_test_id("stSidebarNav").get_by_role("link", name="Logic gates")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Start here").focus()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_have_css("outline-style", "solid")
