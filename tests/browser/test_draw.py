"""A stranger draws digits on the running app, by mouse, finger and keys, and reads the answers."""

import re
from itertools import pairwise

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    A_DIGIT,
    DIGITS,
    button,
    clear,
    corner_of,
    drag,
    draw,
    draw_by_touch,
    expect_another_address,
    expect_answer,
    expect_blank,
    expect_ink,
    expect_page,
    go_to,
    here,
    link_of,
    open_paper,
    paper,
    prediction,
    settled,
    visit,
    write,
)
from tests.support.pixel_paper import go_to_cell, grid_of, ink, switch_to_keys
from tests.support.slow_server import SlowServer


def test_reads_all_ten_digits(page: Page, server: str) -> None:
    open_paper(page, server)
    for digit in DIGITS:
        write(page, digit)
        clear(page)


def test_reads_digits_drawn_by_a_finger(phone: Page, server: str) -> None:
    open_paper(phone, server)
    for digit in (2, 4, 7):
        draw_by_touch(phone, DIGITS[digit])
        expect_answer(phone, digit)
        clear(phone)


def test_on_a_projector_the_paper_is_larger_and_ink_is_where_the_pen_is(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    for path in ("", "/draw"):
        visit(page, server + path)
        assert corner_of(page)[2] == 42  # a tenth of it, and 28 on a laptop
        draw(page, DIGITS[7])
        expect_answer(page, 7)
        expect_ink(page, DIGITS[7][0][0])
        clear(page)


def test_no_stroke_is_lost_when_drawing_fast(page: Page, server: str) -> None:
    open_paper(page, server)
    pieces = [list(piece) for piece in pairwise(DIGITS[8][0])]
    draw(page, pieces)
    expect_answer(page, 8)
    for start, _ in pieces:
        expect_ink(page, start)


def test_undo_goes_back_stroke_by_stroke_and_past_a_clear(page: Page, server: str) -> None:
    open_paper(page, server)
    undo = button(page, "undo")
    expect(undo).to_be_disabled()
    write(page, 1)
    link = link_of(page)
    draw(page, [[(2, 9.3), (8, 9.3)]])
    undo.click()  # before the canvas has told of the line by itself
    expect_ink(page, (5, 9.3), there=False)
    expect_ink(page, (5, 5))
    page.wait_for_url(link)
    clear(page)
    undo.click()
    expect_ink(page, (5, 5))
    expect_answer(page, 1)
    undo.click()
    expect_blank(page)
    expect(undo).to_be_disabled()
    write(page, 7)


def test_a_stroke_that_is_begun_before_the_server_has_heard_of_clear_stays(page: Page, server: str) -> None:
    slow = SlowServer(page)
    open_paper(page, server)
    write(page, 7)
    left, top, unit = corner_of(page)
    slow.hold()
    button(page, "clear").click()
    drag(page, (left + 5 * unit, top + 1.5 * unit), (left + 5 * unit, top + 8.5 * unit))
    slow.release()
    expect_answer(page, 1)
    button(page, "undo").click()
    expect_blank(page)
    button(page, "undo").click()
    expect_answer(page, 7)


def test_five_quick_clicks_on_undo_are_five_steps_back(page: Page, server: str) -> None:
    open_paper(page, server)
    links = [here(page)]
    for place in range(1, 8):
        draw(page, [[(place, 2), (place, 8)]])
        expect_another_address(page, links[-1])
        links.append(link_of(page))
    button(page, "undo").evaluate("undo => { for (let click = 0; click < 5; click++) undo.click(); }")
    page.wait_for_url(links[2])
    expect_ink(page, (3, 5), there=False)
    expect_ink(page, (2, 5))
    button(page, "undo").focus()
    for left in (1, 0):
        page.keyboard.press("Enter")
        page.wait_for_url(links[left])
    expect_blank(page)
    expect(button(page, "undo")).to_be_disabled()


def test_a_drawing_goes_along_to_other_pages_and_stays_over_reload_back_and_forward(
    page: Page, server: str
) -> None:
    visit(page, f"{server}/gates")
    go_to(page, "home")
    write(page, 3)
    link = link_of(page)
    page.get_by_role("link", name="See what it saw").click()
    expect(page).to_have_url(re.compile(r"/draw\?ink="))
    expect_answer(page, 3)
    settled(page).go_back()  # no stroke is a step of the browser's history
    expect(page).to_have_url(link)
    expect_page(page, "home")
    expect_answer(page, 3)
    settled(page).go_back()
    expect_page(page, "gates")
    settled(page).go_forward()
    expect_answer(page, 3)
    page.reload()
    expect_answer(page, 3)
    clear(page)
    page.wait_for_url(f"{server}/")


def test_a_drawing_stays_from_section_to_section_and_the_tab_has_it_back(page: Page, server: str) -> None:
    open_paper(page, server)
    write(page, 3)
    for heading in ("From your digit", "Three switches"):
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        expect_answer(settled(page), 3)
        expect_ink(page, (5, 1.7))
    visit(page, f"{server}/gates")
    visit(page, f"{server}/draw")
    expect_answer(page, 3)
    clear(page)
    page.wait_for_url(f"{server}/draw")
    visit(page, f"{server}/gates")
    go_to(page, "draw")
    expect_blank(page)


def test_a_link_shows_the_same_digit_and_answer_elsewhere(page: Page, phone: Page, server: str) -> None:
    open_paper(page, server)
    write(page, 3)
    link, said = link_of(page), prediction(page).inner_text()
    visit(phone, link)
    expect(prediction(phone)).to_have_text(said, use_inner_text=True)
    assert here(settled(phone)) == link


def test_a_digit_is_drawn_by_the_keys_alone(page: Page, server: str) -> None:
    visit(page, f"{server}/draw")
    switch_to_keys(page)
    ink(page, [(6, 8), (6, 19), (13, 14), (22, 12)])  # row and column of a seven's corners
    expect_answer(page, 7)
    expect(page.locator("#announced[role=status]")).to_contain_text("The answer: 7")
    link = link_of(page)
    go_to_cell(page, (2, 2))
    page.keyboard.press("Space")
    expect_another_address(page, link)
    page.keyboard.press("Control+z")
    page.wait_for_url(link)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-by_keys input")).to_be_focused()
    page.keyboard.press("Space")  # back to the canvas, which has what the keys drew
    paper(page)
    expect(grid_of(page)).to_have_count(0)
    expect_ink(page, (5, 2.3))
    expect(prediction(page)).to_have_text(A_DIGIT)
