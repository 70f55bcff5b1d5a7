"""Reset and its undo, as the browser shows them: sliders, the address, the paper."""

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import DIGITS, answer, draw, expect_ink, open_paper, prediction, settled


def press(page: Page, name: str) -> None:
    settled(page).get_by_test_id("stSidebar").get_by_role("button", name=name, exact=True).click()


def test_sliders_and_address_go_back_and_come_again(page: Page, server: str) -> None:
    page.goto(f"{server}/gates?gate=OR&w1=1.5&predict=true")
    settled(page)
    w1 = page.get_by_role("slider", name="w1")
    expect(w1).to_have_value("1.5")
    press(page, "Reset")
    expect(w1).to_have_value("0.5")
    expect(page).to_have_url(f"{server}/gates?predict=true")
    press(page, "Undo reset")
    expect(w1).to_have_value("1.5")
    expect(page.get_by_role("radio", name="OR", exact=True).first).to_be_checked()


def test_the_paper_is_empty_and_the_drawing_comes_back(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[7])
    expect(prediction(page)).to_have_text(answer(7))
    press(page, "Reset")
    expect(prediction(page)).not_to_contain_text("%")
    expect_ink(page, (5, 2), there=False)
    press(page, "Undo reset")
    expect(prediction(page)).to_have_text(answer(7))
    expect_ink(page, (5, 2))
    press(page, "Reset")
    expect_ink(page, (5, 2), there=False)
    draw(page, DIGITS[3])
    press(page, "Reset")
    expect_ink(page, (5, 2), there=False)
