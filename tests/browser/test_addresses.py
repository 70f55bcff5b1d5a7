"""The address follows what is set, and Back and Forward lead where they should."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import expect_page, go_to, settled, visit
from tests.support.slow_server import SlowServer


def test_a_setting_replaces_the_entry_and_a_page_is_one(page: Page, server: str) -> None:
    page.goto(f"{server}/activations?at=soft-gates&k=3.5&x=99")
    expect(page.get_by_test_id("stToast")).to_contain_text("x")  # which goes by itself
    settled(page)
    expect(page).to_have_url(re.compile(r"/activations\?at=soft-gates&k=3\.5$"))
    entries = page.evaluate("history.length")
    page.get_by_role("slider", name="Sharpness").press("ArrowRight")
    expect(page).to_have_url(re.compile(r"&k=4$"))
    assert page.evaluate("history.length") == entries
    go_to(page, "matrices")
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    expect(page).to_have_url(re.compile(r"/activations\?at=soft-gates&k=4$"))
    expect(settled(page).get_by_role("slider", name="Sharpness")).to_have_value("4")


def test_back_twice_before_the_server_has_answered_leads_two_pages_back(page: Page, server: str) -> None:
    """Both are the page that is still shown: nothing seems to be asked of the server."""
    slow = SlowServer(page)
    visit(page, f"{server}/gates")
    go_to(page, "matrices")
    go_to(page, "gates")
    slow.hold()
    for path in ("/matrices", "/gates"):
        page.evaluate("history.back()")
        page.wait_for_url(re.compile(path))
    slow.release()
    expect_page(page, "gates")
    for url in ("matrices", "gates"):
        page.go_forward()
        expect_page(page, url)
    assert page.evaluate("navigation.currentEntry.index === navigation.entries().length - 1")


def test_another_page_begins_at_its_top(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 400})
    visit(page, f"{server}/activations")
    main = page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, 700)")
    go_to(page, "gates")
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop === 0")


def test_join_leads_to_this_page_with_what_was_set_since(page: Page, server: str) -> None:
    public = server.replace("localhost", "school.localhost")  # as behind a proxy: no name for oneself
    visit(page, f"{public}/gates?at=three-numbers&gate=NAND").get_by_text("Predict first", exact=True).click()
    page.wait_for_url(re.compile("predict=true"))
    settled(page).get_by_role("button", name="Join by phone").click()
    dialog = page.get_by_role("dialog")
    for part in (public.removeprefix("http://") + "/gates?", "at=three-numbers", "gate=NAND", "predict=true"):
        expect(dialog.get_by_role("link")).to_contain_text(part)
    expect(dialog.get_by_role("img", name="QR code")).to_be_visible()


def test_reset_puts_sliders_and_address_back_and_undo_brings_them_again(page: Page, server: str) -> None:
    visit(page, f"{server}/gates?at=three-numbers&gate=OR&w1=1.5&predict=true")
    w1, sidebar = page.locator(".st-key-w1").get_by_role("slider"), page.get_by_test_id("stSidebar")
    expect(w1).to_have_value("1.5")
    sidebar.get_by_role("button", name="Reset this page", exact=True).click()
    expect(w1).to_have_value("0.5")
    expect(page).not_to_have_url(re.compile("w1="))
    expect(page).to_have_url(re.compile("predict=true"))
    settled(page)
    sidebar.get_by_role("button", name="Undo reset", exact=True).click()
    expect(w1).to_have_value("1.5")
    page.wait_for_url(re.compile("w1=1.5"))
