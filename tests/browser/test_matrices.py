"""The matrices page in a real browser: typing nonsense, sharing, reloading, on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.drawing_hand import settled

PATIENCE = 20_000


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(cell(page, "A", 1, 1)).to_be_visible(timeout=30_000)
    return settled(page)


def cell(page: Page, name: str, i: int, j: int) -> Locator:
    return page.get_by_label(f"{name}, row {i}, column {j}", exact=True)


def type_into(field: Locator, text: str) -> None:
    field.press("Control+A")
    field.press_sequentially(text) if text else field.press("Delete")
    field.press("Tab")


def sums(page: Page) -> Locator:
    """Return the block with the sums of the layer."""
    return page.locator(".st-key-beat-layer").get_by_test_id("stCode").locator("visible=true").first


@pytest.mark.parametrize("text", ["", "abc", "0x10", "1e400", "10000"])
def test_nonsense_in_a_field_changes_no_number(page: Page, server: str, text: str) -> None:
    opened(page, server + "/matrices?A=1,2;3,4&B=5,6;7,9")
    expect(sums(page)).to_contain_text("43")
    type_into(cell(page, "A", 1, 1), text)
    if text:
        expect(page.get_by_text("A takes numbers from −9999 to 9999")).to_be_visible(timeout=PATIENCE)
    expect(cell(page, "A", 1, 1)).to_have_value("1", timeout=PATIENCE)
    type_into(cell(page, "A", 2, 2), "5")
    expect(sums(page)).to_contain_text("50", timeout=PATIENCE)  # 3·5 + 5·7
    expect(sums(page)).to_contain_text("19")  # 1·5 + 2·7: row 1 is what it was


def test_a_comma_may_stand_for_the_point(page: Page, server: str) -> None:
    opened(page, server + "/matrices?A=1,2;3,4&B=5,6;7,9")
    type_into(cell(page, "A", 1, 1), "1,5")
    expect(cell(page, "A", 1, 1)).to_have_value("1.5", timeout=PATIENCE)
    expect(sums(page)).to_contain_text("21.5", timeout=PATIENCE)  # 1.5·5 + 2·7


def test_no_cell_is_lost_however_fast_one_types(page: Page, server: str) -> None:
    opened(page, server + "/matrices?A=0,0,0;0,0,0&B=1;1;1")
    cell(page, "A", 1, 1).focus()
    for number in range(1, 7):
        page.keyboard.press("Control+A")
        page.keyboard.type(str(number))
        page.keyboard.press("Tab")
    expect(sums(page)).to_contain_text("15", timeout=PATIENCE)  # 4 + 5 + 6
    settled(page)
    assert [cell(page, "A", i, j).input_value() for i in (1, 2) for j in (1, 2, 3)] == list("123456")
    expect(page).to_have_url(re.compile("A=1(,|%2C)2(,|%2C)3(;|%3B)4(,|%2C)5(,|%2C)6"))


def test_a_link_and_a_reload_restore_the_matrices(page: Page, browser: Browser, server: str) -> None:
    opened(page, server + "/matrices")
    type_into(cell(page, "A", 1, 2), "-7")
    expect(sums(page)).to_contain_text("-44", timeout=PATIENCE)  # 1·5 − 7·7
    link = page.url
    page.reload()
    expect(cell(page, "A", 1, 2)).to_have_value("-7", timeout=30_000)
    stranger = browser.new_page()
    opened(stranger, link)
    expect(cell(stranger, "A", 1, 2)).to_have_value("-7")
    expect(sums(stranger)).to_contain_text("-44", timeout=PATIENCE)
    stranger.close()


def test_four_numbers_in_a_row_fit_a_phone_and_misfits_are_explained(phone: Page, server: str) -> None:
    opened(phone, server + "/matrices?A=1,2,3,4;5,6,7,8&B=1,2;3,4")
    first, last = (cell(phone, "A", 1, j).bounding_box() for j in (1, 4))
    assert first is not None
    assert last is not None
    assert first["y"] == last["y"]
    assert last["x"] + last["width"] < 360
    expect(phone.get_by_text("shapes (2,4) and (2,2) not aligned: 4 (dim 1) != 2 (dim 0)")).to_be_visible()
    expect(phone.get_by_text("A row of A has 4 numbers and a column of B has 2")).to_be_visible()


def test_nonsense_in_the_address_gives_the_default(page: Page, server: str) -> None:
    opened(page, server + "/matrices?A=zzz&B=1e308;1&i=99&j=x&images=7&bias=nan")
    expect(page.get_by_text("The link says")).to_have_count(6)
    expect(cell(page, "B", 2, 2)).to_have_value("8")
    expect(sums(page)).to_contain_text("19")
