"""A stranger draws digits on the running app, by mouse and by finger, and reads the answers."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    A_DIGIT,
    DIGITS,
    answer,
    button,
    draw,
    draw_by_touch,
    expect_ink,
    open_paper,
    prediction,
    settled,
)


def test_reads_all_ten_digits(page: Page, server: str) -> None:
    open_paper(page, server)
    for digit, strokes in DIGITS.items():
        expect(prediction(page)).not_to_have_text(A_DIGIT)
        draw(page, strokes)
        expect(prediction(page)).to_have_text(answer(digit), timeout=10_000)
        button(page, "clear").click()


def test_reads_all_ten_digits_by_touch_on_a_phone(phone: Page, server: str) -> None:
    open_paper(phone, server)
    for digit, strokes in DIGITS.items():
        expect(prediction(phone)).not_to_have_text(A_DIGIT)
        draw_by_touch(phone, strokes)
        expect(prediction(phone)).to_have_text(answer(digit), timeout=10_000)
        button(phone, "clear").click()
    scrolls = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not phone.evaluate(scrolls)


@pytest.mark.parametrize(("size", "at"), [(0.5, (0.0, 0.0)), (0.5, (4.8, 4.8)), (0.4, (5.5, 0.3))])
def test_reads_a_small_digit_anywhere(page: Page, server: str, size: float, at: tuple[float, float]) -> None:
    open_paper(page, server)
    draw(page, DIGITS[3], size, at)
    expect(prediction(page)).to_have_text(answer(3), timeout=10_000)


def test_a_stroke_may_begin_in_any_corner(page: Page, phone: Page, server: str) -> None:
    for hand, screen in ((draw, page), (draw_by_touch, phone)):
        open_paper(screen, server)
        hand(screen, [[(9.4, 0.3), (9.4, 3)]])
        hand(screen, [[(6, 0.6), (6, 3)]])
        expect(prediction(screen)).to_have_text(A_DIGIT, timeout=10_000)
        expect_ink(screen, (9.4, 2))
        expect_ink(screen, (6, 2))


def test_predict_first_keeps_the_answer_until_a_guess(page: Page, server: str) -> None:
    page.goto(server + "/draw?predict=true")
    settled(page)
    draw(page, DIGITS[7])
    guess = page.get_by_test_id("stButtonGroup").get_by_role("radio", name="7")
    expect(guess).to_be_visible(timeout=10_000)
    expect(prediction(page)).to_be_hidden()
    guess.click()
    expect(prediction(page)).to_have_text(answer(7), timeout=10_000)


def test_no_stroke_is_lost_when_drawing_fast(page: Page, server: str) -> None:
    open_paper(page, server)
    pieces = [list(piece) for piece in pairwise(DIGITS[8][0])]
    draw(page, pieces)
    expect(prediction(page)).to_have_text(answer(8), timeout=10_000)
    for start, _ in pieces:
        expect_ink(page, start)


def test_show_me_one_tells_the_true_label_and_can_be_taken_back(page: Page, server: str) -> None:
    open_paper(page, server)
    page.get_by_role("button", name="Show me one").click()
    note = page.get_by_text("; its writer meant")
    expect(note).to_be_visible(timeout=10_000)
    expect(prediction(page)).to_have_text(A_DIGIT)
    button(page, "undo").click()
    expect(note).to_be_hidden()
    expect(prediction(page)).not_to_have_text(A_DIGIT)


def test_paper_and_answer_are_in_view_without_scrolling(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    expect(prediction(page)).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-canvas")).to_be_in_viewport(ratio=1)
