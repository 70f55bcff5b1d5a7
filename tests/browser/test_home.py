"""The first page does the thing at once: draw there, and it reads. It is the sheet of the page on drawing."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import DIGITS, answer, button, draw, expect_ink, paper, prediction, settled


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
