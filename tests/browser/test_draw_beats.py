"""The beats below the paper follow a new drawing when they are looked at."""

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    A_DIGIT,
    DIGITS,
    answer,
    button,
    draw,
    open_paper,
    prediction,
    settled,
)

NEARLY_IN_VIEW = """(beat) => {
    const page = beat.closest("[data-testid=stMain]");
    page.scrollBy(0, beat.getBoundingClientRect().top - page.getBoundingClientRect().bottom - 100);
}"""


def test_a_beat_below_follows_when_it_is_looked_at_and_not_before(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[3])
    nearest = page.locator(".st-key-beat-nearest")
    expect(nearest.get_by_alt_text("A training image, labelled 3").first).to_be_attached()
    settled(page)
    button(page, "clear").click()
    expect(prediction(page)).not_to_have_text(A_DIGIT)
    draw(page, DIGITS[7])
    expect(prediction(page)).to_have_text(answer(7), timeout=10_000)
    settled(page)
    expect(nearest).to_contain_text("3s, like its answer")
    page.emulate_media(media="print")
    expect(nearest).to_be_hidden()
    page.emulate_media(media="screen")
    expect(nearest).to_be_visible()
    expect(nearest).to_contain_text("3s, like its answer")
    nearest.evaluate(NEARLY_IN_VIEW)
    expect(nearest).to_contain_text("7s, like its answer")
    expect(nearest.get_by_alt_text("A training image, labelled 7").first).to_be_visible()
    expect(nearest).not_to_be_in_viewport()
    page.emulate_media(media="print")
    expect(nearest).to_be_visible()


def test_all_that_follow_are_redrawn_where_all_are_in_view(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 6000})
    open_paper(page, server)
    draw(page, DIGITS[7])
    expect(page.locator(".st-key-beat-nearest").get_by_alt_text("labelled 7").first).to_be_visible()
    expect(page.locator("[data-older]")).to_have_count(0)
    button(page, "clear").click()
    draw(page, DIGITS[4])
    expect(page.locator(".st-key-beat-nearest").get_by_alt_text("labelled 4").first).to_be_visible()
    expect(page.locator("[data-older]")).to_have_count(0)
