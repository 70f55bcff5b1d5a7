"""A stranger brings a photograph: boxes the digit, takes it along, and goes back to the drawing."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.support.drawing_hand import (
    DIGITS,
    Point,
    drag,
    drag_by_touch,
    draw,
    look_at,
    paper,
    prediction,
    settled,
)
from tests.support.photographs import photograph


def jpeg(content: bytes) -> FilePayload:
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": content}


def offer(page: Page, file: FilePayload) -> None:
    """Choose a file in the dialog."""
    page.locator(".st-key-bring button").click()
    page.get_by_test_id("stDialog").locator("input[type=file]").set_input_files(file)


def bring(page: Page, file: FilePayload) -> None:
    """Choose a file that can be read: the dialog closes, and the picture is there."""
    offer(page, file)
    expect(page.get_by_test_id("stDialog")).to_be_hidden(timeout=30_000)
    expect(page.locator(".st-key-frame svg.marks")).to_be_visible(timeout=30_000)


def corners(page: Page, start: Point, end: Point) -> tuple[Point, Point]:
    """Two places in the picture, given in shares of its sides, on the screen."""
    frame = page.locator(".st-key-frame svg.marks")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    return tuple((box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end))  # type: ignore[return-value]


def expect_answer(page: Page, digits: str) -> None:
    """Wait until exactly these digits are the answer."""
    expect(prediction(page).locator("span").first).to_have_text(digits, timeout=30_000)


def open_with_a_four(page: Page, server: str) -> None:
    page.goto(server + "/draw")
    settled(page)
    draw(page, DIGITS[4])
    expect_answer(page, "4")


def test_a_photograph_is_boxed_and_taken_along(page: Page, phone: Page, server: str) -> None:
    open_with_a_four(page, server)
    bring(page, jpeg(photograph(2, 0)))
    expect_answer(page, "20")
    expect(prediction(page)).to_be_in_viewport(ratio=1)
    drag(page, *corners(page, (0.5, 0.25), (0.9, 0.7)))
    expect_answer(page, "0")
    expect(look_at(page, "preparation").get_by_text("Its background: what is left")).to_be_visible()

    page.get_by_role("button", name="Take it with you").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="The picture (PNG)").click()
    taken = np.asarray(Image.open(Path(download.value.path())))
    expect(page).to_have_url(re.compile("ink="))
    link, said = settled(page).url, prediction(page).inner_text()
    expect(page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")).to_have_text(link)

    phone.goto(link)
    expect(prediction(phone)).to_have_text(said, use_inner_text=True, timeout=30_000)
    phone.get_by_role("button", name="Take it with you").click()
    with phone.expect_download() as download:
        phone.get_by_role("button", name="The picture (PNG)").click()
    np.testing.assert_array_equal(np.asarray(Image.open(Path(download.value.path()))), taken)


def test_a_box_is_there_on_coming_back_until_it_is_given_up(page: Page, server: str) -> None:
    open_with_a_four(page, server)
    bring(page, jpeg(photograph(2, 0)))
    expect_answer(page, "20")
    drag(page, *corners(page, (0.5, 0.25), (0.9, 0.7)))
    expect_answer(page, "0")
    settled(page)
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Start here").click()
    expect(page.get_by_role("heading", name="How does a machine read a digit?")).to_be_visible()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Draw a digit").click()
    expect_answer(page, "0")
    # A mere click on the box that was there on coming back: it stays, and so does its answer.
    settled(page)
    page.mouse.click(*corners(page, (0.05, 0.25), (1, 1))[0])
    settled(page)
    page.wait_for_function(
        """[...document.querySelectorAll(".st-key-frame svg.marks .mark-rect path")].some(box =>
            Math.abs(box.getBoundingClientRect().width - 90) < 9 && getComputedStyle(box).opacity === "1")"""
    )
    expect_answer(page, "0")
    page.get_by_role("button", name="Box", exact=True).click()
    page.get_by_role("button", name="Choose for me").click()
    expect_answer(page, "20")


def test_a_click_puts_a_box_away_and_a_button_the_picture(page: Page, server: str) -> None:
    open_with_a_four(page, server)
    bring(page, jpeg(photograph(2, 0)))
    expect_answer(page, "20")
    drag(page, *corners(page, (0.05, 0.25), (0.5, 0.7)))
    expect_answer(page, "2")
    settled(page)
    page.mouse.click(*corners(page, (0.95, 0.95), (1, 1))[0])
    expect_answer(page, "20")
    page.get_by_role("button", name="Back to my drawing").click()
    expect_answer(page, "4")
    draw(page, [[(2, 9.3), (8, 9.3)]])
    expect(page.locator(".st-key-undo button")).to_be_enabled()
    page.locator(".st-key-undo button").click()
    expect_answer(page, "4")


def test_a_finger_drags_a_box_and_the_page_stays(phone: Page, server: str) -> None:
    phone.goto(server + "/draw")
    settled(phone)
    bring(phone, jpeg(photograph(2, 0)))
    expect_answer(phone, "20")
    start, end = corners(phone, (0.05, 0.2), (0.5, 0.8))
    where = "document.querySelector('[data-testid=stMain]').scrollTop"
    before = phone.evaluate(where)
    drag_by_touch(phone, start, end)
    expect_answer(phone, "2")
    assert phone.evaluate(where) == before
    overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not phone.evaluate(overflow)


def test_a_box_by_the_keyboard(page: Page, server: str) -> None:
    page.goto(server + "/draw")
    settled(page)
    bring(page, jpeg(photograph(2, 0)))
    expect_answer(page, "20")
    page.get_by_role("button", name="Box", exact=True).click()
    right_end = page.get_by_test_id("stPopoverBody").get_by_role("slider").nth(1)
    right_end.focus()
    for _ in range(50):
        page.keyboard.press("ArrowLeft")
    expect(right_end).to_have_value("50")
    expect_answer(page, "2")


@pytest.mark.parametrize(
    "file",
    [
        {"name": "notes.png", "mimeType": "image/png", "buffer": b"no picture at all"},
        jpeg(photograph(2)[:3000]),
    ],
    ids=["nonsense", "truncated"],
)
def test_a_bad_file_is_a_sentence_and_the_drawing_stays(page: Page, server: str, file: FilePayload) -> None:
    open_with_a_four(page, server)
    offer(page, file)
    expect(page.get_by_test_id("stDialog").get_by_test_id("stAlert")).to_have_text(
        re.compile("choose"), timeout=10_000
    )
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stDialog")).to_be_hidden()
    paper(page)
    expect_answer(page, "4")
    page.locator(".st-key-bring button").click()
    dialog = page.get_by_test_id("stDialog")
    expect(dialog).to_be_visible()
    settled(page)
    expect(dialog.locator("input[type=file]")).to_have_count(1)
    expect(dialog.get_by_text(file["name"])).to_be_hidden()
    expect(dialog.get_by_test_id("stAlert")).to_be_hidden()


def test_a_year_on_the_canvas_is_read_from_left_to_right(page: Page, server: str) -> None:
    page.goto(server + "/draw")
    settled(page)
    for place, digit in enumerate((7, 1, 4)):
        draw(page, DIGITS[digit], 0.4, (0.1 + 3 * place, 3))
    expect_answer(page, "714")
    settled(page)
    page.get_by_role("radio", name="3rd").click()
    expect(look_at(page, "nearest").get_by_alt_text("A training image, labelled 4").first).to_be_visible()
    link, said = page.url, prediction(page).inner_text()
    page.reload()
    expect(prediction(page)).to_have_text(said, use_inner_text=True, timeout=30_000)
    assert settled(page).url == link
