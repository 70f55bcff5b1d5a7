"""A stranger walks through the forward pass on the running app, by keyboard and by mouse."""

import re

from playwright.sync_api import Page, expect

from tests.support.drawing_hand import DIGITS, draw, paper, prediction, settled
from tests.support.walking import opened, step


def key(page: Page, name: str, symbol: str) -> None:
    """Press a key and wait for the step that it leads to."""
    page.keyboard.press(name)
    expect(step(page)).to_have_text(symbol, timeout=10_000)


def test_steps_with_the_arrow_keys_also_after_a_click_on_the_strip(page: Page, server: str) -> None:
    opened(page, server + "/forward", "X")
    for symbol in ("A1", "Z1"):
        key(page, "ArrowRight", symbol)
    page.locator(".st-key-strip-Z2 button").click()
    expect(step(page)).to_have_text("Z2")
    key(page, "ArrowRight", "A3")
    key(page, "ArrowLeft", "Z2")
    yellow = "rgb(255, 224, 102)"
    expect(page.locator(".st-key-strip-Z2 button")).to_have_css("background-color", yellow)
    page.go_back()
    expect(step(page)).to_have_text("A3", timeout=10_000)
    page.reload()
    expect(step(page)).to_have_text("A3", timeout=30_000)


def test_a_changed_weight_changes_y_and_survives_a_reload(page: Page, server: str) -> None:
    opened(page, server + "/forward?step=Y", "Y")
    code = page.get_by_test_id("stCode").first
    expect(code).to_contain_text("[0.31682708 0.69627909]")
    page.locator(".st-key-editor summary").click()
    field = page.get_by_label("W1[0, 0]")
    field.fill("2")
    field.press("ArrowLeft")  # in a text field the arrow moves the cursor, not the walk
    field.press("Tab")
    code.scroll_into_view_if_needed()  # the walk above is redrawn when it is looked at
    expect(code).not_to_contain_text("0.31682708", timeout=10_000)
    expect(page).to_have_url(re.compile("W1=2"))
    changed = code.inner_text()
    page.reload()
    expect(step(page)).to_have_text("Y", timeout=30_000)
    expect(code).to_have_text(changed, use_inner_text=True)


def test_plays_to_the_end_and_stops_there(page: Page, server: str) -> None:
    opened(page, server + "/forward?step=A2", "A2")
    page.get_by_role("button", name="Pace").click()
    pace = page.get_by_label("Seconds a step")
    pace.fill("0.5")
    pace.press("Tab")
    page.get_by_role("button", name="Play").click()
    expect(step(page)).to_have_text("Y", timeout=20_000)
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=10_000)
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)


def test_steps_through_a_drawing_and_keeps_it_in_the_address(page: Page, server: str) -> None:
    page.goto(server + "/draw")
    settled(page)
    paper(page)
    draw(page, DIGITS[4])
    expect(prediction(page)).to_contain_text("4", timeout=10_000)
    page.get_by_role("link", name="Step through my drawing").click()
    expect(step(page)).to_have_text("X", timeout=20_000)
    expect(page.get_by_text("This is your drawing")).to_be_visible()
    expect(page).to_have_url(re.compile("ink="))
    page.locator(".st-key-strip-Y button").click()
    expect(page.get_by_text("The answer: 4")).to_be_visible(timeout=20_000)
    expect(page).to_have_url(re.compile("step=Y"))  # the live region still says the answer of the page before
    page.reload()
    expect(page.get_by_text("The answer: 4")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("No drawing yet")).to_have_count(0)


def test_nothing_is_cut_on_a_phone(phone: Page, server: str) -> None:
    for address in ("/forward?step=A2&W2=-1234.567,0.4;0.2,0.5;0.3,0.6", "/forward?net=digit&of=0&step=A1"):
        phone.goto(server + address)
        settled(phone)
        expect(step(phone)).to_be_visible(timeout=30_000)
        cut = phone.evaluate(
            """() => [...document.querySelectorAll(".st-key-sums *, .st-key-strip *, .st-key-controls *")]
                .filter(e => !e.closest(".katex-mathml") && e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 80))"""
        )
        assert not cut


PRESS_FIVE_TIMES = """(key) => {
    const press = () => new KeyboardEvent("keydown", { key, bubbles: true, composed: true });
    for (let time = 0; time < 5; time++) document.activeElement.dispatchEvent(press());
}"""


def test_keys_that_are_pressed_faster_than_the_page_answers_all_count(page: Page, server: str) -> None:
    opened(page, server + "/forward", "X")
    for key, symbol in (("ArrowRight", "A3"), ("ArrowLeft", "X")):
        settled(page).evaluate(PRESS_FIVE_TIMES, key)
        expect(step(page)).to_have_text(symbol)


def test_the_beats_below_move_the_walk_and_follow_it(page: Page, server: str) -> None:
    opened(page, server + "/forward?net=digit&of=0", "X")
    page.locator(".st-key-to_y_why button").click()
    why = page.locator(".st-key-beat-why-this-answer")
    expect(why).to_contain_text("gradient × pixel", timeout=20_000)
    page.locator(".st-key-strip").scroll_into_view_if_needed()
    expect(step(page)).to_have_text("Y", timeout=20_000)
    page.locator(".st-key-previous button").click()
    expect(step(page)).to_have_text("A3", timeout=20_000)
    why.scroll_into_view_if_needed()
    expect(page.locator(".st-key-to_y_why button")).to_be_visible(timeout=20_000)
    page.locator(".st-key-net-toy button").click()
    expect(page.get_by_role("heading", name="Every wire has a name")).to_be_visible(timeout=20_000)
