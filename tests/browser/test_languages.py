"""Each visitor has a language: in the address, in the page and in what it answers, wherever one goes."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.support.drawing_hand import expect_answer, go_to, settled, visit, write
from ui.language import speaking
from ui.lessons import read_lesson


def expect_language(page: Page, code: str) -> None:
    """Wait until the page says that it is in a language, and so does its address, if it is not English."""
    expect(page.locator(f"html[lang={code}]")).to_be_attached()
    expect(page).to_have_url(
        re.compile(r"^[^?]*(\?(?!.*lang=).*)?$" if code == "en" else f"[?&]lang={code}(&|$)")
    )


def expect_section(page: Page, code: str, url: str, name: str) -> None:
    """Wait until a section's heading stands there, in a language."""
    heading = read_lesson(url, code)[name].heading
    expect(page.get_by_role("heading", level=1).first).to_have_text(heading)
    expect_language(settled(page), code)


def test_two_visitors_draw_at_once_each_in_a_language(page: Page, browser: Browser, server: str) -> None:
    other = browser.new_context(locale="ja-JP").new_page()
    visit(page, f"{server}/draw?lang=ko")
    visit(other, f"{server}/draw")
    for visitor, code in ((page, "ko"), (other, "ja")):
        expect_section(visitor, code, "draw", "your-digit")
    for visitor, digit in ((page, 3), (other, 7)):
        write(visitor, digit)
    for visitor, code, digit in ((page, "ko", 3), (other, "ja", 7)):
        expect_answer(visitor, digit)
        expect_section(visitor, code, "draw", "your-digit")
    other.context.close()


def test_a_language_stays_from_page_to_page_and_back(page: Page, server: str) -> None:
    visit(page, f"{server}/matrices?lang=ko&i=2")
    entries = page.evaluate("history.length")
    page.locator(".st-key-next button").click()
    expect_section(page, "ko", "matrices", "shapes")
    with speaking("ko"):
        go_to(page, "gates")
    expect_section(page, "ko", "gates", "weigh-and-decide")
    page.go_back()
    expect_section(page, "ko", "matrices", "shapes")
    assert page.evaluate("history.length") == entries + 2
    page.reload()
    expect_section(page, "ko", "matrices", "shapes")
    expect(page).to_have_url(re.compile("[?&]i=2(&|$)"))


def test_a_choice_stays_in_the_browser_and_a_link_of_another_language_opens_in_it(
    page: Page, server: str
) -> None:
    visit(page, f"{server}/gates?at=three-numbers&gate=OR")
    expect_section(page, "en", "gates", "three-numbers")
    page.get_by_test_id("stSidebar").get_by_text("日本語").click()
    expect_section(page, "ja", "gates", "three-numbers")
    expect(page).to_have_url(re.compile("gate=OR"))
    visit(page, f"{server}/activations?at=soft-gates&k=3.5")
    expect_section(page, "ja", "activations", "soft-gates")
    expect(page).to_have_url(re.compile(r"k=3\.5"))
    page.get_by_test_id("stSidebar").get_by_text("English").click()
    expect_section(page, "en", "activations", "soft-gates")
    page.reload()
    expect_section(page, "en", "activations", "soft-gates")
