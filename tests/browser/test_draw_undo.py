"""Steps back on the paper: one by one, past a clear, and five at once."""

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    A_DIGIT,
    DIGITS,
    answer,
    button,
    draw,
    expect_ink,
    open_paper,
    prediction,
    settled,
)


def test_undo_goes_back_stroke_by_stroke_and_past_a_clear(page: Page, server: str) -> None:
    open_paper(page, server)
    undo = button(page, "undo")
    expect(undo).to_be_disabled()
    draw(page, [[(4, 1.5), (4, 8.5)]])
    expect(prediction(page)).to_have_text(answer(1), timeout=10_000)
    draw(page, [[(4, 1.5), (6.5, 5), (4, 8.5)]])
    expect(prediction(page)).not_to_have_text(answer(1), timeout=10_000)
    undo.click()
    expect(prediction(page)).to_have_text(answer(1), timeout=10_000)
    button(page, "clear").click()
    expect(prediction(page)).not_to_have_text(A_DIGIT)
    undo.click()
    expect(prediction(page)).to_have_text(answer(1), timeout=10_000)
    undo.click()
    expect(prediction(page)).not_to_have_text(A_DIGIT)
    expect(undo).to_be_disabled()
    draw(page, DIGITS[7])
    expect(prediction(page)).to_have_text(answer(7), timeout=10_000)


def test_five_quick_clicks_on_undo_are_five_steps_back(page: Page, server: str) -> None:
    open_paper(page, server)
    for place in range(1, 8):
        before = page.url
        draw(page, [[(place, 2), (place, 8)]])
        expect_ink(page, (place, 5))
        page.wait_for_function("before => location.href !== before", arg=before)  # once it is read
    undo = button(page, "undo")
    expect(undo).to_be_enabled(timeout=10_000)
    settled(page)
    undo.evaluate("undo => { for (let click = 0; click < 5; click++) undo.click(); }")
    expect_ink(page, (3, 5), there=False)
    settled(page)
    expect_ink(page, (2, 5))
    undo.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
    expect_ink(page, (1, 5), there=False)
    expect(undo).to_be_disabled()
