"""The first page does the thing at once: draw there, and it reads. It is the sheet of the page on drawing."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    DIGITS,
    answer,
    button,
    draw,
    expect_a_drawing,
    expect_ink,
    paper,
    prediction,
    settled,
)


def test_a_digit_is_drawn_read_and_undone_on_the_first_page_and_is_on_the_page_on_drawing(
    phone: Page, server: str
) -> None:
    phone.goto(server)
    paper(settled(phone))
    draw(phone, DIGITS[3])
    expect(prediction(phone)).to_have_text(answer(3))
    paper_box, answer_box = paper(phone).bounding_box(), prediction(phone).bounding_box()
    assert paper_box is not None
    assert answer_box is not None
    assert paper_box["y"] > 0
    assert answer_box["y"] + 90 < 740  # the large digit is in the window with the paper
    button(settled(phone), "undo").click()
    expect(prediction(phone)).to_contain_text("Draw a digit")
    draw(settled(phone), DIGITS[7])
    expect(prediction(phone)).to_have_text(answer(7))
    settled(phone).get_by_role("link", name="See what it saw").click()
    expect(phone).to_have_url(re.compile(r"/draw\?ink="), timeout=30_000)  # the drawing travels in it
    expect(prediction(phone)).to_have_text(answer(7))
    expect_ink(phone, (5, 2))


def test_a_reload_of_the_first_page_and_a_copied_link_bring_the_drawing_back(
    page: Page, phone: Page, server: str
) -> None:
    page.goto(server)
    paper(settled(page))
    draw(page, DIGITS[3])
    expect(prediction(page)).to_contain_text(answer(3))
    expect(page).to_have_url(re.compile(rf"^{server}/\?ink="))
    link, said = settled(page).url, prediction(page).inner_text()
    assert page.evaluate("history.length") == 2  # the blank page and this one: no step a stroke
    page.reload()
    expect(prediction(page)).to_have_text(said, use_inner_text=True, timeout=30_000)
    assert settled(page).url == link
    phone.goto(link)
    expect(prediction(phone)).to_have_text(said, use_inner_text=True, timeout=30_000)
    expect_a_drawing(phone)  # it is framed anew: its edge lies elsewhere by a pixel
    button(settled(page), "clear").click()
    page.wait_for_url(server + "/")


def test_nonsense_in_the_link_of_the_first_page_is_one_sentence(page: Page, server: str) -> None:
    page.goto(server + "/?ink=nonsense")
    expect(settled(page).get_by_text("The link holds no drawing")).to_be_visible()
    page.wait_for_url(server + "/")
