"""A stranger draws digits on the running app, by mouse and by finger, and reads the answers."""

import base64
import io
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.drawing_hand import (
    DIGITS,
    answer,
    button,
    draw,
    draw_by_touch,
    expect_ink,
    link_of,
    open_paper,
    paper,
    prediction,
    settled,
)

A_DIGIT = re.compile(r"\d")


def go_away(page: Page) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Start here").click()
    expect(page.get_by_role("heading", name="How does a machine read a digit?")).to_be_visible()


def come_back(page: Page) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Draw a digit").click()
    paper(page)


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


def test_no_stroke_is_lost_when_drawing_fast(page: Page, server: str) -> None:
    open_paper(page, server)
    pieces = [list(piece) for piece in pairwise(DIGITS[8][0])]
    draw(page, pieces)
    expect(prediction(page)).to_have_text(answer(8), timeout=10_000)
    for start, _ in pieces:
        expect_ink(page, start)


def test_the_drawing_outlives_a_visit_to_another_page(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    go_away(page)
    come_back(page)
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    expect_ink(page, (5, 5.5))
    link = link_of(page)
    draw(page, [[(2, 9.3), (8, 9.3)]])
    page.wait_for_function("link => location.href !== link", arg=link)  # once it is read
    expect_ink(page, (5, 9.3))
    button(page, "undo").click()
    expect_ink(page, (5, 9.3), there=False)
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)


def test_show_me_one_tells_the_true_label_and_can_be_taken_back(page: Page, server: str) -> None:
    open_paper(page, server)
    page.get_by_role("button", name="Show me one").click()
    note = page.get_by_text("; its writer meant")
    expect(note).to_be_visible(timeout=10_000)
    expect(prediction(page)).to_have_text(A_DIGIT)
    button(page, "undo").click()
    expect(note).to_be_hidden()
    expect(prediction(page)).not_to_have_text(A_DIGIT)


def test_a_link_opened_elsewhere_shows_the_same_digit_and_answer(
    page: Page, phone: Page, server: str
) -> None:
    open_paper(page, server)
    draw(page, DIGITS[3])
    expect(prediction(page)).to_have_text(answer(3), timeout=10_000)
    before = page.evaluate("history.length")
    link, said = link_of(page), prediction(page).inner_text()
    phone.goto(link)
    expect(prediction(phone)).to_have_text(answer(3), timeout=30_000)
    expect(prediction(phone)).to_have_text(said, use_inner_text=True)
    expect(phone.get_by_text("This drawing came with the link")).to_be_visible()
    expect(phone.get_by_alt_text("A training image, labelled 3").first).to_be_visible(timeout=10_000)
    assert settled(phone).url == link
    overflow = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not phone.evaluate(overflow)
    assert page.evaluate("history.length") == before == 2  # the blank page and this one: no step a stroke


def test_a_reload_keeps_the_drawing_and_drawing_on_moves_the_link(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    link, said = link_of(page), prediction(page).inner_text()
    page.reload()
    expect(prediction(page)).to_have_text(said, use_inner_text=True, timeout=30_000)
    assert settled(page).url == link
    draw(page, [[(2, 9.3), (8, 9.3)]])
    page.wait_for_function("link => location.href !== link", arg=link)
    expect(prediction(page)).not_to_have_text(said, use_inner_text=True)
    button(page, "undo").click()
    page.wait_for_url(link)
    expect(prediction(page)).to_have_text(said, use_inner_text=True)
    button(page, "clear").click()
    page.wait_for_url(server + "/draw")


def test_the_address_keeps_drawing_and_switch_through_other_pages_and_back(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[7])
    expect(prediction(page)).to_have_text(answer(7), timeout=10_000)
    link = link_of(page)
    page.get_by_text("Predict first", exact=True).click()
    expect(prediction(page)).to_be_hidden()
    expect(page).to_have_url(re.compile("predict=true"))
    assert link.partition("ink=")[2] in settled(page).url
    page.get_by_text("Predict first", exact=True).click()
    expect(prediction(page)).to_have_text(answer(7))
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Start here").click()
    expect(page.get_by_role("heading", name="How does a machine read a digit?")).to_be_visible()
    expect(page).to_have_url(f"{server}/?{link.partition('?')[2]}")  # the same sheet, with the same link
    settled(page).go_back()
    paper(page)
    page.wait_for_url(link)
    expect(prediction(page)).to_have_text(answer(7))


def test_nonsense_in_the_link_is_one_sentence_and_drawing_works(page: Page, server: str) -> None:
    page.goto(server + "/draw?ink=nonsense")
    settled(page)
    note = page.get_by_text("The link holds no drawing")
    expect(note).to_be_visible()
    page.wait_for_url(server + "/draw")
    draw(page, DIGITS[2])
    expect(prediction(page)).to_have_text(answer(2), timeout=10_000)
    link_of(page)
    page.reload()
    expect(prediction(page)).to_have_text(answer(2), timeout=30_000)
    expect(note).to_be_hidden()


def test_what_is_taken_along_is_what_the_page_shows(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[3])
    expect(prediction(page)).to_have_text(answer(3), timeout=10_000)
    link = link_of(page)
    page.get_by_role("button", name="Take it with you").click()
    png = np.asarray(Image.open(io.BytesIO(downloaded(page, "The picture (PNG)"))))
    numbers = np.load(io.BytesIO(downloaded(page, "The 784 numbers (.npy)")))
    expect(page.get_by_test_id("stPopoverBody").get_by_test_id("stCode")).to_have_text(link)
    np.testing.assert_array_equal(255 - png, np.round(numbers * 255).reshape(28, 28))
    source = page.get_by_alt_text("The digit as the network sees it").evaluate("img => img.src")
    shown = Image.open(io.BytesIO(base64.b64decode(source.removeprefix("data:image/png;base64,"))))
    assert shown.format == "PNG"
    side = shown.width // 28
    middles = np.asarray(shown.convert("L"))[side // 2 :: side, side // 2 :: side]
    order = np.argsort(numbers, kind="stable")
    assert (np.diff(middles.ravel()[order].astype(int)) <= 0).all()  # more ink, darker; and nowhere else


def downloaded(page: Page, name: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


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


def test_paper_and_answer_are_in_view_without_scrolling(page: Page, server: str) -> None:
    open_paper(page, server)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_have_text(answer(4), timeout=10_000)
    expect(prediction(page)).to_be_in_viewport(ratio=1)
    expect(page.locator(".st-key-canvas")).to_be_in_viewport(ratio=1)


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


WATCHERS = """
window.watchers = new Set();
const { observe, disconnect } = MutationObserver.prototype;
MutationObserver.prototype.observe = function (target, options) {
    if (target === document.body) watchers.add(this);
    return observe.call(this, target, options);
};
MutationObserver.prototype.disconnect = function () {
    watchers.delete(this);
    return disconnect.call(this);
};
"""


def test_who_watches_the_paper_goes_with_it(page: Page, server: str) -> None:
    page.add_init_script(WATCHERS)
    open_paper(page, server)
    count = "watchers.size"
    with_paper = page.evaluate(count)
    for _ in range(2):
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Logic gates").click()  # which has no paper
        page.wait_for_function("before => watchers.size < before", arg=with_paper)
        come_back(page)
        assert page.evaluate(count) == with_paper
    page.locator(".st-key-canvas").hover()
    toolbar = page.locator(".st-key-canvas .dc-toolbar")
    expect(toolbar).to_be_attached()
    expect(toolbar).to_be_hidden()
