"""Files that a visitor brings and takes along, in a browser: photographs, networks, pictures, worksheets."""

import io
import json
import re
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from nncore import load_network
from tests.support.drawing_hand import (
    DIGITS,
    button,
    drag,
    drag_by_touch,
    draw,
    expect_another_address,
    expect_answer,
    expect_ink,
    here,
    link_of,
    open_paper,
    settled,
    visit,
    write,
)
from tests.support.photographs import photograph
from tests.support.weights_files import constant_network
from tools.programs import CHROMIUM_ARGUMENTS, find_chromium
from ui.teach.worksheets.printed import KINDS, Order

OWN = "/evaluate?at=own-network"
COOKIES = "Your browser blocks this page's cookies"


def upload(page: Page, name: str, content: bytes) -> None:
    """Choose a file in the uploader."""
    file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)


def downloaded(place: Page | Locator, name: str) -> bytes:
    """The file that a button gives."""
    page = place.page if isinstance(place, Locator) else place
    with page.expect_download() as download:
        place.get_by_role("button", name=name).first.click()
    return Path(download.value.path()).read_bytes()


def bring_photograph(page: Page, content: bytes) -> None:
    page.locator(".st-key-bring button").click()
    dialog = page.get_by_test_id("stDialog")
    expect(dialog.locator("input[type=file]")).to_have_count(1)  # that of a dialog before has gone
    upload(page, "photo.jpg", content)


def box_in_picture(page: Page) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where on the screen the left one of two digits in a photograph is, from corner to corner."""
    frame = page.locator(".st-key-frame svg.marks")
    expect(frame).to_be_visible()
    frame.hover(trial=True)
    box = frame.bounding_box()
    assert box is not None
    left, top, width, height = box["x"], box["y"], box["width"], box["height"]
    return (left + 0.05 * width, top + 0.2 * height), (left + 0.5 * width, top + 0.8 * height)


def test_a_photograph_is_read_boxed_taken_along_and_given_up(page: Page, server: str) -> None:
    open_paper(page, server)
    write(page, 4)
    bring_photograph(page, photograph(2, 0))
    expect_answer(page, 20)
    link = link_of(page)
    drag(page, *box_in_picture(page))
    expect_answer(page, 2)
    expect_another_address(page, link)
    link = link_of(page)
    page.get_by_role("button", name="Take it with you").click()
    picture = np.asarray(Image.open(io.BytesIO(downloaded(page, "The picture (PNG)"))))
    numbers = np.load(io.BytesIO(downloaded(page, "The 784 numbers (.npy)")))
    np.testing.assert_array_equal(255 - picture, np.round(numbers * 255).reshape(28, 28))
    expect(page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")).to_have_text(link)
    page.get_by_role("button", name="Take it with you").click()
    page.get_by_role("button", name="Back to my drawing").click()
    expect_answer(page, 4)
    expect_ink(page, (5, 5.5))


def test_a_finger_drags_a_box_and_a_bad_file_is_a_sentence(phone: Page, server: str) -> None:
    visit(phone, server + "/draw")
    bring_photograph(phone, b"no picture at all")
    expect(phone.get_by_test_id("stDialog").get_by_test_id("stAlert")).to_contain_text("choose")
    phone.keyboard.press("Escape")
    expect(phone.get_by_test_id("stDialog")).to_be_hidden()
    bring_photograph(settled(phone), photograph(2, 0))
    expect_answer(phone, 20)
    drag_by_touch(phone, *box_in_picture(settled(phone)))
    expect_answer(phone, 2)


def test_a_network_is_brought_used_missed_by_nobody_and_given_up(page: Page, server: str) -> None:
    visit(page, server + OWN)
    upload(page, "novel.txt", b"Call me Ishmael. " * 240_000)
    expect(page.get_by_test_id("stAlert").get_by_text("This is no weights file")).to_be_visible()
    expect(page.get_by_text(COOKIES)).to_have_count(0)
    settled(page)
    hostile = "a](b) **c**.npz"
    upload(page, hostile, constant_network(3))
    expect(page.get_by_test_id("stAlert").get_by_text(hostile)).to_be_visible()
    expect(page.get_by_text("10.10", exact=False).first).to_be_visible()  # 1 010 of them are 3s
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Ours as .npz").click()
    taken = load_network(download.value.path())
    assert all((taken[key] == load_network()[key]).all() for key in taken)
    page.get_by_test_id("stSidebar").get_by_role("link", name="Draw a digit").click()
    expect(button(page, "undo")).to_be_disabled()
    draw(settled(page), DIGITS[0])
    expect_answer(page, 3)
    page.get_by_test_id("stSidebar").get_by_role("button", name="Back to our network").click()
    expect_answer(page, 0)


def test_without_cookies_a_sentence_stands_beside_the_uploader(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    blocked = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(blocked))
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS
    )
    expect(visit(context.new_page(), server + OWN).get_by_text(COOKIES)).to_be_visible()
    context.close()


def test_a_diagram_and_a_picture_are_saved_as_files_that_stand_by_themselves(page: Page, server: str) -> None:
    visit(page, f"{server}/gates?at=two-layers")
    page.locator(".st-key-two_layer_diagram svg").hover()
    drawing = downloaded(page.locator(".st-key-two_layer_diagram"), "Save").decode()
    assert not re.search(r"var\(|https?://(?!www\.w3\.org/)", drawing)
    alone = page.context.new_page()
    alone.set_content(drawing)
    expect(alone.get_by_text("s2 = OR")).to_be_visible()
    assert alone.evaluate("document.fonts.ready.then(all => [...all].map(each => each.status))") == ["loaded"]
    visit(page, f"{server}/?at=a-digit-is-read")
    page.get_by_role("button", name="Fullscreen: A handwritten digit from the test set").focus()
    page.keyboard.press("Shift+Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "A handwritten digit from the test set.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_worksheets_are_printed_a_page_each_and_lead_back(page: Page, server: str) -> None:
    visit(page, f"{server}/teach?pupils=2&first_sheet=7")
    page.get_by_role("tab", name="Worksheets").click()
    sheets = downloaded(page, "Download the worksheets").decode()
    answers = downloaded(page, "Download the answers").decode()
    assert "Sheet 8" in sheets
    assert f'href="{server}/gates?' in answers
    page.set_content(Order(tuple(KINDS), (7, 8, 9), f"{server}/").worksheets())
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 3 * len(KINDS)
    page.set_content(Order(("gates",), (7,), f"{server}/").answers())
    page.get_by_role("link").nth(2).click()
    expect(page.get_by_text("4 of 4 rows right: this neuron is your gate.")).to_be_visible()
    assert here(page).startswith(f"{server}/gates?")
