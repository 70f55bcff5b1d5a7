"""The page of the gates in a real browser: what moves, what a link carries, what plays and stops."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.drawing_hand import settled

SLOW = 20_000


def table(page: Page) -> Locator:
    return page.locator(".st-key-beat-three-numbers table").first


def open_gates(page: Page, server: str, query: str = "") -> Page:
    page.goto(f"{server}/gates?{query}")
    return settled(page)


def test_a_slider_moves_table_and_picture_and_a_link_restores_both(page: Page, server: str) -> None:
    open_gates(page, server, "gate=OR&w1=2&w2=2&row=1+0")
    picture = page.get_by_role("img", name="The four inputs as points")
    before = picture.get_attribute("src")
    page.locator(".st-key-w1").get_by_role("slider").press("ArrowLeft")
    expect(table(page)).to_contain_text("1.9·1 + 2·0 − 0.5 = 1.4", timeout=SLOW)
    expect(picture).not_to_have_attribute("src", before or "", timeout=SLOW)
    expect(page).to_have_url(re.compile(r"[?&]w1=1\.9(&|$)"))
    shown = table(page).inner_text()
    other = page.context.new_page()
    other.goto(page.url)
    expect(table(settled(other))).to_have_text(table(page).text_content() or "", timeout=SLOW)
    page.reload()
    assert table(settled(page)).inner_text() == shown


def test_a_challenge_is_a_link_that_knows_its_solution(page: Page, server: str) -> None:
    open_gates(page, server, "challenge=make-nand&gate=NAND&w1=0&w2=0&b=0.1")
    expect(page.get_by_text("Make NAND from a neuron")).to_be_visible(timeout=SLOW)
    page.get_by_role("radio", name="OR with 2 and 2").click()
    expect(table(page)).to_contain_text("2·0 + 2·0 + 1 = 1", timeout=SLOW)
    settled(page)
    page.locator(".st-key-b").get_by_role("slider").press("Home")
    expect(table(page)).to_contain_text("2·0 + 2·0 − 2 = −2", timeout=SLOW)
    settled(page)
    page.locator(".st-key-b").get_by_role("slider").press("ArrowRight")
    expect(page.get_by_text("Solved: Make OR")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Share this challenge").click()
    expect(page.get_by_text(f"{server}/gates?challenge=or-with-two&gate=OR&w1=2&w2=2&b=1")).to_be_visible()


def test_the_address_says_what_is_used(page: Page, server: str) -> None:
    open_gates(page, server, "gate=OR&w1=0.123456&w2=1.5")
    expect(table(page)).to_contain_text("0.12·1 + 1.5·1 − 0.5 = 1.12", timeout=SLOW)
    expect(page).to_have_url(re.compile(r"[?&]w1=0\.12(&|$)"))
    open_gates(page, server, "gate=XOR&challenge=make-nand")
    expect(page.get_by_text("Make NAND from a neuron")).to_be_visible(timeout=SLOW)
    expect(page).to_have_url(re.compile(r"[?&]gate=NAND(&|$)"))


def test_learning_plays_stops_and_reaches_sliders_and_address(page: Page, server: str) -> None:
    open_gates(page, server)
    lesson = page.get_by_text("Pass 1, row")
    expect(page.get_by_text("Random weights, nothing learned yet")).to_be_visible(timeout=SLOW)
    page.get_by_text("Play", exact=True).click()
    expect(lesson).to_be_visible(timeout=SLOW)
    page.get_by_test_id("stSidebarNav").get_by_text("Start here").click()
    expect(page.get_by_test_id("stHeading").first).to_contain_text("How does a machine", timeout=SLOW)
    page.go_back()
    expect(page.get_by_role("switch", name="Play")).not_to_be_checked(timeout=SLOW)
    settled(page).get_by_role("button", name="Put these numbers on the sliders above").click()
    expect(table(page)).not_to_contain_text("0.5·1 + 0.5·1 − 0.7", timeout=SLOW)
    assert "w2=" in settled(page).url


def test_back_goes_to_the_page_before_and_the_phone_is_not_too_narrow(phone: Page, server: str) -> None:
    phone.goto(server)
    settled(phone)
    open_gates(phone, server, "gate=XOR")
    expect(phone.get_by_role("heading", name="Two layers do it")).to_be_visible(timeout=SLOW)
    main = phone.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollWidth - m.clientWidth") == 0
    phone.go_back()
    expect(phone.get_by_test_id("stHeading").first).to_contain_text("How does a machine", timeout=SLOW)


def test_the_beat_about_one_line_sets_the_sliders_and_follows_them(page: Page, server: str) -> None:
    open_gates(page, server)
    page.get_by_role("button", name="Put XOR on the sliders").click()
    expect(table(page)).to_contain_text("XOR wants", timeout=SLOW)
    corners = settled(page).locator(".st-key-beat-one-line table")
    expect(corners).to_contain_text("−0.5 and 1.5", timeout=SLOW)
    page.locator(".st-key-w1").get_by_role("slider").press("ArrowRight")
    expect(table(page)).to_contain_text("1.1·1 + 1·0 − 0.5 = 0.6", timeout=SLOW)
    corners.scroll_into_view_if_needed()
    expect(corners).to_contain_text("−0.5 and 1.6", timeout=SLOW)
