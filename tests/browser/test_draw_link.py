"""A drawing's link: opened elsewhere, reloaded, come back to, nonsense, and taken along."""

import base64
import io
import re
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    DIGITS,
    answer,
    button,
    draw,
    link_of,
    open_paper,
    paper,
    prediction,
    settled,
)


def test_a_link_opened_elsewhere_shows_the_same_digit_and_answer(
    page: Page, phone: Page, server: str
) -> None:
    open_paper(page, server)
    draw(page, DIGITS[3])
    expect(prediction(page)).to_have_text(answer(3), timeout=10_000)
    before = page.evaluate("history.length")
    link, said = link_of(page), prediction(page).inner_text()
    phone.goto(link)
    expect(prediction(phone)).to_have_text(answer(3), timeout=30_000)
    expect(prediction(phone)).to_have_text(said, use_inner_text=True)
    expect(phone.get_by_text("This drawing came with the link")).to_be_visible()
    expect(phone.get_by_alt_text("A training image, labelled 3").first).to_be_visible(timeout=10_000)
    assert settled(phone).url == link
    overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not phone.evaluate(overflow)
    assert page.evaluate("history.length") == before == 2  # the blank page and this one: no step a stroke


def test_a_reload_keeps_the_drawing_and_drawing_on_moves_the_link(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    link, said = link_of(page), prediction(page).inner_text()
    page.reload()
    expect(prediction(page)).to_have_text(said, use_inner_text=True, timeout=30_000)
    assert settled(page).url == link
    draw(page, [[(2, 9.3), (8, 9.3)]])
    page.wait_for_function("link => location.href !== link", arg=link)
    expect(prediction(page)).not_to_have_text(said, use_inner_text=True)
    button(page, "undo").click()
    page.wait_for_url(link)
    expect(prediction(page)).to_have_text(said, use_inner_text=True)
    button(page, "clear").click()
    page.wait_for_url(server + "/draw")


def test_the_address_keeps_drawing_and_switch_through_other_pages_and_back(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[7])
    expect(prediction(page)).to_have_text(answer(7), timeout=10_000)
    link = link_of(page)
    page.get_by_text("Predict first", exact=True).click()
    expect(prediction(page)).to_be_hidden()
    expect(page).to_have_url(re.compile("predict=true"))
    assert link.partition("ink=")[2] in settled(page).url
    page.get_by_text("Predict first", exact=True).click()
    expect(prediction(page)).to_have_text(answer(7))
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Start here").click()
    expect(page.get_by_role("heading", name="How does a machine read a digit?")).to_be_visible()
    expect(page).to_have_url(f"{server}/?{link.partition('?')[2]}")  # the same sheet, with the same link
    settled(page).go_back()
    paper(page)
    page.wait_for_url(link)
    expect(prediction(page)).to_have_text(answer(7))


def test_nonsense_in_the_link_is_one_sentence_and_drawing_works(page: Page, server: str) -> None:
    page.goto(server + "/draw?ink=nonsense")
    settled(page)
    note = page.get_by_text("The link holds no drawing")
    expect(note).to_be_visible()
    page.wait_for_url(server + "/draw")
    draw(page, DIGITS[2])
    expect(prediction(page)).to_have_text(answer(2), timeout=10_000)
    link_of(page)
    page.reload()
    expect(prediction(page)).to_have_text(answer(2), timeout=30_000)
    expect(note).to_be_hidden()


def test_what_is_taken_along_is_what_the_page_shows(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[3])
    expect(prediction(page)).to_have_text(answer(3), timeout=10_000)
    link = link_of(page)
    page.get_by_role("button", name="Take it with you").click()
    png = np.asarray(Image.open(io.BytesIO(downloaded(page, "The picture (PNG)"))))
    numbers = np.load(io.BytesIO(downloaded(page, "The 784 numbers (.npy)")))
    expect(page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")).to_have_text(link)
    np.testing.assert_array_equal(255 - png, np.round(numbers * 255).reshape(28, 28))
    source = page.get_by_alt_text("The digit as the network sees it").evaluate("img => img.src")
    shown = Image.open(io.BytesIO(base64.b64decode(source.removeprefix("data:image/png;base64,"))))
    assert shown.format == "PNG"
    side = shown.width // 28
    middles = np.asarray(shown.convert("L"))[side // 2 :: side, side // 2 :: side]
    order = np.argsort(numbers, kind="stable")
    assert (np.diff(middles.ravel()[order].astype(int)) <= 0).all()  # more ink, darker; and nowhere else


def downloaded(page: Page, name: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()
