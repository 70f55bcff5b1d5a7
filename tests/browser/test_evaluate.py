"""The page on the test set in a real Chromium: run and stop, choose a cell, bring a network."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from nncore import load_network
from tests.support.drawing_hand import DIGITS, draw, prediction, settled
from tests.support.weights_files import constant_network

LONG = 30_000


def button(page: Page, name: str) -> Locator:
    return page.get_by_test_id("stMainBlockContainer").get_by_role("button", name=name, exact=True)


def test_the_page_opens_with_the_first_test_images_on_a_phone_too(phone: Page, server: str) -> None:
    phone.goto(server + "/evaluate")
    picture = settled(phone).locator(".st-key-beat-kept-apart img")
    expect(picture).to_have_attribute("alt", re.compile("labelled 7, 2, 1, 0, 4, 1, 4, 9, 5, 9, 0,"))
    expect(picture).to_be_in_viewport(ratio=1)
    above, below = picture.bounding_box(), phone.get_by_text("holds 70").bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] < below["y"]


def test_run_stop_half_way_and_run_to_the_end(page: Page, server: str) -> None:
    page.goto(server + "/evaluate")
    settled(page)
    page.get_by_text("Slow motion").click()
    button(page, "Run both").click()
    expect(page.get_by_text(re.compile(r"images in")).first).to_be_visible(timeout=LONG)
    button(page, "Stop").click()
    expect(page.get_by_text("Stopped.")).to_be_visible(timeout=LONG)
    expect(button(page, "Stop")).to_have_count(0, timeout=LONG)
    page.get_by_text("Slow motion").click()
    settled(page)
    button(page, "Run both").click()
    expect(page.get_by_text("the same, to the last image")).to_be_visible(timeout=LONG)


def test_two_races_go_on_side_by_side_and_leaving_ends_nothing_but_ones_own(
    page: Page, phone: Page, server: str
) -> None:
    for visitor in (page, phone):
        visitor.goto(server + "/evaluate")
        settled(visitor)
        visitor.get_by_text("Slow motion").click()
        settled(visitor)
    button(page, "Run both").click()
    expect(page.get_by_text(re.compile(r"images in")).first).to_be_visible(timeout=LONG)
    button(phone, "Run both").click()
    expect(phone.get_by_text(re.compile(r"images in")).first).to_be_visible(timeout=LONG)
    page.close()
    expect(button(phone, "Stop")).to_be_visible()
    phone.goto(server + "/draw")
    draw(phone, DIGITS[1])
    expect(prediction(phone)).to_contain_text("1", timeout=LONG)


def test_of_a_slider_that_is_dragged_the_newest_place_wins(page: Page, server: str) -> None:
    page.goto(server + "/evaluate?section=pushing")
    settled(page)
    slider = page.get_by_role("slider", name="Shift right")
    expect(slider).to_be_visible(timeout=LONG)
    slider.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("push_right=4"))
    there = page.context.new_page()
    there.goto(page.url)
    expect(there.get_by_text(re.compile(r"of 10.000$")).first).to_be_visible(timeout=2 * LONG)
    shifted = there.get_by_test_id("stMetricValue").first.inner_text()
    there.close()
    expect(page.get_by_test_id("stMetricValue").first).to_have_text(shifted, timeout=2 * LONG)
    expect(button(page, "Stop")).to_have_count(0, timeout=LONG)
    expect(page.get_by_test_id("stMetricValue").first).to_have_text(shifted)


def test_a_click_on_a_cell_shows_its_images_and_stays_in_the_address(page: Page, server: str) -> None:
    page.goto(server + "/evaluate?section=mistakes")
    settled(page)
    cell = page.locator("path[aria-label*='Written: 4; Answered: 9;']")
    count = re.search(r"Images: (\d+)", cell.get_attribute("aria-label") or "")
    assert count is not None
    cell.click(force=True)
    noun = "image" if count[1] == "1" else "images"
    expect(page.get_by_text(f"{count[1]} {noun}", exact=False).first).to_be_visible(timeout=LONG)
    expect(page).to_have_url(re.compile(r"truth=4.*answer=9|answer=9.*truth=4"))
    page.reload()
    settled(page)
    expect(page.get_by_text(f"{count[1]} {noun}", exact=False).first).to_be_visible(timeout=LONG)


def test_a_click_in_the_gallery_opens_the_image_and_back_leads_to_the_same_cell(
    page: Page, server: str
) -> None:
    page.goto(server + "/evaluate?section=mistakes&truth=4&answer=4")
    settled(page)
    expect(page.locator("path[aria-label*='Written: 4; Answered: 4;']")).to_be_visible(timeout=LONG)
    picture = page.locator("[class*='st-key-shot-']").first
    number = re.search(r"st-key-shot-(\d+)", picture.get_attribute("class") or "")
    assert number is not None
    picture.click(position={"x": 40, "y": 40})  # on the image: the whole of it is the link below it
    expect(page.get_by_text(f"This is test image {number[1]}")).to_be_visible(timeout=LONG)
    expect(page).to_have_url(re.compile(rf"/forward\?net=digit&of={number[1]}$"))
    page.go_back()
    expect(page.get_by_role("combobox", name="Its answer")).to_have_value("4", timeout=LONG)
    expect(page).to_have_url(re.compile("section=mistakes&truth=4&answer=4"))
    expect(picture).to_have_class(re.compile(rf"st-key-shot-{number[1]}"), timeout=LONG)
    page.go_forward()
    expect(page.get_by_text(f"This is test image {number[1]}")).to_be_visible(timeout=LONG)


def test_bring_a_network_and_see_it_used_on_the_draw_page(page: Page, server: str) -> None:
    page.goto(server + "/evaluate?section=own-network")
    settled(page)
    file = {"name": "always3.npz", "mimeType": "application/octet-stream", "buffer": constant_network(3)}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("10.10", exact=False).first).to_be_visible(timeout=LONG)  # 1 010 of them are 3s
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar.get_by_text("always3.npz")).to_be_visible()
    sidebar.get_by_role("link", name="Draw a digit").click()
    settled(page)
    draw(page, DIGITS[0])
    expect(prediction(page).get_by_text("3", exact=True)).to_be_visible(timeout=LONG)
    sidebar.get_by_role("button", name="Back to our network").click()
    expect(prediction(page).get_by_text("0", exact=True)).to_be_visible(timeout=LONG)


def test_a_text_file_is_refused_in_one_sentence(page: Page, server: str, tmp_path: Path) -> None:
    page.goto(server + "/evaluate?section=own-network")
    settled(page)
    novel = tmp_path / "novel.txt"
    novel.write_bytes(b"Call me Ishmael. " * 240_000)
    page.locator("input[type=file]").set_input_files(novel)
    expect(page.get_by_test_id("stAlert").get_by_text("This is no weights file")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("our network reads", exact=False)).to_be_visible()


def test_a_file_that_is_too_large_changes_nothing_and_another_visitor_sees_ours(
    page: Page, phone: Page, server: str, tmp_path: Path
) -> None:
    for visitor in (page, phone):
        visitor.goto(server + "/evaluate?section=own-network")
        settled(visitor)
    file = {"name": "always3.npz", "mimeType": "application/octet-stream", "buffer": constant_network(3)}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("always3.npz reads")).to_be_visible(timeout=LONG)
    huge = tmp_path / "huge.npz"
    huge.write_bytes(bytes(21 * 2**20))
    page.locator("input[type=file]").set_input_files(huge)
    expect(page.get_by_text("File must be 20.0MB or smaller")).to_be_visible(timeout=LONG)
    settled(page)
    expect(page.get_by_text("always3.npz reads")).to_be_visible()
    phone.reload()
    settled(phone)
    expect(phone.get_by_text("our network reads")).to_be_visible()
    expect(phone.get_by_text("always3.npz")).to_have_count(0)
    for name, file_name in (
        ("Ours as .npz", "gates_to_digits.npz"),
        ("Ours as a pickle", "sample_weight.pkl"),
    ):
        with phone.expect_download() as download:
            phone.get_by_role("button", name=name).click()
        assert download.value.suggested_filename == file_name
        taken = load_network(download.value.path())
        assert all((taken[key] == load_network()[key]).all() for key in taken)
